/** A flow network in compressed rows: the arcs of vertex v are at [first[v], first[v + 1]). */
export interface Arcs {
  readonly vertexCount: number;
  readonly first: Int32Array;
  readonly head: Int32Array;
  /** The arc that goes the other way; what one gains the other loses. */
  readonly mate: Int32Array;
  /** What each arc can carry; Infinity = no limit. */
  readonly capacity: Float64Array;
  /** What each arc can still carry; the capacity at first, changed by `maxFlow`. */
  readonly residual: Float64Array;
  /** What was sent over each arc so far, see `flowOf`. */
  readonly sent: Float64Array;
  /** Position of the forward arc of pair k. */
  readonly forward: Int32Array;
}

/** Collects pairs of opposite arcs. Both capacities in one pair, so that a finite arc and an infinite one back are one pair. */
export class PairList {
  private from = new Int32Array(1024);
  private to = new Int32Array(1024);
  private capacity = new Float64Array(1024);
  private back = new Float64Array(1024);
  count = 0;

  /** @returns the number of the pair, or -1 for one that could never carry anything */
  add(from: number, to: number, capacity: number, back: number): number {
    if (capacity === 0 && back === 0) return -1;
    if (this.count === this.from.length) this.grow();
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.capacity[this.count] = capacity;
    this.back[this.count] = back;
    return this.count++;
  }

  private grow(): void {
    const copy = <T extends Int32Array | Float64Array>(old: T, wider: T): T => {
      wider.set(old);
      return wider;
    };
    const length = 2 * this.count;
    this.from = copy(this.from, new Int32Array(length));
    this.to = copy(this.to, new Int32Array(length));
    this.capacity = copy(this.capacity, new Float64Array(length));
    this.back = copy(this.back, new Float64Array(length));
  }

  /** The arcs by their tail, in the order in which the pairs came. O(vertices + pairs). */
  pack(vertexCount: number): Arcs {
    const { count, from, to, capacity, back } = this;
    const first = new Int32Array(vertexCount + 1);
    for (let k = 0; k < count; k++) {
      first[from[k]! + 1]!++;
      first[to[k]! + 1]!++;
    }
    for (let v = 0; v < vertexCount; v++) first[v + 1]! += first[v]!;
    const next = first.slice(0, vertexCount);
    const head = new Int32Array(2 * count);
    const mate = new Int32Array(2 * count);
    const limit = new Float64Array(2 * count);
    const forward = new Int32Array(count);
    for (let k = 0; k < count; k++) {
      const there = next[from[k]!]!++;
      const here = next[to[k]!]!++;
      head[there] = to[k]!;
      head[here] = from[k]!;
      mate[there] = here;
      mate[here] = there;
      limit[there] = capacity[k]!;
      limit[here] = back[k]!;
      forward[k] = there;
    }
    return {
      vertexCount,
      first,
      head,
      mate,
      capacity: limit,
      residual: limit.slice(),
      sent: new Float64Array(2 * count),
      forward,
    };
  }
}

/**
 * The flow of a pair, positive along its forward arc. Of a one-way street it is what could be sent back, which is exact; where both
 * ways are open, what was sent one way less what was sent the other: it is as precise as the flow even beside a huge capacity.
 */
export function flowOf({ forward, mate, capacity, residual, sent }: Arcs, pair: number): number {
  const there = forward[pair]!;
  const here = mate[there]!;
  if (capacity[here] === 0) return residual[here]!;
  if (capacity[there] === 0) return -residual[there]!;
  return sent[there]! - sent[here]!;
}
