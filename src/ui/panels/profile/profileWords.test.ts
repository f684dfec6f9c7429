import { describe, expect, test } from 'vitest';
import { workloadChain } from '../../../core/model/workloadChain';
import type { MeasuredSource } from '../../../core/profile/types';
import { adoptProfile } from '../../../core/scenario/edits';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { measuredProfile } from '../../../core/scenario/testing/exampleScenario';
import { isMeasured } from '../../../state/fittingProfile';
import type { ConfigurationRun, MeasuredProfile } from '../../../state/profilingTypes';
import {
  announcement,
  badgeTitle,
  bestReason,
  durationText,
  factorText,
  matrixFraction,
  progressText,
  runtimeText,
  steadinessText,
  totalAndMedianText,
  usageText,
} from './profileWords';

const source: MeasuredSource = {
  kind: 'measured',
  date: '2026-01-02T03:04:05Z',
  backend: 'wasm',
  threads: 1,
  runs: 15,
  clockS: 5e-6,
  endToEndS: 0.04,
  endToEndIntervalS: [0.039, 0.041],
  sumS: 0.0392,
  factor: 1.0204,
  statistic: 'median',
  steadiness: 'good',
  reason: '',
  deviceDetails: null,
};
const profile = (patch: Partial<MeasuredSource>): MeasuredProfile => ({
  id: 'm',
  deviceId: 'measured',
  deviceName: 'This device',
  modelKey: 'k',
  modelName: 'M',
  blocks: [],
  source: { ...source, ...patch },
});

const said = (best: MeasuredProfile): string =>
  announcement({ status: 'done', modelName: 'M', runs: [], best, cancelled: false });

describe('the words of the Profile place', () => {
  test('the best configuration is explained by speed, or by others being restless', () => {
    const two = profile({ threads: 2, endToEndS: 0.02, endToEndIntervalS: [0.019, 0.021], factor: 0.5102 });
    expect(bestReason(two, [profile({})])).toBe(
      'WebAssembly, 2 threads: 2 times as fast as WebAssembly, 1 thread.',
    );
    const gpu = profile({ backend: 'webgpu', endToEndS: 0.02, steadiness: 'unstable' });
    expect(bestReason(profile({}), [gpu])).toBe('WebAssembly, 1 thread. Not steady, so not chosen: WebGPU.');
    expect(bestReason(two, [])).toBe('');
  });

  test('the gain is over the next best, not over the slowest', () => {
    const four = profile({ threads: 4, sumS: 0.01, factor: 1, endToEndIntervalS: [0.0099, 0.0101] });
    const two = profile({ threads: 2, sumS: 0.02, factor: 1, endToEndIntervalS: [0.019, 0.021] });
    expect(bestReason(four, [profile({ sumS: 0.09, factor: 1 }), two])).toContain(
      '2 times as fast as WebAssembly, 2 threads',
    );
  });

  test('a lead within the intervals is called none', () => {
    const near = profile({ threads: 2, sumS: 0.0385, factor: 1, endToEndIntervalS: [0.038, 0.0395] });
    expect(bestReason(near, [profile({})])).toBe(
      'WebAssembly, 2 threads; WebAssembly, 1 thread is as fast within the 95 % intervals.',
    );
  });

  test('what goes on is said with the number of the configuration', () => {
    const progress = {
      phase: 'measuring',
      fraction: 0.5,
      runs: 25,
      halfWidth: 0.03,
      blockMediansS: [],
      endToEndMedianS: 0.0081,
    } as const;
    const runs: readonly ConfigurationRun[] = [
      { configuration: { backend: 'wasm', threads: 1 }, status: 'cancelled' },
      { configuration: { backend: 'wasm', threads: 4 }, status: 'running', progress },
      { configuration: { backend: 'webgpu', threads: 1 }, status: 'waiting' },
    ];
    expect(announcement({ status: 'running', modelName: 'M', runs })).toBe(
      'Measuring, WebAssembly, 4 threads (2 of 3)',
    );
    expect(matrixFraction(runs)).toBe(0.5);
    expect(progressText(progress)).toBe('Measuring, 25 runs, 8.1 ms ± 3 %');
    expect(progressText(null)).toBe('Starting');
    expect(announcement({ status: 'done', modelName: 'M', runs, best: null, cancelled: false })).toBe(
      'Nothing was measured.',
    );
  });

  test('any profile of the history says what ran it', () => {
    const imported = {
      kind: 'imported',
      format: 'onnxruntime',
      fileName: 'server.json',
      date: '2026-01-02T03:04:05Z',
      runs: 40,
      statistic: 'median',
      provider: 'CPUExecutionProvider',
      unnamedS: 0,
    } as const;
    expect(runtimeText({ ...profile({}), source: imported })).toBe('ONNX Runtime, CPU');
    expect(runtimeText({ ...profile({}), source: { ...imported, format: 'csv' } })).toBe('from a table');
    expect(runtimeText(profile({ backend: 'native', threads: 8 }))).toBe('native ONNX Runtime, 8 threads');
  });

  test('the factor is shown, or that means are used instead', () => {
    expect(factorText(source)).toContain('2 % below');
    expect(factorText(source)).toContain('median × 1.02');
    const unstable = { ...source, statistic: 'mean', factor: 1, sumS: 0.04, steadiness: 'unstable' } as const;
    expect(factorText({ ...unstable, ratio: 0.75 })).toMatch(
      /medians summed to 25 % below .* not steady.* mean/,
    );
    expect(factorText(unstable)).toContain('Play uses the mean of each block');
    // Kept before the ratio was: the grade itself says so much.
    expect(factorText(unstable)).toContain('more than 10 %');
  });

  test('means that were disturbed more than the plain runs say what they were brought to, and by which factor', () => {
    const text = factorText({
      ...source,
      statistic: 'mean',
      steadiness: 'unstable',
      sumS: 0.016,
      endToEndMeanS: 0.008,
      factor: 0.5,
      ratio: 2,
    });
    expect(text).toContain('× 0.5');
    expect(text).toContain('8 ms, the mean of the plain runs');
  });

  test('an unstable total is the one Play uses, by its name, aloud as well', () => {
    const blocks = [0.003, 0.00514].map((seconds) => ({ time: { seconds }, intervalS: null }));
    const unstable = {
      ...profile({ steadiness: 'unstable', statistic: 'mean', endToEndS: 0.00182, sumS: 0.00814, factor: 1 }),
      blocks,
    };
    expect(totalAndMedianText(unstable)).toBe('mean 8.14 ms (median 1.82 ms)');
    expect(said(unstable)).toBe('Measured: mean 8.14 ms, unstable, for M, WebAssembly, 1 thread');
    const steady = { ...profile({ endToEndS: 0.00814 }), blocks };
    expect(totalAndMedianText(steady)).toBe('8.14 ms');
    expect(said(steady)).toBe('Measured: 8.14 ms, good, for M, WebAssembly, 1 thread');
    const bounded = { ...profile({ endToEndS: 0.0075 }), blocks };
    expect(totalAndMedianText(bounded)).toBe('up to 8.14 ms (median 7.5 ms)');
  });

  test('of two unstable measurements the one with the shorter mean is called faster', () => {
    const unstable = { steadiness: 'unstable', statistic: 'mean', factor: 1 } as const;
    const one = profile({ ...unstable, endToEndS: 0.003, sumS: 0.004 });
    const four = profile({ ...unstable, threads: 4, endToEndS: 0.002, sumS: 0.008 });
    expect(bestReason(one, [four])).toBe(
      'WebAssembly, 1 thread: 2 times as fast as WebAssembly, 4 threads, by their means: none of these is steady.',
    );
  });

  test('an estimate whose ends meet is one figure', () => {
    expect(durationText(30.7, 31.3)).toBe('about 31 s');
    expect(durationText(9, 18.2)).toBe('9 s to 18 s');
  });

  test('a badge tells the reason first, then what the grades mean', () => {
    expect(badgeTitle(source)).toBe(steadinessText);
    expect(badgeTitle({ ...source, reason: 'Only 3 runs.' })).toBe(`Only 3 runs. ${steadinessText}`);
  });

  test('a coarse clock on a steady machine is not called unsteady, and its factor is shown', () => {
    const text = factorText({ ...source, statistic: 'mean', clockS: 1e-4, ratio: 0.98 });
    expect(text).not.toContain('not steady');
    expect(text).toContain('mean × 1.02');
    expect(text).toContain('0.1 ms');
  });

  test('a measurement that is not in use says why', () => {
    const chain = workloadChain(openingScenario.workload);
    const measured = measuredProfile(openingScenario.workload);
    if (!isMeasured(measured)) throw new Error('not a measurement');
    const fitting = { ...measured, source: { ...measured.source, ratio: 0.99 } };
    const adopted = adoptProfile(openingScenario, openingScenario.sourceId, fitting);
    expect(adopted.profiles).toContainEqual(fitting);
    expect(usageText(fitting, adopted)).toBeNull();
    expect(usageText(fitting, openingScenario)).toContain('another device');
    expect(usageText({ ...fitting, modelKey: `not ${chain.modelKey}` }, openingScenario)).toContain(
      'The model was changed',
    );
  });
});
