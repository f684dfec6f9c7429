/**
 * Cuts a model into parts, each a complete ONNX model. A part is found by walking back from the tensors that must be made to
 * those that are given; weights, and the nodes that make constants, come along with whoever needs them.
 */
import { clone, create } from '@bufbuild/protobuf';
import {
  FunctionProtoSchema,
  GraphProtoSchema,
  ModelProtoSchema,
  NodeProtoSchema,
  SparseTensorProtoSchema,
  TensorProtoSchema,
} from 'onnx-buf';
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
import { plainTensors, storedInFunctions, storedInNode, type Stored } from '../read/storedTensors';
import { type ExternalFile, isExternal, sliceExternal } from './externalSlices';
import type { ModelPart } from './modelPart';
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

/**
 * Blocks from..to (end excluded) as a part; its external data, where it has any, is one file of this name ("part.data" when not
 * given). 'inconsistent': the chain does not belong to the file.
 */
export type Cutter = (from: number, to: number, dataFile?: string) => Result<ModelPart, ModelFault>;

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

  const unfixed = valueDependent(model.proto);
  const shapeOf = (name: string): readonly number[] | null =>
    unfixed.has(name) ? null : (model.tensors.get(name)?.shape ?? null);
  const typeOf = (name: string) => model.tensors.get(name)?.type ?? null;

  return (from, to, dataFile = 'part.data') => {
    const given = new Set(model.boundaryTensors[from]);
    // What is given and wanted at once passes the part by.
    const outputs = model.boundaryTensors[to]!.filter((name) => !given.has(name));
    const found = walkBack(outputs, given, graph, makers, weights);
    if (!found.ok) return found;
    const { nodes, read, used } = found.value;
    const inputs = model.boundaryTensors[from]!.filter((name) => read.has(name));
    const { part, functions, external } = ownWeights(model, nodes, used, dataFile);
    const { irVersion, opsetImport, producerName, producerVersion, metadataProps } = model.proto;
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
        const at = { what: 'tensor', name } as const;
        return err({ kind: 'inconsistent', at, detail: 'nothing makes it before this cut' });
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
  { proto, external: files }: CuttableModel,
  nodes: ReadonlySet<number>,
  used: ReadonlySet<string>,
  dataFile: string,
) {
  const graph = proto.graph!;
  const isOutside = (stored: readonly Stored[]): boolean => plainTensors(stored).some(isExternal);
  const node: NodeProto[] = graph.node
    .filter((_, place) => nodes.has(place))
    .map((kept) => (isOutside(storedInNode(kept)) ? clone(NodeProtoSchema, kept) : kept));
  const initializer = graph.initializer
    .filter(({ name }) => used.has(name))
    .map((weight) => (isExternal(weight) ? clone(TensorProtoSchema, weight) : weight));
  const sparseInitializer = graph.sparseInitializer
    .filter(({ values }) => used.has(values?.name ?? ''))
    .map((weight) => (isOutside([weight]) ? clone(SparseTensorProtoSchema, weight) : weight));
  const functions = proto.functions.map((own) =>
    isOutside(storedInFunctions([own])) ? clone(FunctionProtoSchema, own) : own,
  );
  const inside = [...node.flatMap(storedInNode), ...storedInFunctions(functions)];
  const stored = plainTensors([...initializer, ...sparseInitializer, ...inside]);
  const external = sliceExternal(stored.filter(isExternal), files, dataFile);
  return { part: { node, initializer, sparseInitializer }, functions, external };
}

/**
 * An end of a part that is the model's own keeps what the file says of it: fixing its measured sizes breaks models whose
 * untaken branches expect others. Of the other ends, what is read has its measured shape, so that the runtime can prepare as
 * much as it does for the whole, unless the next input may give another; what is made has none: nothing contradicts the runtime.
 */
function ownEnd(own: readonly ValueInfoProto[], name: string): ValueInfoProto | undefined {
  return own.find((end) => end.name === name && end.type !== undefined);
}
