import type { CatalogueWorkload, CustomWorkload, Workload } from '../scenario/types';
import { inputPrecisions, shippedPrecisions } from '../scenario/types';
import { fusionGroups, kernelsOf, toBlockChain } from './blocks';
import { buildGraph } from './catalogue/catalogue';
import { hashHex } from './hash';
import { importedChain, importedContentKey } from './imported/importedChain';
import type { LayerGraph } from './types';
import type { WorkloadChain } from './workloadChainTypes';

export type { WorkloadChain };

/** Rate of a 1x node, which turns seconds of a custom block into MACs. */
export const macsPerSecondAt1x = 1e9;

const byWorkload = new WeakMap<Workload, WorkloadChain>();
/** Equal workloads that are not the same object: a worker receives a fresh copy with every request. */
const byContent = new Map<string, WorkloadChain>();
const contentLimit = 32;

/** The chain of a workload; the same object for equal workloads while it is remembered. */
export function workloadChain(workload: Workload): WorkloadChain {
  const known = byWorkload.get(workload);
  if (known !== undefined) return known;
  // A graph of thousands of operators is long: its JSON would cost more than the request it comes with.
  const content = workload.kind === 'imported' ? importedContentKey(workload) : JSON.stringify(workload);
  const chain = byContent.get(content) ?? derive(workload);
  byWorkload.set(workload, chain);
  byContent.delete(content);
  byContent.set(content, chain);
  const [oldest] = byContent.keys();
  if (byContent.size > contentLimit && oldest !== undefined) byContent.delete(oldest);
  return chain;
}

function derive(workload: Workload): WorkloadChain {
  switch (workload.kind) {
    case 'catalogue':
      return catalogueChain(workload);
    case 'custom':
      return customChain(workload);
    case 'imported':
      return importedChain(workload);
  }
}

function catalogueChain(workload: CatalogueWorkload): WorkloadChain {
  const { architecture, inputPx, width } = workload;
  const graph = buildGraph(architecture, inputPx, width);
  const chain = toBlockChain(graph);
  const groups = fusionGroups(graph);
  const inputBytes = inputPrecisions[workload.rawInput];
  const featureBytes = shippedPrecisions[workload.shipped];
  return {
    name: chain.name,
    modelKey: `${architecture}@${inputPx}x${width}#${structureHash(graph)}`,
    blocks: chain.blocks.map((block, i) => ({
      name: block.name,
      label: block.label,
      macs: block.macs,
      parameters: block.parameters,
      weightBytes: block.weightBytes,
      activationBytes: block.activationBytes,
      kernels: kernelsOf(groups[i]!),
    })),
    boundaryBytes: chain.boundaries.map(
      ({ inputElements, featureElements }) => inputElements * inputBytes + featureElements * featureBytes,
    ),
    boundaryTensors: chain.boundaries.map(({ tensors }) => tensors),
  };
}

/** Changes whenever an operator, its wiring, a shape or the fusion into blocks does: an old measurement then fits no more. */
function structureHash(graph: LayerGraph): string {
  const operators = fusionGroups(graph).map((group) =>
    group.map(({ name, kind, inputs, output, weights, attributes }) => [
      name,
      kind,
      inputs,
      graph.tensors[output]!.shape,
      weights.map(({ shape }) => shape),
      attributes,
    ]),
  );
  return hashHex(JSON.stringify(operators));
}

function customChain(workload: CustomWorkload): WorkloadChain {
  const { name, inputBytes, blocks } = workload;
  const boundaryBytes = [inputBytes, ...blocks.map(({ bytesOut }) => bytesOut)];
  const loads = blocks.map(({ load }) =>
    load.unit === 'seconds' ? load.value * macsPerSecondAt1x : load.value,
  );
  const structure = blocks.map(({ weightBytes }, i) => [loads[i], boundaryBytes[i + 1], weightBytes]);
  return {
    name,
    modelKey: `custom#${hashHex(JSON.stringify([inputBytes, structure]))}`,
    blocks: blocks.map((block, i) => ({
      name: block.name,
      label: block.name,
      macs: loads[i]!,
      // The only weights a custom block declares are bytes; as everywhere in this table they are read as fp32.
      parameters: Math.floor(block.weightBytes / 4),
      weightBytes: block.weightBytes,
      activationBytes: boundaryBytes[i]! + boundaryBytes[i + 1]!,
      kernels: 1,
    })),
    boundaryBytes,
    boundaryTensors: [['input'], ...blocks.map((block) => [block.name])],
  };
}
