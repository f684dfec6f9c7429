import { expect, test } from 'vitest';
import { countsText, verdictCount, verdictText, type Judged } from './verdictWords';

const agrees: Judged = { verdict: 'agrees', nothingMoves: false };
const still: Judged = { verdict: 'agrees', nothingMoves: true };
const differs: Judged = { verdict: 'differs', nothingMoves: false };
const unknown: Judged = { verdict: 'cannot-be-checked', nothingMoves: false };

test('verdicts are counted by kind, and a kind that there is none of is left out', () => {
  expect(countsText([agrees, differs, agrees, unknown])).toBe('2 agree, 1 differs, 1 cannot be checked');
  expect(countsText([differs, differs])).toBe('2 differ');
  expect(countsText([])).toBe('nothing is claimed');
  expect(verdictCount([differs], 'cannot-be-checked')).toBe('0 cannot be checked');
});

test('what agrees only because nothing moves is counted apart', () => {
  expect(countsText([agrees, still, differs])).toBe('2 agree (1 only because nothing moves), 1 differs');
  expect(verdictCount([still], 'agrees')).toBe('1 agrees (only because nothing moves)');
  expect([agrees, still].map(verdictText)).toEqual(['agrees', 'agrees, only because nothing moves']);
});
