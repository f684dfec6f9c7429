import { toBlockChain } from '../core/model/blocks';
import { buildGraph } from '../core/model/catalogue/catalogue';
import { elementsOf } from '../core/model/elementsOf';
import { elementBytes, type GraphTensor } from '../core/model/imported/types';
import { workloadChain } from '../core/model/workloadChain';
import { createCutter } from '../core/onnx/cut/createCutter';
import { encodeGraph } from '../core/onnx/encodeGraph';
import type { ModelFault } from '../core/onnx/modelFacts';
import { blockNamesOf } from '../core/onnx/read/kernelNames';
import { encodeModel } from '../core/onnx/read/protoModel';
import type { BlockNames } from '../core/profile/mapKernelsToBlocks';
import { ok, type Result } from '../core/result';
import type { CatalogueWorkload, ImportedWorkload } from '../core/scenario/types';
import { seededInputs } from '../core/split/seededInputs';
import type { ModelFiles, ModelSource } from '../protocol/modelFiles';
import type { RunnableModel } from './engine';
import { openSource, readFiles } from './openSource';

export interface PreparedModel {
  readonly model: RunnableModel;
  readonly blocks: readonly BlockNames[];
  /** What a kernel is called on screen: nodes of imported models have numbers while they run. */
  readonly nameOf: (kernel: string) => string;
}

/** Any fixed input will do: kernels take the same time whatever the values, as long as none is denormal. */
const inputSeed = 1;

/** The model of a source with something to feed it. May reject when memory runs out. */
export function prepareModel(source: ModelSource): Promise<Result<PreparedModel, ModelFault>> {
  return source.kind === 'imported'
    ? prepareImported(source.workload, source.files)
    : Promise.resolve(ok(prepareCatalogue(source.workload, source)));
}

function prepareCatalogue(
  workload: CatalogueWorkload,
  options: { readonly seed: number; readonly weights: 'seeded' | 'cheap' },
): PreparedModel {
  const { architecture, inputPx, width } = workload;
  const graph = buildGraph(architecture, inputPx, width);
  const outputOf = new Map(graph.operators.map(({ name, output }) => [name, output]));
  return {
    model: {
      bytes: encodeGraph(graph, options),
      external: [],
      feeds: seededInputs(workload, inputSeed),
      resultTypes: ['float32'],
    },
    blocks: toBlockChain(graph).blocks.map(({ name, operators }) => ({
      name,
      operators,
      tensors: operators.map((operator) => outputOf.get(operator)!),
    })),
    nameOf: (kernel) => kernel,
  };
}

async function prepareImported(
  workload: ImportedWorkload,
  files: ModelFiles,
): Promise<Result<PreparedModel, ModelFault>> {
  const read = await readFiles(workload, files);
  if (!read.ok) return read;
  const { external, operators, proto } = read.value;
  const { graph } = workload;
  const positions = [0, ...graph.blockEnds];
  const names = blockNamesOf(read.value, graph);
  return ok({
    model: {
      bytes: encodeModel(proto),
      external,
      feeds: seededInputs(workload, inputSeed),
      resultTypes: graph.outputs.map((index) => graph.tensors[index]!.type),
    },
    blocks: graph.blockEnds.map((end, block): BlockNames => {
      const operators = graph.operators.slice(positions[block], end);
      const tensors = operators.flatMap(({ outputs }) => outputs.map((index) => graph.tensors[index]!.name));
      return { ...names[block]!, tensors };
    }),
    nameOf: (kernel) =>
      kernel.replace(/\bN(\d+)\b/, (number, index: string) => operators[Number(index)]?.name ?? number),
  });
}

export interface PreparedBlocks {
  readonly count: number;
  /** Made when asked for, because each is a copy of its weights. null: a block that does nothing. */
  blockOf(block: number): Result<RunnableModel | null, ModelFault>;
}

/** Every block as a model of its own, for a GPU that cannot time its programs. */
export async function prepareBlocks(source: ModelSource): Promise<Result<PreparedBlocks, ModelFault>> {
  const opened = await openSource(source);
  if (!opened.ok) return opened;
  const cutter = createCutter(opened.value);
  const { tensors } = opened.value;
  const boundaries = workloadChain(source.workload).boundaryTensors;
  const blockOf = (block: number): Result<RunnableModel | null, ModelFault> => {
    if (boundaries[block + 1]!.every((tensor) => boundaries[block]!.includes(tensor))) return ok(null);
    const part = cutter(block, block + 1);
    if (!part.ok) return part;
    const { external, inputs, model, outputs } = part.value;
    return ok({
      bytes: model,
      external,
      feeds: inputs.map((name) => zeros(tensors.get(name)!)),
      resultTypes: outputs.map((name) => tensors.get(name)!.type),
    });
  };
  return ok({ count: boundaries.length - 1, blockOf });
}

/** A GPU takes as long for zeros as for anything. */
function zeros({ name, shape, type }: GraphTensor) {
  return { name, shape, type, data: new Uint8Array(elementsOf(shape) * elementBytes[type]) };
}
