import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snrDb } from '../radio/linkBudget';
import { defaultSimulation } from '../simulation/settings';
import { makeJourney, type JourneyInput } from './journey';
import type { Journey, MobilitySettings } from './types';

const { radio, mobility } = defaultSimulation;
const twoCells = [
  { xM: 0, yM: 20 },
  { xM: 400, yM: 20 },
];
/** Along the street from the first cell to the second at 10 m/s; half way at 20 s. */
const street: MobilitySettings = {
  ...mobility,
  way: [
    { xM: 0, yM: 0 },
    { xM: 400, yM: 0 },
  ],
  speedKmh: 36,
  end: 'stop',
};
const input: JourneyInput = {
  cells: twoCells,
  start: { xM: 0, yM: 0 },
  mobility: street,
  radio,
  stepS: 0.05,
  entries: 801,
  seed: 1,
};
const journeyWith = (patch: Partial<MobilitySettings>, rest: Partial<JourneyInput> = {}): Journey =>
  makeJourney({ ...input, mobility: { ...street, ...patch }, ...rest });
const quick = { hysteresisDb: 0, timeToTriggerMs: 0 };
/** Heavy, fast shadowing: two cells that are equally good by turns. */
const shadowed = { radio: { ...radio, shadowing: { sdDb: 6, decorrelationM: 10 } } };

/** FNV-1a over the bytes of the arrays: the same in every engine, or the bits are not. */
function fnv(...arrays: readonly (Float32Array | Int16Array)[]): string {
  let hash = 0x811c9dc5;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    for (const byte of new Uint8Array(buffer, byteOffset, byteLength)) {
      hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    }
  }
  return hash.toString(16).padStart(8, '0');
}

describe('a journey', () => {
  it('follows the way and tells the SNR of the serving cell', () => {
    const { xM, yM, cell, snrDb: snr } = journeyWith(quick);
    expect([xM[0], xM[200], xM[800]]).toEqual([0, 100, 400]);
    expect(new Set(yM)).toEqual(new Set([0]));
    expect([cell[0], cell[800]]).toEqual([0, 1]);
    expect(snr[0]).toBe(Math.fround(snrDb(radio, 20)));
    expect(snr[200]).toBeCloseTo(snrDb(radio, Math.sqrt(100 ** 2 + 20 ** 2)), 4);
  });

  it('tells the SNR of every cell, the serving one’s among them', () => {
    const { cell, snrDb: snr, cellSnrDb } = journeyWith(quick);
    expect(cellSnrDb).toHaveLength(2);
    expect(Array.from(cell, (c, k) => cellSnrDb[c]![k])).toEqual(Array.from(snr));
    expect(cellSnrDb[1]![0]).toBe(Math.fround(snrDb(radio, Math.sqrt(400 ** 2 + 20 ** 2))));
  });

  it.each(['strongest', 'nearest'] as const)('changes to the %s cell half way', (choice) => {
    const { handovers } = journeyWith({ ...quick, choice });
    // Half way both are as near: the first step beyond.
    expect(handovers).toEqual([{ atS: 401 * 0.05, from: 0, to: 1 }]);
  });

  it('changes later with hysteresis: where the other is so much louder', () => {
    const [change] = journeyWith({ ...quick, hysteresisDb: 3 }).handovers;
    const xM = change!.atS * 10;
    const lead = (x: number): number =>
      snrDb(radio, Math.sqrt((400 - x) ** 2 + 400)) - snrDb(radio, Math.sqrt(x ** 2 + 400));
    expect(lead(xM)).toBeGreaterThan(3);
    expect(lead(xM - 0.5)).toBeLessThanOrEqual(3);
  });

  it.each([
    [50, 1],
    [150, 3],
    [160, 4],
    [600, 12],
  ])('changes later by a time to trigger of %i ms, which are %i steps', (timeToTriggerMs, steps) => {
    const at = (ms: number): number =>
      journeyWith({ ...quick, timeToTriggerMs: ms }).handovers[0]!.atS / 0.05;
    expect(at(timeToTriggerMs) - at(0)).toBeCloseTo(steps, 9);
  });

  it('goes to and fro less with more hysteresis', () => {
    const still = {
      way: [
        { xM: 200, yM: 0 },
        { xM: 201, yM: 0 },
      ],
      end: 'turn',
      interruptionMs: 0,
    } as const;
    const [none, three, twelve] = [0, 3, 12].map(
      (hysteresisDb) => journeyWith({ ...quick, ...still, hysteresisDb }, shadowed).handovers.length,
    );
    expect(none).toBeGreaterThan(2 * three!);
    expect(three).toBeGreaterThan(2 * twelve!);
  });

  it('lets shadowing change the strongest cell, not the nearest', () => {
    expect(journeyWith({ ...quick, choice: 'strongest' }, shadowed).handovers.length).toBeGreaterThan(5);
    expect(journeyWith({ ...quick, choice: 'nearest' }, shadowed).handovers).toHaveLength(1);
  });

  it.each([
    [0, [1, 1, 1, 1]],
    [30, [0.4, 1, 1, 1]],
    [50, [0, 1, 1, 1]],
    [130, [0, 0, 0.4, 1]],
  ])('sends nothing for %i ms after a handover', (interruptionMs, expected) => {
    const { open, handovers } = journeyWith({ ...quick, interruptionMs });
    const k = Math.round(handovers[0]!.atS / 0.05);
    expect(open[k - 1]).toBe(1);
    expected.forEach((part, after) => expect(open[k + after]).toBeCloseTo(part, 5));
    const closedS = open.reduce((sum, part) => sum + (1 - part) * 0.05, 0);
    expect(closedS).toBeCloseTo(interruptionMs / 1e3, 6);
  });

  it('sends nothing at all in steps that an interruption fills, wherever it begins', () => {
    for (const steps of [1, 3, 7]) {
      for (let wait = 0; wait < 40; wait += 1) {
        const patch = { ...quick, timeToTriggerMs: 50 * wait, interruptionMs: 50 * steps };
        const { open } = journeyWith(patch);
        expect(open.filter((part) => part === 0)).toHaveLength(steps);
        expect(open.filter((part) => part === 1)).toHaveLength(open.length - steps);
      }
    }
  });

  it('does not change again while it is interrupted', () => {
    const { handovers } = journeyWith({ ...quick, interruptionMs: 500 }, shadowed);
    expect(handovers.length).toBeGreaterThan(3);
    handovers.slice(1).forEach(({ atS, from }, k) => {
      expect(atS - handovers[k]!.atS).toBeGreaterThanOrEqual(0.5 - 1e-9);
      expect(from).toBe(handovers[k]!.to);
    });
  });

  it('knows no cell where there are none', () => {
    const { cell, snrDb: snr, handovers, xM } = makeJourney({ ...input, cells: [] });
    expect(new Set(cell)).toEqual(new Set([-1]));
    expect(snr.every(Number.isNaN)).toBe(true);
    expect(handovers).toEqual([]);
    expect(xM[800]).toBe(400);
  });

  it('stays at home without a way', () => {
    const {
      xM,
      yM,
      snrDb: snr,
    } = makeJourney({
      ...input,
      start: { xM: 30, yM: 60 },
      mobility: { ...street, way: [] },
      ...shadowed,
    });
    expect([new Set(xM), new Set(yM), new Set(snr).size]).toEqual([new Set([30]), new Set([60]), 1]);
  });

  it('is consistent: cells change exactly at handovers', () => {
    const settings = fc.record({
      hysteresisDb: fc.double({ min: 0, max: 8, noNaN: true }),
      timeToTriggerMs: fc.integer({ min: 0, max: 700 }),
      interruptionMs: fc.integer({ min: 0, max: 300 }),
      end: fc.constantFrom('stop', 'turn', 'loop'),
    });
    fc.assert(
      fc.property(settings, fc.integer(), fc.constantFrom(0.01, 0.05, 0.1), (patch, seed, stepS) => {
        const journey = journeyWith(patch, { ...shadowed, seed, stepS, entries: 300 });
        const { cell, handovers, cellSnrDb } = journey;
        journey.snrDb.forEach((snr, k) => expect(snr).toBe(cellSnrDb[cell[k]!]![k]));
        const changes = Array.from(cell.keys()).filter((k) => k > 0 && cell[k] !== cell[k - 1]);
        expect(handovers).toEqual(changes.map((k) => ({ atS: k * stepS, from: cell[k - 1], to: cell[k] })));
      }),
      { seed: 13, numRuns: 60 },
    );
  });

  it('has the same bits in every engine', () => {
    const {
      xM,
      yM,
      snrDb: snr,
      cell,
      open,
    } = makeJourney({
      ...input,
      cells: [...twoCells, { xM: 150, yM: 130 }],
      mobility: { ...mobility, way: [...street.way, { xM: 123.4, yM: 56.7 }], end: 'loop' },
      radio: { ...radio, shadowing: { sdDb: 4, decorrelationM: 25 } },
      seed: 20_221,
      entries: 6001,
    });
    expect([fnv(xM, yM), fnv(snr), fnv(cell, open)]).toEqual(['05de032d', 'd5d79c86', '209daa5d']);
  });

  it('is another one for another seed only where there is shadowing', () => {
    const snrOf = (seed: number, rest: Partial<JourneyInput>): string =>
      fnv(makeJourney({ ...input, ...rest, seed }).snrDb);
    expect(snrOf(1, {})).toBe(snrOf(2, {}));
    expect(snrOf(1, shadowed)).not.toBe(snrOf(2, shadowed));
  });
});
