import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingScenario, presets } from '../core/scenario/presets/presets';
import { limits } from '../core/scenario/limits';
import { createLinkCodec } from './linkCodec';
import { scenarioVersion } from '../core/scenario/types';
import { goldenLinks } from './testing/goldenLink';

const codec = createLinkCodec();
const pack = (text: string): string => `s=1.${deflateRawSync(text).toString('base64url')}`;

describe('link codec', () => {
  it.each(presets.map((preset) => [preset.id, preset.scenario] as const))(
    'gives back the preset %s exactly',
    async (_id, scenario) => {
      expect(await codec.decode(await codec.encode(scenario))).toEqual({ ok: true, value: scenario });
    },
  );

  it('gives back names in any script', async () => {
    const scenario = { ...openingScenario, name: 'Поезд 🚆', notes: 'セル' };
    expect(await codec.decode(await codec.encode(scenario))).toEqual({ ok: true, value: scenario });
  });

  it('makes a fragment of characters that need no escaping in an address', async () => {
    expect(await codec.encode(openingScenario)).toMatch(/^s=\d+\.[A-Za-z0-9_-]+$/);
  });

  it('reads a fragment with and without its #', async () => {
    const link = await codec.encode(openingScenario);
    expect(await codec.decode(`#${link}`)).toEqual(await codec.decode(link));
  });

  it.each(goldenLinks)('opens a link of version $version as it was shared', async ({ link, opensAs }) => {
    expect(await codec.decode(link)).toEqual({ ok: true, value: opensAs });
  });

  it('has a golden link of every version', () => {
    const versions = goldenLinks.map(({ version, link }) => {
      expect(link.startsWith(`s=${version}.`)).toBe(true);
      return version;
    });
    expect(versions).toEqual(Array.from({ length: scenarioVersion }, (_, index) => index + 1));
  });

  it.each(['&at=messages.7', '&at=weather', '&', '&at=\n'])(
    'reads the document whatever follows it: %j',
    async (rest) => {
      const link = await codec.encode(openingScenario);
      expect(await codec.decode(link + rest)).toEqual({ ok: true, value: openingScenario });
    },
  );

  it.each([
    ['nothing', ''],
    ['another fragment', '#section-2'],
    ['no payload', 's=1.'],
    ['characters outside base64url', 's=1.ab+/'],
    ['base64url of an impossible length', 's=1.A'],
    ['bytes that are not deflate', 's=1.AAECAwQF'],
    ['JSON cut short', pack('{"format":"splitscape"')],
    ['bytes that are not UTF-8', `s=1.${deflateRawSync(Buffer.from([0xff, 0xfe])).toString('base64url')}`],
  ])('calls %s unreadable', async (_what, fragment) => {
    expect(await codec.decode(fragment)).toMatchObject({
      ok: false,
      error: { kind: 'unreadable', what: 'link' },
    });
  });

  it('calls every truncation of a link unreadable', async () => {
    const link = await codec.encode(openingScenario);
    const lengths = fc.integer({ min: 4, max: link.length - 1 });
    await fc.assert(
      fc.asyncProperty(lengths, async (length) => {
        const result = await codec.decode(link.slice(0, length));
        expect(result).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('never throws, whatever the fragment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.base64String(), async (payload) => {
        const result = await codec.decode(`s=1.${payload.replaceAll('=', '')}`);
        expect(result.ok).toBe(false);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('names the version of a link that is newer than this program, without unpacking it', async () => {
    expect(await codec.decode('s=7.AAAA')).toEqual({
      ok: false,
      error: { kind: 'newer-version', found: 7, known: scenarioVersion },
    });
  });

  it('stops unpacking an inflate bomb at the size of the largest document', async () => {
    const bomb = pack(' '.repeat(50_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codec.decode(bomb)).toEqual({
      ok: false,
      error: { kind: 'too-large', limitBytes: limits.documentBytes },
    });
  });

  it('names the field of a document that is not valid', async () => {
    const broken = { ...openingScenario, nodes: [{ ...openingScenario.nodes[0], xM: 'left' }] };
    expect(await codec.decode(pack(JSON.stringify(broken)))).toMatchObject({
      ok: false,
      error: { kind: 'invalid-field' },
    });
  });
});
