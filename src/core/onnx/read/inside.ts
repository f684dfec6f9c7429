/** What is stored inside operators that stay whole: weights of bodies, and of the model's own functions. */
import type { StoredValue } from './onnxModel';
import { bodiesOf, type ModelProto, type NodeProto } from './protoModel';
import { storedInNode, storedTensors, type Stored } from './storedTensors';
import { valueOfStored, type ExternalFiles } from './storedValues';

/** Under which name a node calls a function. */
export function functionKey(domain: string, name: string): string {
  return `${domain}\n${name}`;
}

/**
 * Ask for the operators in the file's order: what a function stores belongs to the first operator that calls it, directly or from
 * within. O(what is stored) for all operators together.
 */
export function createInside(
  functions: ModelProto['functions'],
  files: ExternalFiles,
): (node: NodeProto) => readonly StoredValue[] {
  const notCalled = new Map(functions.map((own) => [functionKey(own.domain, own.name), own]));
  return (node) => {
    const found: (readonly Stored[])[] = bodiesOf(node).map(storedTensors);
    const open = [node];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const { node: inner } of bodiesOf(next)) for (const one of inner) open.push(one);
      const key = functionKey(next.domain, next.opType);
      const called = notCalled.get(key);
      if (called === undefined) continue;
      notCalled.delete(key);
      for (const inner of called.node) {
        found.push(storedInNode(inner));
        open.push(inner);
      }
    }
    // Whatever does not agree with itself was refused before.
    return found.flat().flatMap((stored) => {
      const value = valueOfStored(stored, files);
      return value.ok ? value.value : [];
    });
  };
}
