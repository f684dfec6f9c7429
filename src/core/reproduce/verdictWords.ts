/** Verdicts in words, and counted: the same on the page, on the terminal and in files. */
import type { ClaimVerdict, Verdict } from './types';

export type Judged = Pick<ClaimVerdict, 'verdict' | 'nothingMoves'>;

/** In the order of the screen. */
export const verdictKinds: readonly Verdict[] = ['agrees', 'differs', 'cannot-be-checked'];

export const verdictTexts: Readonly<Record<Verdict, string>> = {
  agrees: 'agrees',
  differs: 'differs',
  'cannot-be-checked': 'cannot be checked',
};

/** What stands beside an "agrees" that says little. */
export const stillText = 'only because nothing moves';

/** "agrees", "agrees, only because nothing moves". */
export function verdictText({ verdict, nothingMoves }: Judged): string {
  return `${verdictTexts[verdict]}${nothingMoves ? `, ${stillText}` : ''}`;
}

/** "2 agree", "13 agree (3 only because nothing moves)", "0 cannot be checked". */
export function verdictCount(found: readonly Judged[], verdict: Verdict): string {
  const of = found.filter((each) => each.verdict === verdict);
  const count = of.length;
  switch (verdict) {
    case 'agrees':
      return `${count} ${count === 1 ? 'agrees' : 'agree'}${stillCount(of)}`;
    case 'differs':
      return `${count} ${count === 1 ? 'differs' : 'differ'}`;
    case 'cannot-be-checked':
      return `${count} cannot be checked`;
  }
}

function stillCount(agreeing: readonly Judged[]): string {
  const count = agreeing.filter(({ nothingMoves }) => nothingMoves).length;
  if (count === 0) return '';
  return count === agreeing.length ? ` (${stillText})` : ` (${count} ${stillText})`;
}

/** "2 agree, 1 differs, 1 cannot be checked"; none of a kind is left out. */
export function countsText(found: readonly Judged[]): string {
  const parts = verdictKinds
    .map((verdict) => verdictCount(found, verdict))
    .filter((part) => !part.startsWith('0 '));
  return parts.length === 0 ? 'nothing is claimed' : parts.join(', ');
}
