/** Labels of a search: vectors of what has been spent, where they stand and where they come from. Grows as needed. */
export class LabelStore {
  count = 0;
  values: Float64Array;
  /** Bytes of weights on each limited node. */
  held: Float64Array;
  node: Int32Array;
  parent: Int32Array;
  /** The arc taken last; -1 = a block was computed (or the start). */
  via: Int32Array;

  constructor(
    /** Criteria. */
    readonly width: number,
    /** Nodes whose memory may run out. */
    readonly limitedCount: number,
    private size = 1024,
  ) {
    this.values = new Float64Array(size * width);
    this.held = new Float64Array(size * limitedCount);
    this.node = new Int32Array(size);
    this.parent = new Int32Array(size);
    this.via = new Int32Array(size);
  }

  /** Room for one more label at index `count`, to be filled and then kept with `keep`. */
  reserve(): number {
    if (this.count === this.size) this.grow();
    return this.count;
  }

  keep(node: number, parent: number, via: number): number {
    this.node[this.count] = node;
    this.parent[this.count] = parent;
    this.via[this.count] = via;
    return this.count++;
  }

  /** Whether label a comes before label b: by the first criterion, then the second ... */
  before(a: number, b: number): boolean {
    const { width, values } = this;
    for (let k = 0; k < width; k++) {
      const x = values[a * width + k]!;
      const y = values[b * width + k]!;
      if (x !== y) return x < y;
    }
    return a < b;
  }

  private grow(): void {
    this.size *= 2;
    const longer = <T extends Float64Array | Int32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.values = longer(this.values, new Float64Array(this.size * this.width));
    this.held = longer(this.held, new Float64Array(this.size * this.limitedCount));
    this.node = longer(this.node, new Int32Array(this.size));
    this.parent = longer(this.parent, new Int32Array(this.size));
    this.via = longer(this.via, new Int32Array(this.size));
  }
}

/** Labels in lexicographic order: a binary heap. */
export class LabelQueue {
  private readonly heap: number[] = [];

  constructor(
    private readonly store: LabelStore,
    labels: readonly number[] = [],
  ) {
    for (const label of labels) this.push(label);
  }

  /** What waits, in no order. */
  get labels(): readonly number[] {
    return this.heap;
  }

  push(label: number): void {
    const { heap, store } = this;
    let at = heap.length;
    heap.push(label);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!store.before(label, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = label;
  }

  /** The first label, taken out; -1 when there is none left. */
  take(): number {
    const { heap, store } = this;
    const first = heap[0];
    if (first === undefined) return -1;
    const last = heap.pop()!;
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && store.before(heap[child + 1]!, heap[child]!)) child++;
      if (!store.before(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}
