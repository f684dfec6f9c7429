/** Nodes by (cost, transfers, index): an indexed binary heap over the labels of a Dijkstra. */

interface Keys {
  readonly costS: Float64Array;
  readonly hops: Int32Array;
}

export class NodeHeap {
  private size = 0;
  private readonly nodes: Int32Array;
  /** Where a node is in the heap; -1 if it is not. */
  private readonly place: Int32Array;
  private keys: Keys = { costS: new Float64Array(0), hops: new Int32Array(0) };
  private offset = 0;

  constructor(nodeCount: number) {
    this.nodes = new Int32Array(nodeCount);
    this.place = new Int32Array(nodeCount);
  }

  /** Starts with every node whose label at `offset` is finite. */
  fill(keys: Keys, offset: number): void {
    this.keys = keys;
    this.offset = offset;
    this.size = 0;
    this.place.fill(-1);
    for (let v = 0; v < this.place.length; v++) if (keys.costS[offset + v]! < Infinity) this.lower(v);
  }

  /** The first node, taken out; -1 when there is none left. */
  take(): number {
    if (this.size === 0) return -1;
    const first = this.nodes[0]!;
    this.place[first] = -1;
    const last = this.nodes[--this.size]!;
    if (this.size > 0) this.sink(last);
    return first;
  }

  /** Puts a node in, or moves it up after its label became lower. */
  lower(node: number): void {
    const { nodes, place } = this;
    let at = place[node]!;
    if (at < 0) at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = nodes[parent]!;
      if (!this.before(node, other)) break;
      nodes[at] = other;
      place[other] = at;
      at = parent;
    }
    nodes[at] = node;
    place[node] = at;
  }

  private sink(node: number): void {
    const { nodes, place, size } = this;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.before(nodes[child + 1]!, nodes[child]!)) child++;
      const other = nodes[child]!;
      if (!this.before(other, node)) break;
      nodes[at] = other;
      place[other] = at;
      at = child;
    }
    nodes[at] = node;
    place[node] = at;
  }

  private before(u: number, v: number): boolean {
    const { costS, hops } = this.keys;
    const a = this.offset + u;
    const b = this.offset + v;
    if (costS[a] !== costS[b]) return costS[a]! < costS[b]!;
    return hops[a] !== hops[b] ? hops[a]! < hops[b]! : u < v;
  }
}
