/** Which way blocks travel over a link when the plan changes. */
import type { LinkDirection } from '../../core/network/types';
import type { LinkTransfer } from './planOverlay';

export interface BlockMotion {
  readonly direction: LinkDirection;
  /** How many squares to draw: one for few blocks, up to four for many. */
  readonly squares: number;
  /** Blocks before the first one that moves: `block` + 1 is it. */
  readonly block: number;
}

/**
 * Compares what crossed a link with what crosses it now. A cut that moves towards the end of the model brings blocks back
 * upstream; one that moves to its start, or a link newly used, sends them downstream. null: nothing moves here.
 */
export function blockMotion(
  before: readonly LinkTransfer[],
  now: readonly LinkTransfer[],
  blockCount: number,
): BlockMotion | null {
  const first = now[0] ?? before[0];
  if (first === undefined) return null;
  const { direction } = first;
  const doneBefore = blocksDone(before, direction, blockCount);
  const doneNow = blocksDone(now, direction, blockCount);
  if (doneBefore === doneNow) return null;
  return {
    direction: doneNow < doneBefore ? direction : opposite(direction),
    squares: squaresFor(Math.abs(doneNow - doneBefore)),
    block: Math.min(doneNow, doneBefore),
  };
}

/** Blocks done before the link is crossed in a direction; all of them when it is not. */
function blocksDone(
  transfers: readonly LinkTransfer[],
  direction: LinkDirection,
  blockCount: number,
): number {
  return transfers.find((transfer) => transfer.direction === direction)?.boundary ?? blockCount;
}

function opposite(direction: LinkDirection): LinkDirection {
  return direction === 'aToB' ? 'bToA' : 'aToB';
}

function squaresFor(blocks: number): number {
  return Math.min(4, Math.ceil(blocks / 5));
}
