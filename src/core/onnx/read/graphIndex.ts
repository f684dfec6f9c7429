/** Who reads what: the outer tensors that bodies capture, and the order in which nodes can run. */
import { err, ok, type Result } from '../../result';
import type { ModelFault } from '../modelFacts';
import { shortName } from './names';
import { bodiesOf, type GraphProto, type NodeProto } from './protoModel';

/** Tensors a node reads from its own graph, each once: its inputs, and what its bodies capture. */
export function readsOf(node: NodeProto): readonly string[] {
  const reads = new Set(node.input.filter((name) => name !== ''));
  for (const body of bodiesOf(node)) for (const name of capturedBy(body)) reads.add(name);
  return [...reads];
}

/** Names a body uses and does not make. Bodies nest about thirty deep at most: the decoder sees to that. */
function capturedBy(body: GraphProto): ReadonlySet<string> {
  const own = new Set<string>([
    ...body.input.map(({ name }) => name),
    ...body.initializer.map(({ name }) => name),
    ...body.sparseInitializer.map(({ values }) => values?.name ?? ''),
    ...body.node.flatMap(({ output }) => output),
  ]);
  const captured = new Set<string>();
  const see = (name: string): void => {
    if (name !== '' && !own.has(name)) captured.add(name);
  };
  for (const node of body.node) for (const name of readsOf(node)) see(name);
  for (const { name } of body.output) see(name);
  return captured;
}

/** A node with what it reads, computed once. */
export interface IndexedNode {
  readonly node: NodeProto;
  readonly reads: readonly string[];
  readonly makes: readonly string[];
}

/**
 * The nodes in an order in which they can run: the file's own, as far as it is one (each node as early as the file has it, but
 * after what it reads). O(nodes x log nodes + tensors).
 *
 * @param given - tensors that are there from the start
 */
export function runningOrder(
  nodes: readonly IndexedNode[],
  given: ReadonlySet<string>,
): Result<readonly IndexedNode[], ModelFault> {
  const makers = new Map<string, number>();
  for (const [index, { makes }] of nodes.entries()) {
    for (const name of makes) {
      if (makers.has(name) || given.has(name))
        return inconsistent(nodes[index]!, `makes “${shortName(name)}”, which something else makes already`);
      makers.set(name, index);
    }
  }
  const readers = nodes.map((): number[] => []);
  const awaited = nodes.map(() => 0);
  for (const [index, { reads }] of nodes.entries()) {
    for (const name of reads) {
      if (given.has(name)) continue;
      const maker = makers.get(name);
      if (maker === undefined)
        return inconsistent(nodes[index]!, `reads “${shortName(name)}”, which nothing makes`);
      readers[maker]!.push(index);
      awaited[index]! += 1;
    }
  }
  const ready = createMinHeap();
  for (const [index, count] of awaited.entries()) if (count === 0) ready.push(index);
  const order: IndexedNode[] = [];
  for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
    order.push(nodes[index]!);
    for (const reader of readers[index]!) {
      awaited[reader]! -= 1;
      if (awaited[reader] === 0) ready.push(reader);
    }
  }
  const stuck = awaited.findIndex((count) => count > 0);
  return stuck < 0 ? ok(order) : inconsistent(nodes[stuck]!, 'waits for its own result: a cycle');
}

function inconsistent({ node }: IndexedNode, detail: string) {
  const at = { what: 'operator' as const, name: shortName(node.name || node.opType) };
  return err({ kind: 'inconsistent' as const, at, detail });
}

interface MinHeap {
  push(value: number): void;
  pop(): number | undefined;
}

function createMinHeap(): MinHeap {
  const heap: number[] = [];
  const swap = (a: number, b: number): void => {
    const kept = heap[a]!;
    heap[a] = heap[b]!;
    heap[b] = kept;
  };
  return {
    push(value) {
      let at = heap.push(value) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (heap[parent]! <= heap[at]!) return;
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      const least = heap[0];
      const last = heap.pop();
      if (least === undefined || last === undefined || heap.length === 0) return least;
      heap[0] = last;
      for (let at = 0; ;) {
        const left = 2 * at + 1;
        let next = at;
        if (left < heap.length && heap[left]! < heap[next]!) next = left;
        if (left + 1 < heap.length && heap[left + 1]! < heap[next]!) next = left + 1;
        if (next === at) return least;
        swap(at, next);
        at = next;
      }
    },
  };
}
