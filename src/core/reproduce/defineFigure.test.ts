import { describe, expect, it } from 'vitest';
import { number, whole } from './assumptions';
import { assumedValues, defineFigure, partOf, type Experiment } from './defineFigure';
import { agreesIf } from './judge';

const text = { name: 'A', unit: '', ours: true, note: '' };
const assumptions = [
  number({ ...text, id: 'a' }, 5, 1, 10),
  whole({ ...text, id: 'b' }, 3, 0, 4),
  { ...number({ ...text, id: 'c' }, 0, 0, 500), values: { calibrated: 88, honest: 224 } },
];
const usual = { seed: 7, preset: 'calibrated', overrides: {}, scale: 1 } as const;

const doubled = defineFigure<number>({
  id: 2,
  title: '',
  claim: '',
  assumptions,
  stated: [],
  measure: ({ value, onPart, seed }) => {
    onPart(0.5);
    return 2 * value('a') + seed;
  },
  charts: () => [],
  numbers: (found) => [
    { name: 'Found', unit: '', ours: found, paper: null },
    { name: 'None', unit: '', ours: NaN, paper: null },
  ],
  claims: [
    {
      id: 'small',
      text: 'It is small.',
      rule: 'Below 20.',
      judge: (found) => agreesIf(found < 20, `${found}`),
    },
  ],
});

describe('assumptions', () => {
  it('are the preset’s unless overridden', () => {
    expect(assumedValues(assumptions, usual)).toEqual({ a: 5, b: 3, c: 88 });
    expect(assumedValues(assumptions, { ...usual, preset: 'honest' })).toEqual({ a: 5, b: 3, c: 224 });
    expect(assumedValues(assumptions, { ...usual, overrides: { a: 2.5 } })).toMatchObject({ a: 2.5 });
  });

  it('stay within their bounds, and whole where they must be', () => {
    const overrides = { a: 99, b: 1.6, c: -1, unknown: 3 };
    expect(assumedValues(assumptions, { ...usual, overrides })).toEqual({ a: 10, b: 2, c: 0 });
    expect(assumedValues(assumptions, { ...usual, overrides: { a: NaN } })).toMatchObject({ a: 5 });
  });
});

describe('a figure', () => {
  it('judges its claims on what it found, and says what it assumed', () => {
    const result = doubled.run(usual);
    expect(result).toMatchObject({ figure: 2, seed: 7, preset: 'calibrated', scale: 1, assumed: { a: 5 } });
    expect(result.verdicts).toEqual([
      {
        id: 'small',
        text: 'It is small.',
        rule: 'Below 20.',
        verdict: 'agrees',
        reason: '17',
        nothingMoves: false,
      },
    ]);
    expect(doubled.run({ ...usual, overrides: { a: 9 } }).verdicts[0]!.verdict).toBe('differs');
  });

  it('tells its claims without running', () => {
    expect(doubled.claims).toEqual([{ id: 'small', text: 'It is small.', rule: 'Below 20.' }]);
  });

  it('has no number rather than NaN', () => {
    expect(doubled.run(usual).numbers.map(({ ours }) => ours)).toEqual([17, null]);
  });
});

describe('parts of an experiment', () => {
  it('share what is done among them', () => {
    const heard: number[] = [];
    const experiment: Pick<Experiment, 'onPart'> = { onPart: (part) => heard.push(part) };
    partOf(experiment, 1, 4)(0.5);
    partOf(experiment, 3, 4)(1);
    expect(heard).toEqual([0.375, 1]);
  });
});
