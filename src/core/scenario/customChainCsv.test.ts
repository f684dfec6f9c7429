import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customChainToCsv, parseCustomChainCsv } from './customChainCsv';
import { limits } from './limits';
import { oneLinePattern } from './text';
import type { CustomBlock } from './types';

const block = (name: string, seconds: number, bytesOut: number, weightBytes = 0): CustomBlock => ({
  name,
  load: { unit: 'seconds', value: seconds },
  bytesOut,
  weightBytes,
});

describe('reading', () => {
  test('columns come in any order and unit', () => {
    const text = 'kB_out, Name ,time (ms),weights_MB\n1.5,conv,3,2\n0,fc,0.25,\n';
    expect(parseCustomChainCsv(text)).toEqual({
      ok: true,
      value: [block('conv', 0.003, 1500, 2e6), block('fc', 0.00025, 0)],
    });
  });

  test('without a header: name, seconds, bytes out, weight bytes', () => {
    expect(parseCustomChainCsv('a,0.5,125000\nb,1,500000')).toEqual({
      ok: true,
      value: [block('a', 0.5, 125_000), block('b', 1, 500_000)],
    });
    expect(parseCustomChainCsv('a\t0.5\t125000\t9')).toEqual({
      ok: true,
      value: [block('a', 0.5, 125_000, 9)],
    });
  });

  test('a paste from a spreadsheet (tabs) and an export with semicolons are read alike', () => {
    const value = [block('a, b', 2, 8)];
    expect(parseCustomChainCsv('name\ttime_s\tbytes_out\r\na, b\t2\t8\r\n')).toEqual({ ok: true, value });
    expect(parseCustomChainCsv('name;time_s;bytes_out\na, b;2;8')).toEqual({ ok: true, value });
    expect(parseCustomChainCsv('\ufeffname,time_s,bytes_out\n"a, b",2,8')).toEqual({ ok: true, value });
  });

  test('MACs and Mbit are understood, empty lines are skipped, nameless blocks are numbered', () => {
    const text = 'gmacs,mbit_out\n\n1.8,1\n,,\n2,4\n';
    expect(parseCustomChainCsv(text)).toEqual({
      ok: true,
      value: [
        { name: 'Block 1', load: { unit: 'macs', value: 1.8e9 }, bytesOut: 125_000, weightBytes: 0 },
        { name: 'Block 2', load: { unit: 'macs', value: 2e9 }, bytesOut: 500_000, weightBytes: 0 },
      ],
    });
  });

  test('the names of the file format are titles too, in any case', () => {
    const value = [block('a', 2, 8, 9)];
    for (const titles of ['name,seconds,bytesOut,weightBytes', 'NAME,SECONDS,BYTESOUT,weightbytes'])
      expect(parseCustomChainCsv(`${titles}\na,2,8,9`)).toEqual({ ok: true, value });
  });

  test('names are cleaned, markup in them is text', () => {
    const result = parseCustomChainCsv(`name,time_s,bytes_out\n<b>\u0007x</b>,1,1\n${'y'.repeat(200)},1,1`);
    expect(result.ok && result.value.map(({ name }) => name)).toEqual(['<b> x</b>', 'y'.repeat(80)]);
  });
});

describe('what cannot be read is placed', () => {
  test.each([
    ['', 1, 1, 'at least one block'],
    ['name,time_s,bytes_out', 2, 1, 'at least one block'],
    ['name,time_s,bytes_out\na,"0,5",8', 2, 2, 'time_s: a decimal point instead of the comma in "0,5"'],
    ['name;time_s;bytes_out\na;0,5;8', 2, 2, 'time_s: a decimal point instead of the comma in "0,5"'],
    [
      'name,time_s,bytes_out\na,0,5,8',
      2,
      4,
      '3 fields as in the columns; decimals need a point, not a comma',
    ],
    ['name,time_s,bytes_out\na,fast,8', 2, 2, 'time_s: a number, found "fast"'],
    ['name,time_s,bytes_out\na,-1,8', 2, 2, 'time_s: from 0 to 1000000, found -1'],
    ['name,time_ms,bytes_out\na,1,8\nb,1e99,8', 3, 2, 'time_ms: from 0 to 1000000000, found 1e99'],
    ['name,time_s,bytes_out\na,NaN,8', 2, 2, 'time_s: a number, found "NaN"'],
    ['name,time_s,bytes_out\na,1', 2, 3, 'bytes_out: a number, found ""'],
    ['name,time_s,bytes_out\n"two\nlines",1,8\nb,,8', 4, 2, 'a number: the time or the MACs'],
    ['name,time_s,macs,bytes_out\na,1,2,8', 2, 3, 'one load in a line: a time or MACs, not both'],
    ['name,time_s,time_s,bytes_out\na,1,2,8', 1, 3, 'each column once'],
  ])('%j', (text, line, column, expected) => {
    expect(parseCustomChainCsv(text)).toEqual({ ok: false, error: { line, column, expected } });
  });

  test('an unknown column is named with those that are known', () => {
    const result = parseCustomChainCsv('name,colour,bytes_out\na,1,8'.replace('1', 'red').replace('8', 'x'));
    expect(result).toMatchObject({ ok: false, error: { line: 1, column: 2 } });
    expect(!result.ok && result.error.expected).toContain('time_ms');
    expect(parseCustomChainCsv('name,bytes_out\na,8')).toMatchObject({ ok: false, error: { column: 3 } });
  });

  test('more blocks than a document holds are refused', () => {
    const rows = Array.from({ length: limits.blocks + 1 }, (_, index) => `b${index},1,1`);
    expect(parseCustomChainCsv(rows.slice(1).join('\n')).ok).toBe(true);
    expect(parseCustomChainCsv(rows.join('\n'))).toEqual({
      ok: false,
      error: { line: 2001, column: 1, expected: 'at most 2000 blocks' },
    });
  });
});

test('a table that was written is read back to the same blocks', () => {
  const name = fc
    .string({ minLength: 1, maxLength: 80, unit: 'grapheme' })
    .filter((text) => text.length <= 80 && text.trim() === text && text !== '' && oneLinePattern.test(text));
  const arbitrary = fc.record({
    name,
    load: fc.oneof(
      fc.record({
        unit: fc.constant('seconds' as const),
        value: fc.double({ min: 0, max: 1e6, noNaN: true }),
      }),
      fc.record({ unit: fc.constant('macs' as const), value: fc.double({ min: 0, max: 1e15, noNaN: true }) }),
    ),
    bytesOut: fc.double({ min: 0, max: 1e12, noNaN: true }),
    weightBytes: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(arbitrary, { minLength: 1, maxLength: 20 }), (blocks) => {
      expect(parseCustomChainCsv(customChainToCsv(blocks))).toEqual({ ok: true, value: blocks });
    }),
    { seed: 6, numRuns: 300 },
  );
});

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', '1', ',', ';', '\t', '\n', '\r', '"', '.', '-', 'e', '<', 'é'),
        maxLength: 60,
      }),
      (text) => {
        const result = parseCustomChainCsv(text);
        if (result.ok) expect(result.value.length).toBeGreaterThan(0);
        else expect(result.error.line).toBeGreaterThan(0);
      },
    ),
    { seed: 7, numRuns: 2000 },
  );
});
