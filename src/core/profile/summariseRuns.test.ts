import { describe, expect, it } from 'vitest';
import { secondsOf } from './blockTime';
import { runningCentres, summariseRuns, type MeasuredRuns, type RunSummary } from './summariseRuns';

const measured = (options: Partial<MeasuredRuns>): MeasuredRuns => ({
  blockRuns: Array.from({ length: 15 }, (_, i) => Float64Array.of(0.02 + i * 1e-5, 0.03, 0.05)),
  endToEndS: Array.from({ length: 15 }, (_, i) => 0.103 + i * 1e-5),
  clockS: 5e-6,
  threads: 1,
  seed: 1,
  ...options,
});
/** The summary of runs that the clock can tell. */
function summaryOf(runs: MeasuredRuns): RunSummary {
  const summary = summariseRuns(runs);
  if (!summary.ok) throw new Error(summary.error.kind);
  return summary.value;
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('a steady measurement', () => {
  const summary = summaryOf(measured({}));

  it('is good when the blocks add up to the whole within 5 %', () => {
    expect(summary).toMatchObject({ steadiness: 'good', statistic: 'median', reason: '' });
  });

  it('gives medians scaled so that they add up to the end-to-end median', () => {
    expect(summary.sumS).toBeCloseTo(0.02007 + 0.03 + 0.05, 12);
    expect(summary.factor).toBeCloseTo(summary.endToEndS / summary.sumS, 12);
    expect(sum(summary.blocks.map(({ time }) => secondsOf(time)))).toBeCloseTo(summary.endToEndS, 12);
  });

  it('scales the intervals with the times they hold', () => {
    for (const { time, intervalS } of summary.blocks) {
      expect(intervalS![0]).toBeLessThanOrEqual(secondsOf(time));
      expect(intervalS![1]).toBeGreaterThanOrEqual(secondsOf(time));
    }
  });

  it('keeps what it was graded by', () => {
    expect(summary.ratio).toBeCloseTo(0.10007 / 0.10307, 9);
  });

  it('is the same for the same seed', () => {
    expect(summaryOf(measured({}))).toEqual(summary);
  });

  it('is fair up to 10 %, with what the rest was', () => {
    const fair = summaryOf(measured({ endToEndS: Array.from({ length: 15 }, () => 0.1085) }));
    expect(fair).toMatchObject({ steadiness: 'fair', statistic: 'median' });
    expect(fair.reason).toBe('8 % of the time passed outside the blocks.');
  });
});

/** Every run stalls 50 ms, each in another block: medians see nothing of it. */
const stalling = (threads: number): MeasuredRuns =>
  measured({
    blockRuns: Array.from({ length: 15 }, (_, run) =>
      Float64Array.from({ length: 15 }, (_b, block) => (run === block ? 0.06 : 0.01)),
    ),
    endToEndS: Array.from({ length: 15 }, (_, i) => (i % 5 === 0 ? 0.4 : 0.2)),
    threads,
  });

describe('blocks timed alone', () => {
  const tick = 1e-4;
  const alone = (...blocks: readonly (readonly number[])[]) =>
    summaryOf(
      measured({
        blockRuns: [],
        clockS: tick / 10,
        alone: blocks.map((samplesS) => ({ samplesS, belowS: tick })),
      }),
    );

  it('are as sure as the samples they have, however many another block has', () => {
    const slow = [0.04, 0.06, 0.09];
    const many = Array.from({ length: 15 }, (_, i) => 0.05 + i * 1e-6);
    const { blocks, factor } = alone(slow, many);
    const [low, high] = blocks[0]!.intervalS!;
    // Of three samples the interval of the median is all of them.
    expect(low / factor).toBeCloseTo(0.04, 9);
    expect(high / factor).toBeCloseTo(0.09, 9);
    const [lowOfMany, highOfMany] = blocks[1]!.intervalS!;
    expect(highOfMany - lowOfMany).toBeLessThan(1e-5);
  });

  it('that were never read are below what was seen, not below a share of it', () => {
    // Scaled up to the whole the bound grows, scaled down it stays what was seen.
    const grown = alone([0.05, 0.05, 0.05], []);
    expect(grown.factor).toBeGreaterThan(2);
    expect(grown.blocks[1]).toEqual({ time: { belowS: tick * grown.factor }, intervalS: null });
    expect(alone([0.5, 0.5, 0.5], []).blocks[1]).toEqual({ time: { belowS: tick }, intervalS: null });
  });

  it('are not called few because the profiled runs say nothing', () => {
    expect(alone([0.1, 0.1, 0.1], []).reasons).toEqual([]);
  });
});

describe('an unstable measurement', () => {
  it('uses means as they are, which stay additive', () => {
    const summary = summaryOf(stalling(2));
    expect(summary).toMatchObject({ steadiness: 'unstable', statistic: 'mean', factor: 1 });
    expect(summary.sumS).toBeCloseTo(0.2, 9);
    // The medians see 15 blocks of 10 ms: that is why it is unstable, whatever the means add up to.
    expect(summary.ratio).toBeCloseTo(0.75, 9);
    expect(sum(summary.blocks.map(({ time }) => secondsOf(time)))).toBeCloseTo(0.2, 9);
  });

  it('blames threads only where there are several', () => {
    expect(summaryOf(stalling(2)).reason).toContain('more threads than free cores');
    expect(summaryOf(stalling(1)).reason).toContain('another program');
  });

  it('blames nothing but their number when there were few runs', () => {
    const { blockRuns } = measured({});
    const few = measured({ blockRuns: blockRuns.slice(0, 3), endToEndS: [0.2, 0.3, 0.4], threads: 2 });
    expect(summaryOf(few).reason).toContain('Only 3 runs');
  });

  it('recognises stalls of whole scheduler slices', () => {
    const endToEndS = Array.from({ length: 15 }, (_, i) => 0.15 + (i % 3) * 0.008);
    expect(summaryOf(measured({ endToEndS, threads: 2 })).reason).toContain('more threads');
  });
});

/** Blocks that add up to the whole in every run, of runs that take 151 ms or, as often, 243 ms. */
const spread = (threads: number): MeasuredRuns => {
  const wholes = Array.from({ length: 31 }, (_, i) => (i % 2 === 0 ? 0.151 : 0.243) + i * 1e-5);
  return measured({
    blockRuns: wholes.map((whole) => Float64Array.of(whole * 0.4, whole * 0.6)),
    endToEndS: wholes,
    threads,
  });
};

describe('runs that differ widely', () => {
  it('are unstable although the blocks add up to the whole, with the spread and its likely reason', () => {
    const summary = summaryOf(spread(2));
    expect(summary.ratio).toBeCloseTo(1, 2);
    expect(summary).toMatchObject({ steadiness: 'unstable', statistic: 'mean' });
    expect(summary.reason).toMatch(/^The end-to-end time is known to ± \d\d % only\. Probably more threads/);
    expect(summaryOf(spread(1)).reason).toContain('another program');
  });

  it('count with their mean', () => {
    const summary = summaryOf(spread(2));
    expect(summary.endToEndMeanS).toBeCloseTo(0.196, 2);
    expect(sum(summary.blocks.map(({ time }) => secondsOf(time)))).toBeCloseTo(summary.endToEndMeanS!, 9);
  });

  it('without a pattern are laid to a device that changes its speed', () => {
    const wholes = Array.from({ length: 15 }, (_, i) => 0.00101 * (1 + (0.28 * ((i * 7) % 15)) / 15));
    const summary = summaryOf(
      measured({ blockRuns: wholes.map((whole) => Float64Array.of(whole)), endToEndS: wholes }),
    );
    expect(summary.steadiness).toBe('fair');
    expect(summary.reason).toMatch(/known to ± \d+ % only\. The device probably changed its speed/);
  });
});

describe('profiled runs that were disturbed more than the plain ones', () => {
  const disturbed = (plainS: number): RunSummary =>
    summaryOf(
      measured({
        blockRuns: Array.from({ length: 15 }, (_, i) => Float64Array.of(i % 5 === 0 ? 0.3 : 0.02, 0.03)),
        endToEndS: Array.from({ length: 15 }, () => plainS),
      }),
    );

  it('are brought to the mean of the plain runs, with the factor shown', () => {
    const summary = disturbed(0.04);
    expect(summary).toMatchObject({ steadiness: 'unstable', statistic: 'mean', endToEndMeanS: 0.04 });
    expect(summary.sumS).toBeCloseTo(0.106, 9);
    expect(summary.factor).toBeCloseTo(0.04 / 0.106, 9);
    expect(sum(summary.blocks.map(({ time }) => secondsOf(time)))).toBeCloseTo(0.04, 9);
  });

  it('are left as they are up to 10 % beyond it, and below it', () => {
    expect(disturbed(0.097).factor).toBe(1);
    expect(disturbed(0.096).factor).toBeLessThan(1);
    expect(disturbed(0.2).factor).toBe(1);
  });
});

describe('a coarse clock', () => {
  const tick = 1e-4;
  // A block of 40 us reads 0 or one tick; one of 30 us too short for any of 30 readings reads 0.
  const blockRuns = Array.from({ length: 30 }, (_, i) => Float64Array.of(i % 5 < 2 ? tick : 0, 0, 0.01));
  const summary = summaryOf(
    measured({ blockRuns, endToEndS: Array.from({ length: 30 }, () => 0.0101), clockS: tick }),
  );

  it('is answered by means', () => {
    expect(summary).toMatchObject({ statistic: 'mean', steadiness: 'good' });
    expect(runningCentres(blockRuns, tick)[0]).toBeCloseTo(4e-5, 12);
    expect(runningCentres(blockRuns, 5e-6)[0]).toBe(0);
  });

  it('leaves blocks shorter than a tick as a positive bound, tighter the more runs there were', () => {
    const [short, never, long] = summary.blocks;
    expect(long!.time).toHaveProperty('seconds');
    expect(short!.time).toHaveProperty('belowS');
    expect(secondsOf(short!.time)).toBeGreaterThan(4e-5);
    expect(secondsOf(short!.time)).toBeLessThanOrEqual(tick);
    expect(secondsOf(never!.time)).toBeCloseTo((3 * tick) / 30, 12);
    expect(short!.intervalS).toBeNull();
  });

  it('is the likely reason of a misfit that nothing else explains', () => {
    const misfit = measured({ endToEndS: Array.from({ length: 15 }, () => 0.2), clockS: tick });
    expect(summaryOf(misfit).reason).toContain('0.1 ms');
  });

  it('is refused where its step would stand for most of the times', () => {
    // 50 blocks that read 0 in 30 runs: a tenth of a tick each at most, but five ticks together, of a model that took one.
    const nothing = measured({
      blockRuns: Array.from({ length: 30 }, () =>
        Float64Array.from({ length: 51 }, (_, i) => (i === 50 ? tick : 0)),
      ),
      endToEndS: Array.from({ length: 30 }, () => tick),
      clockS: tick,
    });
    expect(summariseRuns(nothing)).toEqual({ ok: false, error: { kind: 'clock-too-coarse', clockS: tick } });
  });

  it('is refused where it never saw a run take any time', () => {
    const blind = measured({ blockRuns: [Float64Array.of(0, 0, 0)], endToEndS: [0], clockS: 0.1 });
    expect(summariseRuns(blind)).toEqual({ ok: false, error: { kind: 'clock-too-coarse', clockS: 0.1 } });
  });
});
