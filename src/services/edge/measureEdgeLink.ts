/**
 * Measures the way to an edge server as the page will use it: message by message over the WebSocket. TCP's slow start, TLS
 * and the browser's own queues are in it, because they are in every run too.
 */
import { err, ok, type Result } from '../../core/result';
import { bootstrapInterval, median, quantile } from '../../core/statistics';
import { wireLimits } from '../../core/wire/limits';
import type { EdgeFailure, EdgeLink, EdgeThroughput } from '../edgeTypes';
import type { Cancelled } from '../types';
import type { EdgeWire, Outcome, Question } from './edgeWire';

const warmUpTrips = 5;
const leastSamples = 20;
const mostSamples = 60;
const pingBudgetMs = 900;
/** A sample shorter than so many steps of the clock says more about the clock. */
const clockSteps = 20;
const mostTripsPerSample = 200;

/** Blocks grow from the first size until one takes long enough for the start of the connection not to matter. */
const firstBlock = 16_000;
const growth = 4;
const longEnoughMs = 200;
const leastRepeats = 3;
const mostRepeats = 7;
const blockBudgetMs = 900;

/** Shares of the progress: pings, up, down. */
const shares = [0.3, 0.65, 1] as const;

class Stopped extends Error {
  constructor(readonly why: EdgeFailure | Cancelled) {
    super(why.kind);
  }
}

export async function measureEdgeLink(
  signal: AbortSignal,
  wire: EdgeWire,
  clockS: number,
  onProgress: (part: number) => void,
): Promise<Result<EdgeLink, EdgeFailure | Cancelled>> {
  const ask = async <T>(question: Question<T>): Promise<T> => valueOf(await wire.ask(signal, question));
  const noise = createNoise();
  const within = (from: number, to: number) => (part: number) => onProgress(from + (to - from) * part);
  try {
    const roundTripS = await measureRoundTrip(() => ask(ping), clockS, within(0, shares[0]));
    const up = await measureThroughput(
      (bytes) => ask(blobUp(noise, bytes)),
      roundTripS.median,
      within(shares[0], shares[1]),
    );
    const down = await measureThroughput(
      (bytes) => ask(blobDown(bytes)),
      roundTripS.median,
      within(shares[1], shares[2]),
    );
    return ok({ roundTripS, up, down });
  } catch (error) {
    if (error instanceof Stopped) return err(error.why);
    throw error;
  }
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome === 'cancelled') throw new Stopped({ kind: 'cancelled' });
  if ('kind' in outcome) throw new Stopped(outcome);
  return outcome.value;
}

async function measureRoundTrip(
  trip: () => Promise<unknown>,
  clockS: number,
  onProgress: (part: number) => void,
): Promise<EdgeLink['roundTripS']> {
  const timed = async (trips: number): Promise<number> => {
    const start = performance.now();
    for (let i = 0; i < trips; i += 1) await trip();
    return (performance.now() - start) / 1e3;
  };
  await timed(warmUpTrips);
  const perTripS = (await timed(warmUpTrips)) / warmUpTrips;
  const wantedS = clockSteps * clockS;
  const tripsPerSample = Math.min(
    mostTripsPerSample,
    Math.max(1, Math.ceil(wantedS / Math.max(perTripS, clockS / warmUpTrips))),
  );
  const samples: number[] = [];
  for (const start = performance.now(); samples.length < mostSamples;) {
    const spentMs = performance.now() - start;
    if (samples.length >= leastSamples && spentMs > pingBudgetMs) break;
    samples.push((await timed(tripsPerSample)) / tripsPerSample);
    onProgress(Math.min(1, Math.max(samples.length / mostSamples, spentMs / pingBudgetMs)));
  }
  return {
    median: median(samples),
    p90: quantile(samples, 0.9),
    ci95: bootstrapInterval(samples, { statistic: 'median', seed: 1 }),
    samples: samples.length,
    tripsPerSample,
  };
}

async function measureThroughput(
  transfer: (bytes: number) => Promise<unknown>,
  roundTripS: number,
  onProgress: (part: number) => void,
): Promise<EdgeThroughput> {
  const timed = async (bytes: number): Promise<number> => {
    const start = performance.now();
    await transfer(bytes);
    return performance.now() - start;
  };
  let bytes = firstBlock;
  let tookMs = await timed(bytes);
  while (tookMs < longEnoughMs && bytes * growth <= wireLimits.blobBytes) {
    bytes *= growth;
    tookMs = await timed(bytes);
  }
  // The question and the answer travel besides the bytes; where they are nearly all there is, the rate is a lower bound.
  const rate = (ms: number): number => (8 * bytes) / Math.max(ms / 1e3 - roundTripS, ms / 2e3);
  const rates = [rate(tookMs)];
  for (const start = performance.now(); rates.length < mostRepeats;) {
    const spentMs = performance.now() - start;
    onProgress(Math.min(1, Math.max(rates.length / mostRepeats, spentMs / blockBudgetMs)));
    if (rates.length >= leastRepeats && spentMs > blockBudgetMs) break;
    rates.push(rate(await timed(bytes)));
  }
  return {
    bitsPerSecond: median(rates),
    low: Math.min(...rates),
    high: Math.max(...rates),
    samples: rates.length,
    bytes,
  };
}

const ping: Question<true> = {
  ask: (id) => ({ kind: 'ping', id }),
  take: (answer) => {
    if (answer.kind !== 'pong') throw new Error(`"${answer.kind}" does not answer a ping`);
    return true;
  },
};

function blobUp(noise: Uint8Array, bytes: number): Question<true> {
  const whole = Math.floor(bytes / noise.length);
  return {
    ask: (id) => ({ kind: 'blob-up', id, bytes }),
    pieces: [...Array.from({ length: whole }, () => noise), noise.subarray(0, bytes - whole * noise.length)],
    take: (answer) => {
      if (answer.kind !== 'received') throw new Error(`"${answer.kind}" does not answer a block`);
      return true;
    },
  };
}

function blobDown(bytes: number): Question<true> {
  let left = bytes;
  return {
    ask: (id) => ({ kind: 'blob-down', id, bytes }),
    take: (answer) => {
      if (answer.kind !== 'chunk') throw new Error(`"${answer.kind}" does not answer a block`);
      left -= answer.data.length;
      return left <= 0 ? true : undefined;
    },
  };
}

/** Bytes that nothing on the way can compress. */
function createNoise(): Uint8Array<ArrayBuffer> {
  // getRandomValues gives no more at a time.
  return crypto.getRandomValues(new Uint8Array(65_536));
}
