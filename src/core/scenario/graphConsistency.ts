/** What the graph of an imported model must say of itself, once each of its fields is well formed. */
import { elementsOf } from '../model/elementsOf';
import { elementBytes, type ModelGraph } from '../model/imported/types';
import type { Inconsistency } from './consistency';
import { limits } from './limits';

/** The first contradiction in a graph, or null. Paths begin at the graph. O(size). */
export function findGraphFault(graph: ModelGraph): Inconsistency | null {
  return (
    findNameFault(graph.tensors, 'tensors') ??
    findNameFault(graph.operators, 'operators') ??
    findSizeFault(graph) ??
    findWiringFault(graph) ??
    findBlockFault(graph)
  );
}

function findNameFault(items: readonly { readonly name: string }[], list: string): Inconsistency | null {
  const seen = new Map<string, number>();
  for (const [index, { name }] of items.entries()) {
    const first = seen.get(name);
    if (first !== undefined) {
      return { path: `${list}[${index}].name`, detail: `the name is already that of ${list}[${first}]` };
    }
    seen.set(name, index);
  }
  return null;
}

function findSizeFault({ tensors }: ModelGraph): Inconsistency | null {
  const index = tensors.findIndex(({ type, shape }) => elementsOf(shape) * elementBytes[type] > limits.bytes);
  return index < 0
    ? null
    : { path: `tensors[${index}].shape`, detail: `a tensor takes ${limits.bytes} bytes at most` };
}

/** Every tensor is made once, before it is read, by an input or an operator. */
function findWiringFault({ tensors, inputs, outputs, operators }: ModelGraph): Inconsistency | null {
  const made = new Uint8Array(tensors.length);
  const make = (list: readonly number[], path: string): Inconsistency | null => {
    for (const [place, tensor] of list.entries()) {
      const at = `${path}[${place}]`;
      if (tensor >= tensors.length) return noSuchTensor(at, tensor);
      if (made[tensor] === 1) return { path: at, detail: `tensor ${tensor} is made already` };
      made[tensor] = 1;
    }
    return null;
  };
  const read = (list: readonly number[], path: string): Inconsistency | null => {
    for (const [place, tensor] of list.entries()) {
      const at = `${path}[${place}]`;
      if (tensor >= tensors.length) return noSuchTensor(at, tensor);
      if (made[tensor] === 0) return { path: at, detail: `nothing makes tensor ${tensor} before` };
    }
    const again = new Set(list).size < list.length;
    return again ? { path, detail: 'a tensor is named only once' } : null;
  };
  let fault = make(inputs, 'inputs');
  for (const [index, operator] of operators.entries()) {
    fault ??= read(operator.inputs, `operators[${index}].inputs`);
    fault ??= make(operator.outputs, `operators[${index}].outputs`);
    if (fault !== null) return fault;
  }
  fault ??= read(outputs, 'outputs');
  if (fault !== null) return fault;
  const unmade = made.indexOf(0);
  return unmade < 0 ? null : { path: `tensors[${unmade}]`, detail: 'nothing makes this tensor' };
}

function noSuchTensor(path: string, tensor: number): Inconsistency {
  return { path, detail: `there is no tensor ${tensor}` };
}

function findBlockFault({ operators, blockEnds }: ModelGraph): Inconsistency | null {
  let start = 0;
  for (const [block, end] of blockEnds.entries()) {
    const path = `blockEnds[${block}]`;
    if (end <= start) return { path, detail: 'ends of blocks must rise' };
    if (end > operators.length) return { path, detail: `there are only ${operators.length} operators` };
    const macs = operators.slice(start, end).reduce((sum, operator) => sum + operator.macs, 0);
    if (macs > limits.blockMacs) {
      return { path, detail: `a block takes ${limits.blockMacs} multiply-accumulates at most` };
    }
    start = end;
  }
  return start === operators.length
    ? null
    : {
        path: `blockEnds[${blockEnds.length - 1}]`,
        detail: `the last block must end at ${operators.length}, the number of operators`,
      };
}
