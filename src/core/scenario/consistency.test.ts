import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceCatalogue } from '../profile/deviceCatalogue';
import { modelledProfile } from '../profile/modelledProfile';
import { summariseRuns } from '../profile/summariseRuns';
import type { BlockSample, MeasuredSource, Profile } from '../profile/types';
import { findProfileFault } from './consistency';
import { parseScenario } from './parseScenario';
import { openingScenario } from './presets/presets';
import { measuredProfile } from './testing/exampleScenario';
import { architectures, type CatalogueWorkload, type CustomWorkload } from './types';

const workload = openingScenario.workload as CatalogueWorkload;
const phone = openingScenario.profiles.find(({ deviceId }) => deviceId === 'pi-4')!;
const nanosecond: BlockSample = { time: { seconds: 1e-9 }, intervalS: null };

const measured = (source: Partial<MeasuredSource> = {}, blocks?: readonly BlockSample[]): Profile => {
  const profile = measuredProfile(workload);
  return {
    ...profile,
    blocks: blocks ?? profile.blocks,
    source: { ...(profile.source as MeasuredSource), ...source },
  };
};

describe('a published total', () => {
  test('cannot be cited for block times that are not its own', () => {
    const forged = { ...phone, deviceName: 'NVIDIA H100', blocks: phone.blocks.map(() => nanosecond) };
    const profiles = openingScenario.profiles.map((profile) => (profile === phone ? forged : profile));
    const result = parseScenario({ ...openingScenario, profiles });
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'inconsistent', path: `profiles[${profiles.indexOf(forged)}].source.totalS` },
    });
  });

  test('allows for rounding, and for nothing more', () => {
    const stretched = (by: number): Profile => ({
      ...phone,
      blocks: phone.blocks.map(({ time, intervalS }) => ({
        time: 'seconds' in time ? { seconds: time.seconds * by } : time,
        intervalS,
      })),
    });
    expect(findProfileFault(workload, stretched(1 + 1e-9))).toBeNull();
    expect(findProfileFault(workload, stretched(1 + 1e-5))?.path).toBe('source.totalS');
    expect(findProfileFault(workload, stretched(1 - 1e-5))?.path).toBe('source.totalS');
  });

  test('is met by every device of the catalogue, at any size', () => {
    for (const device of deviceCatalogue) {
      for (const architecture of architectures) {
        for (const inputPx of [96, 224, 227]) {
          const of: CatalogueWorkload = { ...workload, architecture, inputPx };
          expect(
            findProfileFault(of, modelledProfile(device, of)),
            `${device.id} ${architecture}`,
          ).toBeNull();
        }
      }
    }
  });
});

describe('a measurement', () => {
  test('cannot state an end-to-end time that its blocks do not add up to', () => {
    expect(findProfileFault(workload, measured())).toBeNull();
    const blocks = measured().blocks.map(() => nanosecond);
    expect(findProfileFault(workload, measured({}, blocks))?.path).toBe('blocks');
    expect(findProfileFault(workload, measured({ endToEndS: 0.01, factor: 1 }))?.path).toBe('source.factor');
    expect(findProfileFault(workload, measured({ factor: 2 }))?.path).toBe('source.factor');
  });

  test('that is unstable keeps its means as they are, whatever the end-to-end time', () => {
    const { sumS } = measured().source as MeasuredSource;
    const unstable = { steadiness: 'unstable', statistic: 'mean', endToEndS: sumS * 2 } as const;
    expect(findProfileFault(workload, measured({ ...unstable, factor: 1 }))).toBeNull();
    expect(findProfileFault(workload, measured({ ...unstable, factor: 2 }))?.path).toBe('source.factor');
  });

  test('that is unstable may be scaled to the mean of plain runs only where its own means exceed it', () => {
    const { blocks, source } = measured();
    const { sumS } = source as MeasuredSource;
    const unstable = { steadiness: 'unstable', statistic: 'mean', endToEndMeanS: sumS } as const;
    // Twice the mean of the plain runs: the blocks as they stand are what is left after halving.
    const halved = { ...unstable, sumS: sumS * 2, factor: 0.5 };
    expect(findProfileFault(workload, measured(halved, blocks))).toBeNull();
    expect(findProfileFault(workload, measured({ ...halved, factor: 1 }, blocks))?.path).toBe(
      'source.factor',
    );
    expect(findProfileFault(workload, measured({ ...halved, endToEndMeanS: undefined }))?.path).toBe(
      'source.factor',
    );
    expect(findProfileFault(workload, measured({ ...unstable, factor: 1 }))).toBeNull();
    const within = { ...unstable, endToEndMeanS: sumS / 1.05 };
    expect(findProfileFault(workload, measured({ ...within, factor: 1 }))).toBeNull();
    expect(findProfileFault(workload, measured({ ...within, factor: 1 / 1.05 }))?.path).toBe('source.factor');
  });

  test('as it comes out of the profiler is never refused, on any clock', () => {
    const custom: CustomWorkload = {
      kind: 'custom',
      name: 'Four blocks',
      inputBytes: 1,
      blocks: ['a', 'b', 'c', 'd'].map((name) => ({
        name,
        load: { unit: 'macs', value: 1e9 },
        bytesOut: 1,
        weightBytes: 0,
      })),
    };
    const source = measuredProfile(custom).source as MeasuredSource;
    const microseconds = fc.integer({ min: 1, max: 3000 });
    const run = fc.record({
      blocks: fc.tuple(microseconds, microseconds, microseconds, fc.integer({ min: 3000, max: 20_000 })),
      overheadPercent: fc.integer({ min: -30, max: 40 }),
    });
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 5, maxLength: 9 }),
        fc.constantFrom(5e-6, 1e-4, 1e-3),
        (runs, clockS) => {
          const read = (us: number): number => Math.round((us * 1e-6) / clockS) * clockS;
          const measurement = summariseRuns({
            blockRuns: runs.map((each) => Float64Array.from(each.blocks, read)),
            endToEndS: runs.map((each) =>
              read(each.blocks.reduce((a, b) => a + b) * (1 + each.overheadPercent / 100)),
            ),
            clockS,
            threads: 1,
            seed: 1,
          });
          if (!measurement.ok) return;
          const { blocks, ...summary } = measurement.value;
          const profile = { ...measuredProfile(custom), blocks, source: { ...source, ...summary, clockS } };
          expect(findProfileFault(custom, profile)).toBeNull();
        },
      ),
      { seed: 3, numRuns: 60 },
    );
  });
});
