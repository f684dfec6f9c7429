/**
 * Cuts a model into parts, each a complete ONNX model. A part is found by walking back from the tensors that must be made to
 * those that are given; weights, and the nodes that make constants, come along with whoever needs them.
 */
import { clone, create } from '@bufbuild/protobuf';
import { GraphProtoSchema, ModelProtoSchema, NodeProtoSchema, TensorProtoSchema } from 'onnx-buf';
import type { GraphTensor } from '../../model/imported/types';
import { err, ok, type Result } from '../../result';
import type { ModelFault } from '../modelFacts';
import { readsOf } from '../read/graphIndex';
import {
  encodeModel,
  type GraphProto,
  type ModelProto,
  type NodeProto,
  type ValueInfoProto,
} from '../read/protoModel';
import { type ExternalFile, isExternal, sliceExternal } from './externalSlices';
import type { ModelPart } from './modelPart';
import { storedInNode } from './storedInNode';
import { valueDependent } from './valueDependent';
import { valueInfo } from './valueInfo';

export interface CuttableModel {
  readonly proto: ModelProto;
  readonly external: readonly ExternalFile[];
  /** Names of the live tensors of every boundary of the chain. */
  readonly boundaryTensors: readonly (readonly string[])[];
  /** Type and measured shape of at least every tensor that is live at a boundary, by name. */
  readonly tensors: ReadonlyMap<string, GraphTensor>;
}

/** Blocks from..to (end excluded) as a part. 'inconsistent': the chain does not belong to the file. */
export type Cutter = (from: number, to: number) => Result<ModelPart, ModelFault>;

/** Looks the model over once; each part then costs O(its nodes) and a copy of its weights. */
export function createCutter(model: CuttableModel): Cutter {
  const graph = model.proto.graph ?? create(GraphProtoSchema);
  const makers = new Map<string, number>();
  graph.node.forEach(({ output }, node) => {
    for (const name of output) if (name !== '') makers.set(name, node);
  });
  const weights = new Set([
    ...graph.initializer.map(({ name }) => name),
    ...graph.sparseInitializer.map(({ values }) => values?.name ?? ''),
  ]);

  const unfixed = valueDependent(graph);
  const shapeOf = (name: string): readonly number[] | null =>
    unfixed.has(name) ? null : (model.tensors.get(name)?.shape ?? null);
  const typeOf = (name: string) => model.tensors.get(name)?.type ?? null;

  return (from, to) => {
    const given = new Set(model.boundaryTensors[from]);
    // What is given and wanted at once passes the part by.
    const outputs = model.boundaryTensors[to]!.filter((name) => !given.has(name));
    const found = walkBack(outputs, given, graph, makers, weights);
    if (!found.ok) return found;
    const { nodes, read, used } = found.value;
    const inputs = model.boundaryTensors[from]!.filter((name) => read.has(name));
    const { part, external } = ownWeights(graph, nodes, used, model.external);
    const { irVersion, opsetImport, producerName, producerVersion, functions, metadataProps } = model.proto;
    const proto = create(ModelProtoSchema, {
      irVersion,
      opsetImport,
      producerName,
      producerVersion,
      functions,
      metadataProps,
      graph: create(GraphProtoSchema, {
        ...part,
        name: graph.name,
        input: inputs.map(
          (name) => ownEnd(graph.input, name) ?? valueInfo(name, typeOf(name), shapeOf(name)),
        ),
        output: outputs.map((name) => ownEnd(graph.output, name) ?? valueInfo(name, typeOf(name), null)),
      }),
    });
    return ok({ from, to, model: encodeModel(proto), external, inputs, outputs });
  };
}

interface Found {
  /** Places of the part's nodes in the file. */
  readonly nodes: ReadonlySet<number>;
  readonly read: ReadonlySet<string>;
  /** Stored weights that the nodes read, or that are themselves wanted. */
  readonly used: ReadonlySet<string>;
}

function walkBack(
  wanted: readonly string[],
  given: ReadonlySet<string>,
  graph: GraphProto,
  makers: ReadonlyMap<string, number>,
  weights: ReadonlySet<string>,
): Result<Found, ModelFault> {
  const nodes = new Set<number>();
  const read = new Set<string>();
  const used = new Set<string>();
  const open = [...wanted];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (given.has(name)) read.add(name);
    else if (weights.has(name)) used.add(name);
    else {
      const maker = makers.get(name);
      if (maker === undefined) {
        return err({ kind: 'inconsistent', operator: '', detail: `nothing makes ${name} before this cut` });
      }
      if (nodes.has(maker)) continue;
      nodes.add(maker);
      open.push(...readsOf(graph.node[maker]!));
    }
  }
  return ok({ nodes, read, used });
}

/** The part's nodes in the file's order and its weights; what refers to external data is a copy, pointing to what is left of it. */
function ownWeights(
  graph: GraphProto,
  nodes: ReadonlySet<number>,
  used: ReadonlySet<string>,
  files: readonly ExternalFile[],
) {
  const node: NodeProto[] = graph.node
    .filter((_, place) => nodes.has(place))
    .map((kept) => (storedInNode(kept).some(isExternal) ? clone(NodeProtoSchema, kept) : kept));
  const initializer = graph.initializer
    .filter(({ name }) => used.has(name))
    .map((weight) => (isExternal(weight) ? clone(TensorProtoSchema, weight) : weight));
  const sparseInitializer = graph.sparseInitializer.filter(({ values }) => used.has(values?.name ?? ''));
  const stored = [...initializer, ...node.flatMap(storedInNode)].filter(isExternal);
  return { part: { node, initializer, sparseInitializer }, external: sliceExternal(stored, files) };
}

/**
 * An end of a part that is the model's own keeps what the file says of it: fixing its measured sizes breaks models whose
 * untaken branches expect others. Of the other ends, what is read has its measured shape, so that the runtime can prepare as
 * much as it does for the whole, unless the next input may give another; what is made has none: nothing contradicts the runtime.
 */
function ownEnd(own: readonly ValueInfoProto[], name: string): ValueInfoProto | undefined {
  return own.find((end) => end.name === name && end.type !== undefined);
}
