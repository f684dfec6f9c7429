import { describe, expect, it } from 'vitest';
import { fusionGroups, toBlockChain } from '../core/model/blocks';
import { buildGraph } from '../core/model/catalogue/catalogue';
import { elementsOf } from '../core/model/elementsOf';
import type { LayerGraph, Operator } from '../core/model/types';
import { workloadChain } from '../core/model/workloadChain';
import { encodeGraph } from '../core/onnx/encodeGraph';
import { architectures, type Architecture, type CatalogueWorkload } from '../core/scenario/types';
import { openModel } from './openModel';
import { createNodeModelRunner } from './testing/nodeModelRunner';

const workloadOf = (architecture: Architecture): CatalogueWorkload => ({
  kind: 'catalogue',
  architecture,
  inputPx: 64,
  width: 0.25,
  shipped: 'fp32',
  rawInput: 'fp32',
});

async function openBytes(bytes: Uint8Array<ArrayBuffer>) {
  const files = { name: 'catalogue.onnx', model: new Blob([bytes]), external: [] };
  const opened = await openModel(createNodeModelRunner(), { files, dims: {} }, () => undefined);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

/** Products with constant matrices stand for a pooling: the catalogue does not count them as multiply-accumulates. */
function poolingMacs(graph: LayerGraph, operators: readonly Operator[]): number {
  return operators
    .filter(({ kind }) => kind === 'MatMul')
    .reduce((sum, { inputs, output, attributes, weights }) => {
      const constantFirst = attributes['constantOperand'] === 0;
      const first = constantFirst ? weights[0]!.shape : graph.tensors[inputs[0]!]!.shape;
      return sum + elementsOf(graph.tensors[output]!.shape) * first.at(-1)!;
    }, 0);
}

describe.each(architectures)('%s, written and opened as a file of its own', (architecture) => {
  const graph = buildGraph(architecture, 64, 0.25);
  const groups = fusionGroups(graph);
  const { blocks } = toBlockChain(graph);
  const known = workloadChain(workloadOf(architecture));

  it.each(['seeded', 'cheap'] as const)('has the catalogue’s blocks (%s weights)', async (weights) => {
    const opened = await openBytes(encodeGraph(graph, { seed: 1, weights }));
    const chain = workloadChain(opened);

    const names = opened.graph.operators.map(({ name }) => name);
    const starts = [0, ...opened.graph.blockEnds];
    const found = opened.graph.blockEnds.map((end, block) => names.slice(starts[block], end));
    const expected = groups.map((group) =>
      group.filter(({ kind }) => kind !== 'Dropout').map(({ name }) => name),
    );
    expect(found).toEqual(expected);

    expect(chain.blocks.map(({ macs }) => macs)).toEqual(
      blocks.map(({ macs }, block) => macs + poolingMacs(graph, groups[block]!)),
    );
    const matrices = groups.map((group) =>
      group
        .flatMap((operator) => operator.weights)
        .filter(({ role }) => role === 'constant')
        .reduce((sum, { shape }) => sum + elementsOf(shape), 0),
    );
    expect(chain.blocks.map(({ parameters }) => parameters)).toEqual(
      blocks.map(({ parameters }, block) => parameters + matrices[block]!),
    );
    expect(chain.blocks.map(({ weightBytes }) => weightBytes)).toEqual(
      blocks.map(({ weightBytes }) => weightBytes),
    );
    expect(chain.blocks.map(({ activationBytes }) => activationBytes)).toEqual(
      blocks.map(({ activationBytes }) => activationBytes),
    );
    expect(chain.blocks.map(({ kernels }) => kernels)).toEqual(known.blocks.map(({ kernels }) => kernels));
    expect(chain.boundaryBytes).toEqual(known.boundaryBytes);
    expect(chain.boundaryTensors).toEqual(known.boundaryTensors);
  });
});
