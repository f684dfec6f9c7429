/** Names that can be shown, kept in a document and found again in the runtime's profile. */
import { limits } from '../../scenario/limits';
import { cut, oneLinePattern } from '../../scenario/text';
import type { ModelFault } from '../modelFacts';
import { bodiesOf, type GraphProto, type NodeProto } from './protoModel';

/** Whether a document can keep this name. */
export function isPlainName(name: string): boolean {
  return name.length <= limits.tensorNameLength && oneLinePattern.test(name) && /\S/u.test(name);
}

/** A name in a message: names come from the file and may be anything. */
export function shortName(name: string): string {
  return cut(name, 80).replace(/\p{Cc}/gu, ' ');
}

/** Weights, an input or a result that contradict the rest. */
export function tensorFault(name: string, detail: string): ModelFault {
  return { kind: 'inconsistent', at: { what: 'tensor', name: shortName(name) }, detail };
}

/** The file's own name where it has one that is plain and not taken, else the kind and the place of the operator. */
export function uniqueName(own: string, kind: string, place: number, taken: Set<string>): string {
  let name = isPlainName(own) && !taken.has(own) ? own : '';
  const base = isPlainName(kind) && kind.length < 200 ? kind : 'operator';
  for (let again = 0; name === '' || taken.has(name); again += 1)
    name = `${base} ${place}${again === 0 ? '' : `.${again}`}`;
  taken.add(name);
  return name;
}

/** Operator type, with its domain before a dot where that is not ONNX's own. */
export function kindOf({ opType, domain }: Pick<NodeProto, 'opType' | 'domain'>): string {
  const kind = domain === '' || domain === 'ai.onnx' ? opType : `${domain}.${opType}`;
  return isPlainName(kind) ? kind : 'unnamed';
}

/** Renames tensors whose names a document cannot keep, wherever the graph uses them. Changes the graph. */
export function renameOddTensors(graph: GraphProto): void {
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  eachName(graph, (name) => {
    taken.add(name);
    return name;
  });
  eachName(graph, (name) => {
    if (name === '' || isPlainName(name)) return name;
    let next = renamed.get(name);
    for (let place = renamed.size; next === undefined; place += 1) {
      if (taken.has(`tensor ${place}`)) continue;
      next = `tensor ${place}`;
      taken.add(next);
      renamed.set(name, next);
    }
    return next;
  });
}

function eachName(graph: GraphProto, map: (name: string) => string): void {
  for (const value of [...graph.input, ...graph.output, ...graph.valueInfo, ...graph.initializer])
    value.name = map(value.name);
  for (const { values } of graph.sparseInitializer) if (values !== undefined) values.name = map(values.name);
  for (const node of graph.node) {
    node.input = node.input.map(map);
    node.output = node.output.map(map);
    for (const body of bodiesOf(node)) eachName(body, map);
  }
}

/** Nodes inside the bodies of an operator: their kernels run within its own and must not be taken for others. */
export function renameBodies(node: NodeProto, place: number): void {
  let next = 0;
  const visit = (graph: GraphProto): void => {
    for (const inner of graph.node) {
      inner.name = `B${place}.${next}`;
      next += 1;
      bodiesOf(inner).forEach(visit);
    }
  };
  bodiesOf(node).forEach(visit);
}
