import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostTraceCharacters, parseTrace, type TraceFault } from './trace';

function faultOf(text: string): TraceFault {
  const read = parseTrace(text, 'drive.csv');
  if (read.ok) throw new Error('it was read');
  return read.error;
}

function read(text: string): { stepS: number; mbps: readonly number[]; sampling: string } {
  const result = parseTrace(text, 'drive.csv');
  if (!result.ok) throw new Error(result.error.expected);
  return { ...result.value.trace, sampling: result.value.sampling };
}

describe('parseTrace', () => {
  it('reads even rows as they are', () => {
    expect(parseTrace('t_s,mbps\n0,10.5\n0.1,0\n0.2,30\n', 'drive.csv')).toEqual({
      ok: true,
      value: {
        trace: { name: 'drive.csv', stepS: 0.1, mbps: [10.5, 0, 30], loop: true },
        rows: 3,
        durationS: 0.3,
        medianGapS: 0.1,
        sampling: 'kept',
      },
    });
  });

  it.each([
    ['semicolons', 't_s;mbps\n0;1\n1;2'],
    ['tabs', 't_s\tmbps\n0\t1\n1\t2'],
    ['CRLF and a byte order mark', '\ufefft_s,mbps\r\n0,1\r\n1,2\r\n'],
    ['further columns and blank lines', 'band,T_S,Mbps,note\nn78,0,1,"a, b"\n\nn78,1,2,\n'],
    ['comments', '# from a drive, 5G\nt_s,mbps\n  # stop\n0,1\n#1,9\n1,2\n'],
    ['empty fields at the end', 't_s,mbps\n0,1,,\n1,2,,\n'],
    ['quotes', '"t_s","mbps"\n"0","1"\n"1","2"\n'],
    ['times in ms', 't_ms,mbps\n0,1\n1000,2\n'],
    ['rates in kbit/s', 't_s,kbps\n0,1000\n1,2000\n'],
    ['rates in Gbit/s', 'gbps,t_s\n0.001,0\n0.002,1\n'],
    ['rates in bit/s', 'bps,time_s\n1e6,5\n2e6,6\n'],
  ])('reads %s', (_, text) => {
    expect(read(text)).toMatchObject({ stepS: 1, mbps: [1, 2] });
  });

  it('divides milliseconds without dust', () => {
    expect(read('t_ms,kbps\n0,3\n100,7\n200,9').mbps).toEqual([0.003, 0.007, 0.009]);
    expect(read('t_ms,kbps\n0,3\n100,7\n200,9').stepS).toBe(0.1);
  });

  it.each<[string, string, Partial<TraceFault>]>([
    ['nothing', ' \n# only this\n', { kind: 'empty', line: 1 }],
    ['no header', '\n0,1\n1,2\n', { kind: 'no-header', line: 2, column: 1 }],
    ['no rate', 't_s,rsrp\n0,1\n1,2', { kind: 'column-missing', line: 1 }],
    ['no time', 'mbps\n1\n2', { kind: 'column-missing', line: 1 }],
    ['two rates', 't_s,mbps,kbps\n0,1,2\n', { kind: 'column-twice', line: 1, column: 3 }],
    ['text', 't_s,mbps\n0,1\n1,fast\n2,3', { kind: 'not-a-number', line: 3, column: 2 }],
    ['an empty field', 't_s,mbps\n0,1\n,2', { kind: 'not-a-number', line: 3, column: 1 }],
    ['a missing field', 't_s,mbps\n0,1\n1', { kind: 'not-a-number', line: 3, column: 2 }],
    ['infinity', 't_s,mbps\n0,1e999\n1,2', { kind: 'not-a-number', line: 2, column: 2 }],
    ['a negative rate', 't_s,mbps\n0,1\n# x\n1,-2', { kind: 'negative', line: 4, column: 2 }],
    ['time that stands still', 't_s,mbps\n0,1\n1,2\n1,3', { kind: 'time-not-rising', line: 4, column: 1 }],
    ['time that runs back', 'mbps,t_s\n1,0\n2,5\n3,4', { kind: 'time-not-rising', line: 4, column: 2 }],
    ['a decimal comma', 't_s;mbps\n0;1,5\n1;2', { kind: 'decimal-comma', line: 2, column: 2 }],
    ['decimal commas between commas', 't_s,mbps\n0,0,1,5\n', { kind: 'decimal-comma', line: 2, column: 3 }],
    ['bit/s in mbps', 't_s,mbps\n0,1\n1,52000000', { kind: 'looks-like-bits', line: 3, column: 2 }],
    ['one row', 't_s,mbps\n0,1\n', { kind: 'too-few-rows', line: 3 }],
    ['a header alone', 't_s,mbps', { kind: 'too-few-rows', line: 2 }],
    ['a century', 't_s,mbps\n0,1\n1,1\n3e9,1', { kind: 'too-long', line: 4, column: 1 }],
  ])('refuses %s by line and column', (_, text, fault) => {
    expect(faultOf(text)).toMatchObject(fault);
  });

  it('says what was expected', () => {
    expect(faultOf('t_s;mbps\n0;1,5\n1;2').expected).toContain('decimal point');
    expect(faultOf('t_s,mbps\n0,52000000\n1,1').expected).toContain('looks like bit/s');
    expect(faultOf('t_s,mbps\n0,1\n').expected).toContain('two rows');
  });

  it('refuses too much text before it reads it, naming the limit', () => {
    const fault = faultOf('x'.repeat(mostTraceCharacters + 100_000));
    expect(fault).toMatchObject({ kind: 'too-large', line: 1 });
    expect(fault.expected).toBe('at most 5 MB of text, found 5.1 MB');
  });

  it('answers to any text with a trace that can be simulated or a fault with a place', () => {
    const cell = fc.oneof(fc.constantFrom('0', '1', '2', '3e3', '-1', '1,5', 'x', '', '"', '#'), fc.string());
    const row = fc.array(cell, { maxLength: 3 }).map((cells) => cells.join());
    const text = fc
      .tuple(fc.constantFrom('t_s,mbps', 't_ms;kbps', ''), fc.array(row))
      .map(([head, rows]) => [head, ...rows].join('\n'));
    fc.assert(
      fc.property(text, (input) => {
        const result = parseTrace(input, 'x');
        if (result.ok) {
          const { stepS, mbps } = result.value.trace;
          expect(stepS).toBeGreaterThan(0);
          expect(mbps.every((value) => value >= 0 && value <= 1e6)).toBe(true);
        } else {
          expect(result.error.line).toBeGreaterThanOrEqual(1);
          expect(result.error.expected).not.toBe('');
        }
      }),
      { seed: 55, numRuns: 400 },
    );
  });
});

const folder = new URL('../../../../shared/data/traces/', import.meta.url);

interface PublishedTrace {
  readonly file: string;
  readonly rows: number;
  readonly duration_s: number;
  readonly mean_mbps: number;
}

describe.skipIf(!fs.existsSync(folder))('traces of ../shared/data/traces (skipped without them)', () => {
  it('are all read, with their rows, lengths and means', () => {
    const index = JSON.parse(
      fs.readFileSync(new URL('index.json', folder), 'utf8'),
    ) as readonly PublishedTrace[];
    expect(index.length).toBeGreaterThan(0);
    for (const { file, rows, duration_s, mean_mbps } of index) {
      const result = parseTrace(fs.readFileSync(new URL(file, folder), 'utf8'), file);
      if (!result.ok) throw new Error(`${file}: ${result.error.expected}`);
      const { trace, durationS, medianGapS, ...value } = result.value;
      expect(value.rows).toBe(rows);
      expect(Math.abs(durationS - medianGapS - duration_s)).toBeLessThan(0.06);
      const mean = trace.mbps.reduce((sum, mbps) => sum + mbps) / trace.mbps.length;
      // Their means count rows, ours time: the same where steps are even.
      expect(Math.abs(mean / mean_mbps - 1)).toBeLessThan(value.sampling === 'kept' ? 0.001 : 0.05);
    }
  });
});
