import { describe, expect, it } from 'vitest';
import { secondsOf } from '../core/profile/blockTime';
import { summariseRuns } from '../core/profile/summariseRuns';
import { measure, type MeasureUpdate } from './measure';
import { createFakeEngine, type FakeOptions } from './testing/fakeEngine';

const names = ['conv1', 'conv2', 'fc'];
const request = {
  model: { bytes: new Uint8Array(), external: [], feeds: [], resultTypes: [] },
  blocksFound: 'all',
  blocks: names.map((name) => ({ name, operators: [name] })),
  seed: 1,
} as const;

async function run(options: Partial<FakeOptions>) {
  const engine = createFakeEngine({ blocks: names, blockS: () => 0.02, ...options });
  const updates: MeasureUpdate[] = [];
  const measured = await measure(engine, request, (update) => updates.push(structuredClone(update)));
  return { engine, updates, measured };
}

describe('a steady machine', () => {
  it('is done after 15 plain and 15 profiled runs, with every session released', async () => {
    const { engine, measured } = await run({ blockS: (i, block) => 0.02 + 0.01 * block + (i % 3) * 1e-5 });
    if (!measured.ok) throw new Error(measured.error.kind);
    expect(measured.value.endToEndS).toHaveLength(15);
    expect(measured.value.blockRuns).toHaveLength(15);
    expect(measured.value.blockRuns[0]![2]).toBeCloseTo(0.04, 4);
    expect(engine.log.released).toBe(engine.log.sessions);
  });

  it('shows blocks long before it is done, and more of them with every batch', async () => {
    const { updates } = await run({});
    const read = updates.flatMap((update) => (update.phase === 'measuring' ? [update.blockRuns.length] : []));
    expect(new Set(read)).toEqual(new Set([0, 5, 15]));
  });

  it('goes through its phases in order with a fraction that never falls and ends at 1', async () => {
    const { updates } = await run({});
    expect([...new Set(updates.map(({ phase }) => phase))]).toEqual([
      'creating-session',
      'first-run',
      'warming-up',
      'measuring',
    ]);
    const fractions = updates.flatMap((update) => (update.phase === 'measuring' ? [update.fraction] : []));
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(fractions.filter((fraction) => fraction === 1)).toHaveLength(1);
  });

  it('tells of every profiled session that takes long to open, and of the first one in any case', async () => {
    const prepared = ({ updates }: Awaited<ReturnType<typeof run>>) =>
      updates.flatMap(({ phase }, at) => (phase === 'creating-session' ? [at] : []));
    const quick = await run({});
    expect(prepared(quick)).toHaveLength(2);
    expect(quick.updates[prepared(quick)[1]! - 1]?.phase).toBe('warming-up');
    // Two batches of a model that takes half a second a run, and the plain session.
    expect(prepared(await run({ blockS: () => 0.17 }))).toHaveLength(3);
  });

  it('says that it measures before the first pair of runs is over', async () => {
    const { updates } = await run({ blockS: () => 3 });
    const first = updates.find(({ phase }) => phase === 'measuring');
    expect(first).toMatchObject({ runs: 0, endToEndS: [] });
  });

  it('does not count warm-up runs or the first run of a session', async () => {
    const { measured, engine } = await run({ blockS: (i) => (i < 4 ? 0.08 - 0.015 * i : 0.02) });
    if (!measured.ok) throw new Error(measured.error.kind);
    expect(Math.max(...measured.value.endToEndS)).toBeCloseTo(0.06, 9);
    // 15 pairs, one cold run and three pairs to settle in each of two batches, one to find out what the clock can time, and the warm-up.
    const warmUp = engine.log.runs - 30 - 2 - 2 * 6 - 1;
    expect(warmUp).toBeGreaterThanOrEqual(5);
  });
});

it('does not count what a fresh session slows down', async () => {
  // The first runs after each profiled session was made take three times as long.
  let since = 0;
  let sessions = 0;
  const { measured } = await run({
    refuse: () => {
      sessions += 1;
      since = 0;
      return null;
    },
    blockS: () => (sessions > 1 && since++ < 12 ? 0.06 : 0.02),
  });
  if (!measured.ok) throw new Error(measured.error.kind);
  expect(sessions).toBeGreaterThan(2);
  expect(measured.value.endToEndS).toHaveLength(15);
  expect(Math.max(...measured.value.endToEndS)).toBeCloseTo(0.06, 6);
  for (const blocks of measured.value.blockRuns) expect(Math.max(...blocks)).toBeCloseTo(0.02, 6);
});

describe('a restless machine', () => {
  it('is measured up to the limit, in ever longer batches', async () => {
    const { measured, engine } = await run({ blockS: (i) => (i % 5 < 2 ? 0.02 : 0.035) });
    if (!measured.ok) throw new Error(measured.error.kind);
    expect(measured.value.endToEndS).toHaveLength(60);
    expect(engine.log.profiles).toBe(4);
  });

  it('that stalls in another block each time ends in means', async () => {
    const { measured, engine } = await run({ blockS: (i, block) => (i % 3 === block ? 0.08 : 0.01) });
    if (!measured.ok) throw new Error(measured.error.kind);
    const { clockS, threads } = engine;
    const summary = summariseRuns({ ...measured.value, clockS, threads, seed: 1 });
    if (!summary.ok) throw new Error(summary.error.kind);
    expect(summary.value).toMatchObject({ statistic: 'mean', steadiness: 'unstable', factor: 1 });
    expect(summary.value.sumS).toBeCloseTo(0.1, 2);
  });

  it('on a coarse clock takes 30 runs even if they agree', async () => {
    const { measured } = await run({ clockS: 1e-4 });
    expect(measured.ok && measured.value.endToEndS.length).toBe(30);
  });
});

describe('a clock whose step is about a run', () => {
  /** Blocks of 3, 4 and 5 ms, by a clock of 10 ms. */
  const coarse = () => run({ clockS: 0.01, blockS: (_, block) => 0.003 + 0.001 * block });

  it('times several runs as one, so that the whole is known within a twentieth', async () => {
    const { measured, updates } = await coarse();
    if (!measured.ok) throw new Error(measured.error.kind);
    const { endToEndS, blockRuns } = measured.value;
    for (const seconds of endToEndS) expect(Math.abs(seconds / 0.012 - 1)).toBeLessThan(0.05);
    expect(blockRuns.length).toBe(endToEndS.length * 17);
    const last = updates.at(-1)!;
    expect(last.phase === 'measuring' && last.runs).toBe(blockRuns.length);
  });

  it('still tells the blocks apart, by their means', async () => {
    const { measured, engine } = await coarse();
    if (!measured.ok) throw new Error(measured.error.kind);
    const { clockS, threads } = engine;
    const summary = summariseRuns({ ...measured.value, clockS, threads, seed: 1 });
    if (!summary.ok) throw new Error(summary.error.kind);
    expect(summary.value.endToEndS).toBeCloseTo(0.012, 3);
    const times = summary.value.blocks.map(({ time }) => secondsOf(time));
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('gives up at once, with every session released, where a run is shorter than a step', async () => {
    const { measured, engine } = await run({ clockS: 0.1, blockS: () => 0.01 });
    expect(measured).toEqual({ ok: false, error: { kind: 'clock-too-coarse', clockS: 0.1 } });
    expect(engine.log.released).toBe(engine.log.sessions);
    expect(engine.log.profiles).toBe(0);
  });
});

it('keeps a slow model to 12 seconds, but to 3 runs at least', async () => {
  const slow = await run({ blockS: () => 0.51 });
  expect(slow.measured.ok && slow.measured.value.endToEndS.length).toBe(4);
  const slower = await run({ blockS: () => 3 });
  expect(slower.measured.ok && slower.measured.value.endToEndS.length).toBe(3);
});

describe('a profile that makes no sense', () => {
  it('of another model names the blocks that were not found', async () => {
    const { measured } = await run({ print: (text) => text.replaceAll('conv2_kernel', 'other_kernel') });
    expect(measured).toEqual({ ok: false, error: { kind: 'blocks-not-found', blocks: ['conv2'] } });
  });

  it('that is empty is a failure of the session', async () => {
    const { measured } = await run({ print: () => '' });
    expect(measured.ok).toBe(false);
    expect(!measured.ok && measured.error.kind).toBe('session-failed');
  });
});
