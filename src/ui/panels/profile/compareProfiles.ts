/** Two measurements of one model, block by block: by how much they differ, and whether that is more than chance. */
import { secondsOf } from '../../../core/profile/blockTime';
import type { BlockSample, Profile } from '../../../core/profile/types';

export interface BlockDifference {
  readonly block: number;
  readonly firstS: number;
  readonly secondS: number;
  /** Second minus first [s]. */
  readonly differenceS: number;
  /** Whether the 95 % intervals overlap; null where one of them has none, or either time is below the clock. */
  readonly overlap: boolean | null;
}

export interface Comparison {
  readonly blocks: readonly BlockDifference[];
  readonly firstS: number;
  readonly secondS: number;
  /** Blocks whose intervals are known on both sides, and how many of those lie apart. */
  readonly known: number;
  readonly apart: number;
}

/** null where they are not of the same model. */
export function compareProfiles(first: Profile, second: Profile): Comparison | null {
  if (first.modelKey !== second.modelKey || first.blocks.length !== second.blocks.length) return null;
  const blocks = first.blocks.map((sample, block): BlockDifference => {
    const other = second.blocks[block]!;
    const firstS = secondsOf(sample.time);
    const secondS = secondsOf(other.time);
    return { block, firstS, secondS, differenceS: secondS - firstS, overlap: overlapOf(sample, other) };
  });
  return {
    blocks,
    firstS: blocks.reduce((sum, { firstS }) => sum + firstS, 0),
    secondS: blocks.reduce((sum, { secondS }) => sum + secondS, 0),
    known: blocks.filter(({ overlap }) => overlap !== null).length,
    apart: blocks.filter(({ overlap }) => overlap === false).length,
  };
}

function overlapOf(a: BlockSample, b: BlockSample): boolean | null {
  if (a.intervalS === null || b.intervalS === null || 'belowS' in a.time || 'belowS' in b.time) return null;
  return a.intervalS[0] <= b.intervalS[1] && b.intervalS[0] <= a.intervalS[1];
}
