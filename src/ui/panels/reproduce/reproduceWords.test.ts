import { describe, expect, test } from 'vitest';
import { figureTexts } from '../../../core/reproduce/findFigure';
import { figure2 } from '../../../core/reproduce/figure2';
import { usualQuestion } from '../../../core/reproduce/figureQuestion';
import { figureIds, type FigureId } from '../../../core/reproduce/types';
import type { Judged } from '../../../core/reproduce/verdictWords';
import type { ReproductionState, ShownFigure } from '../../../state/reproductionTypes';
import { claimsTable, figureJson, filePrefix, tableToMarkdown } from './exportFigures';
import {
  announcement,
  answeredCount,
  changesSince,
  figureState,
  foldedNote,
  judgedText,
  madeHere,
  ourNumber,
  paperNumber,
  presetDifference,
  provenanceText,
  runningText,
  verdictsNow,
} from './reproduceWords';

const texts = figureTexts();
const textOf = (id: FigureId) => texts.find((text) => text.id === id)!;
const idle: ShownFigure = { question: usualQuestion, run: { status: 'idle' }, last: null, kept: [] };
const result = figure2.run({ ...usualQuestion, scale: 1 });
const done: ShownFigure = { ...idle, last: { question: usualQuestion, result } };
const older: ShownFigure = { ...done, question: { ...usualQuestion, seed: 7 } };
const figuresOf = (figure2State: ShownFigure): Pick<ReproductionState, 'figures'> => ({
  figures: Object.fromEntries(
    figureIds.map((id) => [id, id === 2 ? figure2State : idle]),
  ) as ReproductionState['figures'],
});

describe('verdicts in words', () => {
  const judged = (verdict: Judged['verdict']): Judged => ({ verdict, nothingMoves: false });

  test('are judged only where they could be checked', () => {
    const of = (older: number, ...verdicts: readonly Judged['verdict'][]) =>
      judgedText(verdicts.map(judged), 5, older);
    expect(of(0, 'agrees', 'differs', 'agrees', 'cannot-be-checked', 'cannot-be-checked')).toBe(
      '3 of 5 claims judged, 2 cannot be checked: 2 agree, 1 differs',
    );
    expect(of(0, 'differs', 'cannot-be-checked')).toBe(
      '1 of 5 claims judged, 1 cannot be checked, 3 not run yet: 1 differs',
    );
    expect(of(0, 'cannot-be-checked')).toBe('0 of 5 claims judged, 1 cannot be checked, 4 not run yet');
  });

  test('of other settings than now are not counted among those of now', () => {
    expect(verdictsNow(figuresOf(done))).toEqual({ found: result.verdicts, older: 0 });
    expect(verdictsNow(figuresOf(older))).toEqual({ found: [], older: 2 });
    expect(judgedText([], 5, 2)).toBe('0 of 5 claims judged, 3 not run yet, 2 run with other settings only');
  });

  test('say how many agree only because nothing moves', () => {
    const still: Judged = { verdict: 'agrees', nothingMoves: true };
    expect(judgedText([still, judged('agrees'), judged('differs')], 3, 0)).toBe(
      '3 of 3 claims judged: 2 agree (1 only because nothing moves), 1 differs',
    );
  });
});

describe('a number beside the paper’s', () => {
  test('has its unit, the paper’s too where it prints nothing but a number', () => {
    const row = { name: '', unit: 'ms', ours: 4.6385, paper: '> 500' };
    expect([ourNumber(row), paperNumber(row)]).toEqual(['4.64 ms', '> 500 ms']);
    expect(ourNumber({ ...row, unit: '×', ours: 2.711 })).toBe('2.71×');
    expect([ourNumber({ ...row, ours: null }), paperNumber({ ...row, paper: null })]).toEqual([
      'none',
      'not given',
    ]);
    expect(paperNumber({ unit: 'mJ', paper: '476 J (of what?)' })).toBe('476 J (of what?)');
    expect(paperNumber({ unit: '%', paper: '91 (quoted)' })).toBe('91 % (quoted)');
  });
});

describe('a note', () => {
  const rest = 'At 88 px it fits; fp32 is as large, and no picture is left out of anything.';

  test('keeps its first sentence in sight, or the first part of it', () => {
    expect(foldedNote(`The paper gives no size, e.g. 88 px. ${rest}`)).toEqual({
      first: 'The paper gives no size, e.g. 88 px.',
      rest,
    });
    expect(foldedNote(rest.repeat(2)).first).toBe('At 88 px it fits…');
  });

  test('that is short stands whole', () => {
    expect(foldedNote('As in the paper; the way is ours.').rest).toBe('');
  });
});

describe('a figure in the list', () => {
  test('says how far it is', () => {
    expect(figureState(idle)).toBe('not run yet');
    expect(figureState({ ...done, run: { status: 'running', question: usualQuestion, part: 0.459 } })).toBe(
      'running, 45 %',
    );
    expect(figureState({ ...idle, run: { status: 'waiting', question: usualQuestion } })).toBe(
      'waits for its turn',
    );
    expect(figureState(done)).toBe('2 agree');
    expect(figureState(older)).toBe('2 agree (older)');
  });

  test('that waits says for what', () => {
    const running: ShownFigure = { ...idle, run: { status: 'running', question: usualQuestion, part: 0.5 } };
    expect(runningText(figuresOf(running))).toBe('Waits for its turn: figure 2 is running, 50 %');
  });

  test('is announced when it starts and when it is done', () => {
    expect(announcement(2, { ...idle, run: { status: 'running', question: usualQuestion, part: 0 } })).toBe(
      'Figure 2 is running.',
    );
    expect(announcement(2, done)).toBe('Figure 2 is done: 2 agree.');
    expect(announcement(2, idle)).toBe('');
  });

  test('counts as answered only for what is asked now', () => {
    expect(answeredCount(figuresOf(done))).toBe(1);
    expect(answeredCount(figuresOf(older))).toBe(0);
  });
});

describe('what a result rests on', () => {
  test('is simulated, or computed where there is no time to simulate', () => {
    expect(texts.filter((text) => madeHere(text) === 'computed').map(({ id }) => id)).toEqual([2]);
    expect(provenanceText(textOf(11), 7)).toBe('Simulated here from seed 7.');
  });

  test('names what is asked differently now, with both numbers', () => {
    const now = { seed: 7, preset: 'honest', overrides: { durationS: 5 } } as const;
    expect(changesSince(usualQuestion, now, textOf(11))).toBe(
      'seed 1 (now 7), “HiveMind-calibrated” (now “Honest 224 px”), simulated time 120 s (now 5 s)',
    );
  });

  test('tells what the other preset changes in this figure, or that it changes nothing', () => {
    expect(presetDifference(textOf(2), 'calibrated')).toBe(
      'This figure rests on the same numbers either way.',
    );
    expect(presetDifference(textOf(11), 'honest')).toContain('picture 224 px (HiveMind-calibrated: 88 px)');
  });
});

describe('files', () => {
  test('of a figure hold the question, every number and whose it is', () => {
    const file = JSON.parse(figureJson(textOf(2), usualQuestion, result)) as Record<string, unknown>;
    expect(file['question']).toEqual(usualQuestion);
    expect(file['charts']).toEqual(JSON.parse(JSON.stringify(result.charts)));
    expect(file['about']).toMatch(/^Figure 2 of HiveMind .* computed by Splitscape from seed 1\./);
    expect(filePrefix(2, usualQuestion)).toBe('figure-2-calibrated-seed-1');
  });

  test('of all claims have a row each, those without a verdict too', () => {
    const table = claimsTable(texts, figuresOf(older));
    expect(table.rows).toHaveLength(texts.reduce((sum, { claims }) => sum + claims.length, 0));
    expect(table.rows[0]!.slice(3)).toEqual([
      'agrees',
      result.verdicts[0]!.reason,
      1,
      'HiveMind-calibrated, older than what is asked now',
    ]);
    expect(table.rows.at(-1)![3]).toBe('not run yet');
    expect(tableToMarkdown(table).split('\n')[2]).toMatch(/^\| 2 \| At every capacity.* \| agrees \|/);
  });
});
