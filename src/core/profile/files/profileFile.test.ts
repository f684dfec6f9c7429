import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseScenario } from '../../scenario/parseScenario';
import { lineOfField } from './fieldPlace';
import { parseProfileFile, writeProfileFile } from './profileFile';
import { stripFile } from './stripDevice';
import { sampleDetails, sampleProfile, sampleWorkload } from './testing/sampleProfile';

const content = {
  exportedAt: '2026-01-02T03:04:05Z',
  profiles: [sampleProfile],
  details: { [sampleProfile.id]: sampleDetails },
  workload: sampleWorkload,
};
const text = writeProfileFile(content);

interface RawFile {
  profiles: { blocks: { time: unknown }[]; source: { sumS: number } }[];
}

/** The text with something in it changed. */
function changed(change: (file: RawFile) => void): string {
  const file = JSON.parse(text) as RawFile;
  change(file);
  return JSON.stringify(file, null, 1);
}
const errorOf = (json: string) => {
  const parsed = parseProfileFile(json);
  if (parsed.ok) throw new Error('it was read');
  return parsed.error;
};

describe('a profile file', () => {
  it('reads back to what was written, with or without a byte order mark', () => {
    const expected = { ok: true, value: { format: 'splitscape-profile', version: 1, ...content } };
    expect(parseProfileFile(text)).toEqual(expected);
    expect(parseProfileFile(`\ufeff${text}`)).toEqual(expected);
  });

  it('may hold profiles alone', () => {
    expect(parseProfileFile(writeProfileFile({ profiles: [sampleProfile] })).ok).toBe(true);
  });

  it('of a newer version says so', () => {
    expect(errorOf(changed((file) => Object.assign(file, { version: 2, extra: true })))).toEqual({
      kind: 'newer-version',
      found: 2,
      known: 1,
    });
  });

  it('names the field that is wrong, and its line', () => {
    const json = changed(({ profiles }) => {
      profiles[0]!.blocks[2]!.time = { seconds: 0 };
    });
    const error = errorOf(json);
    expect(error).toMatchObject({ kind: 'invalid-field', path: 'profiles[0].blocks[2].time.seconds' });
    const line = error.kind === 'invalid-field' ? error.line! : 0;
    expect(json.split('\n')[line - 1]).toContain('"seconds": 0');
  });

  it('refuses a field it does not know, where it stands', () => {
    const error = errorOf(changed((file) => Object.assign(file, { colour: 'red' })));
    expect(error).toMatchObject({ kind: 'invalid-field', path: 'colour', expected: 'no field of this name' });
    expect(error.kind === 'invalid-field' && error.line).toBeGreaterThan(100);
  });

  it('refuses times that contradict the measurement beside them', () => {
    const error = errorOf(
      changed(({ profiles }) => {
        profiles[0]!.source.sumS *= 2;
      }),
    );
    expect(error).toMatchObject({ kind: 'inconsistent', path: 'profiles[0].source.factor' });
  });

  it('refuses blocks that are not those of the model it carries', () => {
    const error = errorOf(changed(({ profiles }) => void profiles[0]!.blocks.pop()));
    expect(error).toMatchObject({ kind: 'inconsistent', path: 'profiles[0].blocks' });
  });

  it.each([
    ['two profiles of one id', { profiles: [sampleProfile, sampleProfile] }, 'profiles[1].id'],
    ['details of nobody', { details: { stranger: sampleDetails } }, 'details.stranger'],
    [
      'a kernel of a block that is not there',
      {
        details: {
          [sampleProfile.id]: { ...sampleDetails, kernels: [{ ...sampleDetails.kernels[0], block: 900 }] },
        },
      },
      'details["sample-1"].kernels[0].block',
    ],
    [
      'a figure that nobody measured',
      { profiles: [{ ...sampleProfile, source: { kind: 'assumed', speed: 2 } }] },
      'profiles[0].source.kind',
    ],
  ])('refuses %s', (_, change, path) => {
    expect(errorOf(changed((file) => Object.assign(file, change)))).toMatchObject({
      kind: 'inconsistent',
      path,
    });
  });

  it('that is something else says what it looks like', () => {
    expect(errorOf('{"format":"splitscape"}')).toEqual({ kind: 'not-a-profile', looksLike: 'scenario' });
    expect(errorOf('{"traceEvents":[]}')).toEqual({ kind: 'not-a-profile', looksLike: 'trace' });
    expect(errorOf('[1]')).toEqual({ kind: 'not-a-profile', looksLike: null });
    expect(parseScenario(JSON.parse(text)).ok).toBe(false);
  });

  it('that was cut off anywhere says so, with the line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.trimEnd().length - 1 }), (length) => {
        const part = text.slice(0, length);
        expect(errorOf(part)).toEqual({ kind: 'cut-short', line: part.trimEnd().split('\n').length });
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('with a slip of the pen says where', () => {
    const lines = text.split('\n');
    lines[4] = `${lines[4]!} oops`;
    expect(errorOf(lines.join('\n'))).toMatchObject({ kind: 'not-json', line: 5 });
  });

  it('never throws, whatever is in it', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string(), (at, removed, put) => {
        const parsed = parseProfileFile(text.slice(0, at) + put + text.slice(at + removed));
        expect(typeof parsed.ok).toBe('boolean');
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});

test('a field is found by its path among brackets, quotes and braces in texts', () => {
  const json = '{"a]": "x\\"{",\n "b": [1,\n  {"c": [],\n "d": null}]}';
  expect(lineOfField(json, [])).toBe(1);
  expect(lineOfField(json, ['b'])).toBe(2);
  expect(lineOfField(json, ['b', 1])).toBe(3);
  expect(lineOfField(json, ['b', 1, 'd'])).toBe(4);
  expect(lineOfField(json, ['b', 2])).toBeNull();
  expect(lineOfField(json, ['b', 1, 'c', 0])).toBeNull();
  expect(lineOfField(json, ['x'])).toBeNull();
});

test('a stripped file names no machine, and still is a profile', () => {
  const telling = [
    ...['Ann', 'workstation', 'Firefox', 'acme', 'Acme', 'gen-9'],
    ...['battery', '34 %', '0.34', 'counts 8 cores', '"cores": 8', 'eveloper tools', 'devtools'],
  ];
  const stripped = writeProfileFile(stripFile(content));
  for (const word of telling) {
    expect(text).toContain(word);
    expect(stripped).not.toContain(word);
  }
  const read = parseProfileFile(stripped);
  expect(read.ok && read.value.profiles[0]!.blocks).toEqual(sampleProfile.blocks);
  // What tells nothing of the machine is said still: that nobody may take a software GPU for a real one.
  expect(read.ok && read.value.profiles[0]!.source).toMatchObject({
    reason: expect.stringMatching(
      /known to ± 7 %.*more threads than free cores.*Only 3 runs.*in software/,
    ) as string,
  });
  const alone = stripFile({ profiles: [sampleProfile] }).profiles[0]!.source;
  expect(alone).toMatchObject({ reason: '', deviceDetails: null });
  const imported = {
    ...sampleProfile,
    source: {
      kind: 'imported',
      format: 'onnxruntime',
      fileName: 'ann.json',
      date: '2026-01-01T00:00:00Z',
      runs: 9,
      statistic: 'median',
      provider: null,
      unnamedS: 0,
    },
  } as const;
  expect(JSON.stringify(stripFile({ profiles: [imported] }))).not.toMatch(/ann/i);
});
