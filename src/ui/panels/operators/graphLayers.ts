/**
 * Layers of a directed graph: how far along the drawing each box stands. Longest path from the inputs, so that every line
 * leads forward; boxes without an input of their own (constants) stand just before what reads them. Edges that close a
 * cycle (a block folded around operators of another one) are left out. O(items + edges).
 */

export interface DirectedGraph {
  readonly size: number;
  readonly successors: readonly (readonly number[])[];
}

export interface Layers {
  /** Layer of every item, from 0. */
  readonly layer: Int32Array;
  readonly count: number;
  /** Items in an order in which every kept edge leads forward. */
  readonly order: Int32Array;
}

export function graphLayers({ size, successors }: DirectedGraph): Layers {
  const order = forwardOrder(size, successors);
  const rank = new Int32Array(size);
  order.forEach((item, at) => (rank[item] = at));
  const layer = new Int32Array(size);
  const hasInput = new Uint8Array(size);
  for (const item of order) {
    for (const next of successors[item]!) {
      if (rank[next]! <= rank[item]!) continue;
      hasInput[next] = 1;
      layer[next] = Math.max(layer[next]!, layer[item]! + 1);
    }
  }
  for (const item of order) {
    const ahead = successors[item]!.filter((next) => rank[next]! > rank[item]!);
    if (hasInput[item] === 0 && ahead.length > 0)
      layer[item] = ahead.reduce((least, next) => Math.min(least, layer[next]!), Infinity) - 1;
  }
  return { layer, order, count: layer.reduce((most, at) => Math.max(most, at + 1), 0) };
}

/** Kahn's order; where only cycles are left, the item that came first goes on without the rest of its inputs. */
function forwardOrder(size: number, successors: readonly (readonly number[])[]): Int32Array {
  const missing = new Int32Array(size);
  for (const list of successors) for (const next of list) missing[next]! += 1;
  const order = new Int32Array(size);
  const done = new Uint8Array(size);
  let count = 0;
  const take = (item: number) => {
    if (done[item] === 1) return;
    done[item] = 1;
    order[count] = item;
    count += 1;
  };
  for (let item = 0; item < size; item += 1) if (missing[item] === 0) take(item);
  let stuckFrom = 0;
  for (let at = 0; at < size; at += 1) {
    if (at === count) {
      while (done[stuckFrom] === 1) stuckFrom += 1;
      take(stuckFrom);
    }
    for (const next of successors[order[at]!]!) {
      missing[next]! -= 1;
      if (missing[next] === 0) take(next);
    }
  }
  return order;
}
