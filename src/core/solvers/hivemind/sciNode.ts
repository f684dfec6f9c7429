/**
 * One node of HiveMind's split computing interface (SCI). It knows its own profile and hears one message from its
 * downstream neighbour; it never sees another node's times or links.
 *
 *   F(k) = min over j >= k of  time of its blocks k+1..j + leave(j),   leave(j) = zeta'(j), and at j = L the delivery if cheaper
 *   zeta(k) = arrive(k) + F(k),   n(k) = the j that gives F(k)
 *
 * zeta' is the message heard, zeta the message sent on, n the split point set. O(L). Source: HiveMind (IEEE JSAC 2022)
 * section IV, in the index of completed blocks and with the empty assignment. On equal cost a block runs where its data is.
 */
import { createWindow, sweepWindow } from '../sweepWindow';

/** What one node knows by itself. */
export interface SciProfile {
  /** Seconds of block l, L entries; Infinity = it cannot run here. */
  readonly computeS: Float64Array;
  /** Seconds of tensor k over its incoming hop, L + 1 entries; null: nothing comes in (the UE). */
  readonly arriveS: Float64Array | null;
  /** Seconds to deliver the result from here; Infinity = not from here. */
  readonly finishS: number;
  /** Bytes of weights of each block and its own room; absent: no limit. */
  readonly memory?: { readonly layerBytes: Float64Array; readonly roomBytes: number };
}

/** zeta(k) for k = 0..L: what handing tensor k to the sender costs from then on [s]. */
export type SciMessage = Float64Array | Float32Array;

export class SciNode {
  /** n(k): blocks completed when this node is done, if it is handed tensor k; -1 = impossible. */
  readonly next: Int32Array;
  /** F(k): cost to go once tensor k is here [s]. */
  readonly toGoS: Float64Array;
  /** Whether the result is delivered from here once all blocks are done; else it is handed on. */
  endsHere = true;

  constructor(private readonly profile: SciProfile) {
    this.next = new Int32Array(profile.computeS.length + 1);
    this.toGoS = new Float64Array(profile.computeS.length + 1);
  }

  /** Decides for every tensor k, and returns the message for the upstream neighbour. `heard` is null at the last node. */
  receive(heard: SciMessage | null): Float64Array {
    this.decide(this.leave(heard));
    const { arriveS } = this.profile;
    return this.toGoS.map((seconds, k) => (arriveS?.[k] ?? 0) + seconds);
  }

  private leave(heard: SciMessage | null): Float64Array {
    const { computeS, finishS } = this.profile;
    const blocks = computeS.length;
    const leaveS = new Float64Array(blocks + 1).fill(Infinity);
    if (heard !== null) leaveS.set(heard);
    this.endsHere = finishS <= leaveS[blocks]!;
    if (this.endsHere) leaveS[blocks] = finishS;
    return leaveS;
  }

  private decide(leaveS: Float64Array): void {
    const { computeS, memory } = this.profile;
    const { next, toGoS } = this;
    const blocks = computeS.length;
    if (memory !== undefined) {
      sweepWindow(createWindow(blocks), leaveS, computeS, memory.layerBytes, memory.roomBytes, toGoS, next);
      return;
    }
    let best = Infinity;
    let at = -1;
    for (let k = blocks; k >= 0; k--) {
      const here = k < blocks ? computeS[k]! + best : Infinity;
      const away = leaveS[k]!;
      // At k = L there is no block to run.
      if (k === blocks || !(here <= away)) at = k;
      best = Math.min(here, away);
      toGoS[k] = best;
      next[k] = best === Infinity ? -1 : at;
    }
  }
}
