import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProfileCsv, profileToCsv } from './profileCsv';
import { sampleNames, sampleProfile } from './testing/sampleProfile';

const names = ['conv', 'pool', 'fc'];
const read = (text: string, of: readonly string[] = names) => parseProfileCsv(text, of);
const errorOf = (...table: Parameters<typeof read>) => {
  const parsed = read(...table);
  if (parsed.ok) throw new Error('it was read');
  return parsed.error;
};
const timesOf = (...table: Parameters<typeof read>) => {
  const parsed = read(...table);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value.map(({ time }) => ('seconds' in time ? time.seconds : -time.belowS));
};

describe('a table of block times', () => {
  it('reads back to the times it was written from', () => {
    const text = profileToCsv(sampleProfile, sampleNames);
    expect(read(text, sampleNames)).toEqual({ ok: true, value: sampleProfile.blocks });
  });

  it('keeps names that a spreadsheet would take for formulas, and hands none over to it', () => {
    const odd = ['=SUM(A1)', '-x, "y"', '@z'];
    const profile = { ...sampleProfile, blocks: sampleProfile.blocks.slice(0, 3) };
    const text = profileToCsv(profile, odd);
    expect(text).not.toMatch(/^[^,]*,"?[=@-]/m);
    expect(read(text, odd)).toEqual({ ok: true, value: profile.blocks });
  });

  it.each([
    ['names and milliseconds', 'block,time_ms\nfc,3\nconv,1.5\npool,.25'],
    ['numbers in any order', 'number,ms\n3,3\n1,1.5\n2,0.25'],
    ['numbers in place of names', 'block,time_s\n1,0.0015\n2,2.5e-4\n3,0.003'],
    [
      'semicolons, a byte order mark and Windows lines',
      '\ufeffLayer;Latency (us)\r\nconv;1500\r\npool;250\r\nfc;3000\r\n',
    ],
    ['tabs and empty lines', 'Block name\tmedian µs\n\nconv\t1500\npool\t250\n\nfc\t3000\n'],
  ])('may have %s', (_, text) => {
    expect(timesOf(text)).toEqual([0.0015, 0.00025, 0.003]);
  });

  it('takes a bound for what the clock could not tell', () => {
    expect(timesOf('block,time_ms\nconv,1\npool,<0.005\nfc,1')).toEqual([0.001, -0.000005, 0.001]);
  });

  it('takes intervals, slow runs and the fastest, each in its own unit or that of the time', () => {
    const parsed = read('block,time_ms,low,high,p90_us,min\nx,2,1.5,3,4000,1', ['x']);
    expect(parsed).toEqual({
      ok: true,
      value: [{ time: { seconds: 0.002 }, intervalS: [0.0015, 0.003], p90S: 0.004, minS: 0.001 }],
    });
  });

  it('gives each block its time whatever the order of lines', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...sampleNames.keys()], { minLength: sampleNames.length }),
        (order) => {
          const rows = order.map((block) => `${sampleNames[block]!},${block + 1}`);
          expect(timesOf(['block,time_s', ...rows].join('\n'), sampleNames)).toEqual(
            sampleNames.map((_, block) => block + 1),
          );
        },
      ),
      { seed: 1, numRuns: 50 },
    );
  });
});

describe('a table that cannot be read names line and column:', () => {
  it.each([
    ['nothing', '', 1, 1, 'a header'],
    ['no header', 'conv,1\npool,2\nfc,3', 1, 1, 'columns block'],
    ['no unit', 'block,time\nconv,1', 1, 2, 'the unit'],
    ['a unit that was lost with its encoding', 'block,time_\ufffds\nconv,1', 1, 2, 'columns block'],
    ['a column twice', 'block,time_s,ms\nconv,1,1', 1, 3, 'each column once'],
    ['no time', 'block,low_ms\nconv,1', 1, 3, 'columns block'],
    [
      'a decimal comma',
      'block;time_ms\nconv;1,5\npool;1\nfc;1',
      2,
      2,
      'a decimal point instead of the comma',
    ],
    ['a decimal comma between commas', 'block,time_ms\nconv,1,5', 2, 3, 'decimals need a point'],
    ['a word for a time', 'block,time_ms\nconv,fast', 2, 2, 'a number, found "fast"'],
    ['no time for a block', 'block,time_ms\nconv,', 2, 2, 'a number'],
    ['a time of nothing', 'block,time_ms\nconv,0', 2, 2, 'above 0'],
    ['a negative time', 'block,time_ms\nconv,-1', 2, 2, 'above 0'],
    ['a stranger', 'block,time_ms\nconv,1\nsoftmax,2', 3, 1, 'found "softmax"'],
    ['a number beyond', 'number,time_ms\n1,1\n4,2', 3, 1, '1 to 3'],
    ['a name of another model', 'number,block,time_ms\n1,conv,1\n2,relu,1', 3, 1, 'block 2 is "pool"'],
    ['a block twice', 'block,time_ms\nconv,1\npool,2\nconv,3', 4, 1, '"conv" is already on line 2'],
    ['a block missing', 'block,time_ms\nconv,1\nfc,3', 4, 1, 'missing: pool'],
    ['half an interval', 'block,time_ms,low_ms,high_ms\nconv,1,0.5,', 2, 4, 'both ends'],
    ['an interval upside down', 'block,time_ms,low_ms,high_ms\nconv,1,3,2', 2, 4, 'not below'],
  ])('%s', (_, text, line, column, words) => {
    const error = errorOf(text);
    expect(error).toMatchObject({ line, column });
    expect(error.expected).toContain(words);
  });

  it('blocks of one name, which only numbers tell apart', () => {
    expect(errorOf('block,time_ms\nx,1\nx,2', ['x', 'x'])).toMatchObject({ line: 2, column: 1 });
    expect(timesOf('number,time_s\n1,1\n2,2', ['x', 'x'])).toEqual([1, 2]);
  });
});
