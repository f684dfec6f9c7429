import { sha256 } from '@noble/hashes/sha2.js';
import { err, ok, type Result } from '../../result';
import type { ModelFault } from '../modelFacts';
import { foldNode, initialConstants } from './constants';
import { readsOf, runningOrder, type IndexedNode } from './graphIndex';
import { createInside, functionKey } from './inside';
import { isPlainName, kindOf, renameBodies, renameOddTensors, tensorFault, uniqueName } from './names';
import type { Constant, ExternalData, OnnxModel, OnnxOperator } from './onnxModel';
import { bodiesOf, decodeModel, type GraphProto, type ModelProto } from './protoModel';
import { plainTensors, storedInFunctions, storedTensors } from './storedTensors';
import { externalPlaceOf, smallIntegers, type ExternalFiles } from './storedValues';
import { isShapeless, valueOf } from './values';

/** Protobuf's own limit. */
const largestModelBytes = 2 ** 31 - 1;

/**
 * Reads a model and brings it into one form (see `OnnxModel`). Trusts nothing: whatever the bytes, it returns, in time and memory
 * that are bounded by their number.
 *
 * @param external - data files at hand, by the path the model names; those it does not name are ignored
 * @param fingerprint - where the platform's own, faster SHA-256 made it; see `fingerprintOf`
 */
export function readModel(
  bytes: Uint8Array,
  external: readonly ExternalData[],
  fingerprint?: string,
): Result<OnnxModel, ModelFault> {
  if (bytes.length > largestModelBytes)
    return err({ kind: 'too-large', bytes: bytes.length, limitBytes: largestModelBytes });
  const decoded = decodeModel(bytes);
  if (!decoded.ok) return decoded;
  const proto = decoded.value;
  const { graph } = proto;
  if (graph === undefined || graph.node.length === 0)
    return err({ kind: 'not-onnx', detail: 'no graph of operators in it' });
  if (proto.opsetImport.length === 0)
    return err({ kind: 'not-onnx', detail: 'it does not say which version of ONNX’s operators it uses' });
  forgetTraining(proto);
  renameOddTensors(graph);
  const used = usedExternal(proto, graph, external);
  const files = new Map(used.map((file) => [file.path, file]));
  const sorted = sortGraph(proto, graph, files);
  if (!sorted.ok) return sorted;
  const { operators, constants } = nameNodes(proto, graph, sorted.value, files);
  if (operators.length === 0)
    return err({ kind: 'inconsistent', at: { what: 'model' }, detail: 'no result depends on any input' });
  return ok({
    proto,
    external: used,
    fingerprint: fingerprint ?? fingerprintOf(bytes, used),
    bytes: used.reduce((sum, { data }) => sum + data.length, bytes.length),
    inputs: graph.input.map(valueOf),
    shapeless: graph.input.filter(isShapeless).map(({ name }) => name),
    outputs: graph.output.map(valueOf),
    operators,
    constants,
  });
}

/** What only training needs, and what a runtime cannot use. */
function forgetTraining(proto: ModelProto): void {
  proto.trainingInfo = [];
  proto.configuration = [];
}

/** The first 32 hexadecimal digits of SHA-256 over the model and its external data, in the order of their paths. */
function fingerprintOf(bytes: Uint8Array, external: readonly ExternalData[]): string {
  const hash = sha256.create().update(bytes);
  for (const { data } of external) hash.update(data);
  return fingerprintDigits(hash.digest());
}

export function fingerprintDigits(digest: Uint8Array): string {
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function usedExternal(
  { functions }: ModelProto,
  graph: GraphProto,
  files: readonly ExternalData[],
): readonly ExternalData[] {
  const stored = plainTensors([...storedTensors(graph), ...storedInFunctions(functions)]);
  const named = new Set(stored.map((tensor) => externalPlaceOf(tensor)?.path));
  return files
    .filter(({ path }) => named.has(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

interface SortedGraph {
  readonly constantNodes: readonly IndexedNode[];
  /** In running order, dead ones gone. */
  readonly running: readonly IndexedNode[];
  readonly constants: ReadonlyMap<string, Constant>;
}

function sortGraph(
  { functions }: ModelProto,
  graph: GraphProto,
  files: ExternalFiles,
): Result<SortedGraph, ModelFault> {
  const initial = initialConstants(graph, functions, files);
  if (!initial.ok) return initial;
  const constants = initial.value;
  // Before IR version 4 every initialiser was listed as an input; later that means "may be overridden", which nobody does here.
  graph.input = graph.input.filter(({ name }) => !constants.has(name));
  const inputs = new Set<string>();
  for (const { name } of graph.input) {
    if (inputs.has(name)) return err(tensorFault(name, 'two inputs are called so'));
    inputs.add(name);
  }

  const nodes = graph.node.map((node): IndexedNode => ({
    node,
    reads: readsOf(node),
    makes: node.output.filter((name) => name !== ''),
  }));
  const given = new Set([...constants.keys(), ...inputs]);
  const order = runningOrder(nodes, given);
  if (!order.ok) return order;
  const made = new Set(nodes.flatMap(({ makes }) => makes));
  const unmade = graph.output.find(({ name }) => !made.has(name) && !given.has(name));
  if (unmade !== undefined)
    return err(tensorFault(unmade.name, 'it is to be a result, and nothing makes it'));
  if (graph.output.length === 0)
    return err({ kind: 'inconsistent', at: { what: 'model' }, detail: 'no results' });

  const needed = neededNodes(order.value, graph);
  const integers = new Map<string, readonly number[]>();
  for (const tensor of graph.initializer) {
    const small = smallIntegers(tensor);
    if (small !== null) integers.set(tensor.name, small);
  }
  const constantNodes: IndexedNode[] = [];
  const running: IndexedNode[] = [];
  for (const node of order.value) {
    if (!needed.has(node)) continue;
    const folded = foldNode(node, constants, integers, files);
    if (!folded.ok) return folded;
    (folded.value ? constantNodes : running).push(node);
  }
  return ok({ constantNodes, running, constants });
}

/** Nodes that some result depends on. */
function neededNodes(order: readonly IndexedNode[], graph: GraphProto): ReadonlySet<IndexedNode> {
  const wanted = new Set(graph.output.map(({ name }) => name));
  const needed = new Set<IndexedNode>();
  for (const node of order.toReversed()) {
    if (!node.makes.some((name) => wanted.has(name))) continue;
    needed.add(node);
    for (const name of node.reads) wanted.add(name);
  }
  return needed;
}

/** Gives every node its name and puts them into the graph in running order, constants first. */
function nameNodes(
  proto: ModelProto,
  graph: GraphProto,
  { constantNodes, running, constants }: SortedGraph,
  files: ExternalFiles,
): Pick<OnnxModel, 'operators' | 'constants'> {
  const read = new Set(graph.output.map(({ name }) => name));
  for (const { reads } of running) for (const name of reads) read.add(name);
  const functions = new Set(proto.functions.map(({ domain, name }) => functionKey(domain, name)));
  const inside = createInside(proto.functions, files);
  // The file's own names first: a made-up one must not take any of them.
  const owners = new Map<string, IndexedNode>();
  for (const indexed of running) if (!owners.has(indexed.node.name)) owners.set(indexed.node.name, indexed);
  const taken = new Set<string>();
  const names = new Map<IndexedNode, string>();
  const isOwn = (indexed: IndexedNode): boolean =>
    owners.get(indexed.node.name) === indexed && isPlainName(indexed.node.name);
  for (const pass of [isOwn, (indexed: IndexedNode) => !isOwn(indexed)]) {
    for (const [place, indexed] of running.entries()) {
      if (pass(indexed))
        names.set(indexed, uniqueName(indexed.node.name, kindOf(indexed.node), place, taken));
    }
  }
  const operators = running.map((indexed, place): OnnxOperator => {
    const { node, reads, makes } = indexed;
    node.name = `N${place}`;
    renameBodies(node, place);
    return {
      name: names.get(indexed)!,
      kind: kindOf(node),
      node,
      inputs: reads.filter((name) => !constants.has(name)),
      constants: reads.filter((name) => constants.has(name)),
      outputs: makes.filter((name) => read.has(name)),
      inside: inside(node),
      whole: bodiesOf(node).length > 0 || functions.has(functionKey(node.domain, node.opType)),
    };
  });
  constantNodes.forEach(({ node }, place) => (node.name = `C${place}`));
  graph.node = [...constantNodes, ...running].map(({ node }) => node);
  return { operators, constants };
}
