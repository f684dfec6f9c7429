import { describe, expect, it } from 'vitest';
import { toleratedRelative } from '../../../core/split/compareResults';
import {
  checkSentence,
  cutsTable,
  formatError,
  isWithin,
  toleranceFor,
  worstCut,
  type Cut,
} from './cutCheckWords';
import { cutErrorsLayout } from './cutErrorsLayout';

const cut = (boundary: number, relative: number, sentBytes = 16): Cut => ({
  boundary,
  tensors: ['h'],
  absolute: relative * 2,
  relative,
  predictedBytes: 16,
  sentBytes,
});
const check = (cuts: readonly Cut[], failures: { boundary: number; message: string }[] = []) =>
  checkSentence({ cuts, failures, optimisation: 'all' }, 'fp32');

describe('the verdict on the cuts', () => {
  it('says exactly where nothing differs, and nothing of last digits then', () => {
    expect(check([cut(1, 0), cut(2, 0)])).toBe(
      "All two cuts give exactly the whole model's result. At every cut as many bytes cross as predicted.",
    );
  });

  it('names the worst cut and its size within the tolerance', () => {
    expect(check([cut(1, 0), cut(2, 3.1e-6)])).toMatch(
      /^All two cuts give the whole model's result: the worst difference is 3\.1 × 10⁻⁶ of the largest output \(6\.2 × 10⁻⁶\), at the cut after block 2\./,
    );
  });

  it('does not call a cut good that is not, a result that is no number least of all', () => {
    expect(check([cut(1, 2e-3), cut(2, 0)])).toMatch(/^Not every cut/);
    expect(isWithin([cut(1, NaN)])).toBe(false);
    expect(worstCut([cut(1, 1), cut(2, NaN)])?.boundary).toBe(2);
    expect(check([cut(1, 1), cut(2, NaN)])).toContain('not a number');
  });

  it('counts cuts that send other bytes than predicted, and boundaries that failed', () => {
    expect(check([cut(1, 0, 20), cut(2, 0)])).toContain('20 B instead of 16 B');
    expect(check([cut(1, 0)], [{ boundary: 2, message: 'no' }])).toContain('one boundary could not be run');
    expect(check([], [{ boundary: 2, message: 'no' }])).toMatch(/^No cut could be run/);
  });

  it('keeps exact zeros and errors apart in the table', () => {
    expect(cutsTable([cut(1, 0), cut(2, 1e-5)]).rows.map((row) => row[2])).toEqual([0, '1.0 × 10⁻⁵']);
    expect(formatError(0)).toBe('0');
  });
});

describe('features that are rounded on their way', () => {
  const lossy = (...cuts: Cut[]) => checkSentence({ cuts, failures: [], optimisation: 'all' }, 'int8');

  it('have an error of their own, which no cut passes or fails by', () => {
    const said = lossy(cut(1, 3e-2), cut(2, 1e-5));
    expect(said).toMatch(
      /^Features shipped as 8-bit integers change the result by up to 3\.0 × 10⁻² of the largest output .* after block 1\. That is the error of rounding/,
    );
    expect(said).not.toMatch(/Not every cut|more than|last digits/);
    expect(toleranceFor('int8')).toBe(null);
    expect(toleranceFor('fp32')).toBe(toleratedRelative);
  });

  it('may change nothing, or everything', () => {
    expect(lossy(cut(1, 0))).toContain("give exactly the whole model's result at one cut.");
    expect(lossy(cut(1, NaN))).toContain('a result that is no number at the cut after block 1.');
  });
});

describe('the chart of errors', () => {
  const layout = (cuts: readonly Cut[]) => cutErrorsLayout(cuts, 10, toleratedRelative, 200, 140);

  it('puts exact cuts on the floor, others above by decades, and the tolerance between', () => {
    const { marks, limitY, floorY } = layout([cut(1, 0), cut(2, 1e-7), cut(3, 1e-5), cut(4, 1e-3)]);
    expect(marks.map(({ kind }) => kind)).toEqual(['exact', 'within', 'within', 'beyond']);
    expect(marks[0]!.y).toBe(floorY);
    const [, small, larger, beyond] = marks.map(({ y }) => y);
    expect(small!).toBeGreaterThan(larger!);
    expect(larger!).toBeGreaterThan(limitY!);
    expect(beyond!).toBeLessThan(limitY!);
  });

  it('judges nothing where nothing is tolerated or not', () => {
    const { marks, limitY } = cutErrorsLayout([cut(1, 0), cut(2, 1e-1)], 10, null, 200, 140);
    expect(marks.map(({ kind }) => kind)).toEqual(['exact', 'within']);
    expect(limitY).toBe(null);
  });

  it('keeps every mark inside, whatever the errors, and leaves out those that are no numbers', () => {
    const { marks, ticks } = layout([cut(1, 1e-30), cut(10, 1e8), cut(5, NaN), cut(6, Infinity)]);
    for (const { x, y } of marks) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(200);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(140);
    }
    expect(marks).toHaveLength(2);
    expect(ticks.length).toBeLessThan(25);
  });
});
