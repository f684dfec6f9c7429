import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workloadChain } from '../../../core/model/workloadChain';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { boundaryLabels, leakageToCsv, parseLeakage } from './leakageTable';

const chain = workloadChain(openingScenario.workload);
const need = chain.boundaryBytes.length;

describe('a leakage vector as text', () => {
  test('is read one number a line, from the last of several columns, or from a single line', () => {
    const expected = { ok: true, value: [1, 0.5, 0] };
    for (const text of [
      '1\n0.5\n0',
      '\ufeff1\r\n\r\n0.5\r\n0\r\n',
      'boundary,leakage\n0,1\n1,0.5\n2,0',
      'after\tleakage\npicture\t1\n"conv, 3x3"\t0.5\nend\t0',
      '0;1\n1;0.5\n2;0',
      '0,1\n1,0.5\n2,0e0',
      '1, 0.5, 0',
      '1 0.5 0',
      '1;0.5;0',
    ]) {
      expect(parseLeakage(text, 3)).toEqual(expected);
    }
  });

  test('reads whole numbers beside counted boundaries', () => {
    expect(parseLeakage('0,9\n1,5\n2,0', 3)).toEqual({ ok: true, value: [9, 5, 0] });
  });

  test('names the line that is wrong', () => {
    const errorOf = (text: string, count = 3) => {
      const parsed = parseLeakage(text, count);
      if (parsed.ok) throw new Error('was read');
      return parsed.error;
    };
    expect(errorOf('')).toEqual({ line: 1, expected: '3 numbers, one a boundary' });
    expect(errorOf('1\nhigh\n0')).toEqual({
      line: 2,
      expected: 'a number from 0 to 1000000000, found "high"',
    });
    expect(errorOf('1\n\n-0.5\n0').line).toBe(3);
    expect(errorOf('1\nNaN\n0').line).toBe(2);
    expect(errorOf('1\nInfinity\n0').line).toBe(2);
    expect(errorOf('leakage\n1\n0')).toEqual({ line: 3, expected: '3 numbers (boundaries 0 to 2), found 2' });
    expect(errorOf('1\n1\n1\n1\n1')).toEqual({ line: 4, expected: '3 numbers (boundaries 0 to 2), found 5' });
    expect(errorOf('0,5\n0,4\n0,1').expected).toBe('a decimal point instead of the comma in "0,5"');
  });

  test('is copied as a table with the boundaries’ names, which reads back to the same numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: need, maxLength: need }),
        (values) => {
          expect(parseLeakage(leakageToCsv(chain, values), need)).toEqual({
            ok: true,
            value: values.map((value) => value + 0),
          });
        },
      ),
      { seed: 5, numRuns: 30 },
    );
  });

  test('names every boundary', () => {
    const labels = boundaryLabels(chain);
    expect(labels).toHaveLength(need);
    expect(labels[0]).toBe('the picture');
    expect(labels.at(-1)).toContain('the result');
    // A table to be filled in is refused until it is.
    expect(parseLeakage(leakageToCsv(chain, null), need).ok).toBe(false);
  });
});
