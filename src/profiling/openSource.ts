import { buildGraph } from '../core/model/catalogue/catalogue';
import type { GraphTensor } from '../core/model/imported/types';
import { workloadChain } from '../core/model/workloadChain';
import type { CuttableModel } from '../core/onnx/cut/createCutter';
import { encodeGraph } from '../core/onnx/encodeGraph';
import type { ModelFault } from '../core/onnx/modelFacts';
import { decodeModel, encodeModel } from '../core/onnx/read/protoModel';
import type { OnnxModel } from '../core/onnx/read/onnxModel';
import { err, ok, type Result } from '../core/result';
import type { CatalogueWorkload, ImportedWorkload } from '../core/scenario/types';
import type { ModelFiles, ModelSource } from '../protocol/modelFiles';
import { readModelFiles } from './readModelFiles';

export interface OpenedSource extends CuttableModel {
  /** The uncut model. */
  readonly whole: Uint8Array<ArrayBuffer>;
}

/** A model ready to be cut: a catalogue model is made, an imported one read. May reject when memory runs out. */
export function openSource(source: ModelSource): Promise<Result<OpenedSource, ModelFault>> {
  return source.kind === 'imported'
    ? openImported(source.workload, source.files)
    : Promise.resolve(openCatalogue(source.workload, source));
}

/** Reads the files of an imported model, and makes sure that they are its files. Nodes have numbers for names. */
export async function readFiles(
  workload: ImportedWorkload,
  files: ModelFiles,
): Promise<Result<OnnxModel, ModelFault>> {
  const read = await readModelFiles(files);
  if (!read.ok || read.value.fingerprint === workload.fingerprint) return read;
  const detail = `${files.name} is not the model that was opened`;
  return err({ kind: 'inconsistent', at: { what: 'model' }, detail });
}

async function openImported(
  workload: ImportedWorkload,
  files: ModelFiles,
): Promise<Result<OpenedSource, ModelFault>> {
  const read = await readFiles(workload, files);
  if (!read.ok) return read;
  const { proto, external, operators } = read.value;
  // For measuring, nodes have numbers; a part that somebody keeps bears the names its file had.
  for (const { node, name } of operators) node.name = name;
  return ok({
    whole: encodeModel(proto),
    proto,
    external,
    boundaryTensors: workloadChain(workload).boundaryTensors,
    tensors: new Map(workload.graph.tensors.map((tensor) => [tensor.name, tensor])),
  });
}

function openCatalogue(
  workload: CatalogueWorkload,
  options: { readonly seed: number; readonly weights: 'seeded' | 'cheap' },
): Result<OpenedSource, ModelFault> {
  const { architecture, inputPx, width } = workload;
  const graph = buildGraph(architecture, inputPx, width);
  const whole = encodeGraph(graph, options);
  const decoded = decodeModel(whole);
  if (!decoded.ok) return decoded;
  const tensors = Object.values(graph.tensors).map(({ id, shape }): GraphTensor => ({
    name: id,
    type: 'float32',
    shape,
  }));
  return ok({
    whole,
    proto: decoded.value,
    external: [],
    boundaryTensors: workloadChain(workload).boundaryTensors,
    tensors: new Map(tensors.map((tensor) => [tensor.name, tensor])),
  });
}
