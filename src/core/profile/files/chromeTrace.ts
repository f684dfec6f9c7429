/** A profile as a trace that chrome://tracing and Perfetto open. */
import { secondsOf } from '../blockTime';
import type { ProfileDetails } from '../detailsTypes';
import type { Profile } from '../types';

/** One event of the Trace Event Format (Google, "Trace Event Format", object form); times in microseconds. */
export type TraceEvent =
  | {
      readonly ph: 'X';
      readonly name: string;
      readonly cat: string;
      readonly pid: number;
      readonly tid: number;
      readonly ts: number;
      readonly dur: number;
      readonly args: Readonly<Record<string, string | number>>;
    }
  /** Both ends of something that may overlap others of its name. */
  | {
      readonly ph: 'b' | 'e';
      readonly name: string;
      readonly cat: string;
      readonly id: number;
      readonly pid: number;
      readonly tid: number;
      readonly ts: number;
      readonly args: Readonly<Record<string, string | number>>;
    }
  /** A moment. */
  | {
      readonly ph: 'i';
      readonly s: 't';
      readonly name: string;
      readonly cat: string;
      readonly pid: number;
      readonly tid: number;
      readonly ts: number;
      readonly args: Readonly<Record<string, string | number>>;
    }
  /** A value from here on. */
  | {
      readonly ph: 'C';
      readonly name: string;
      readonly pid: number;
      readonly ts: number;
      readonly args: Readonly<Record<string, number>>;
    }
  | {
      readonly ph: 'M';
      readonly name: 'process_name' | 'thread_name' | 'thread_sort_index';
      readonly pid: number;
      readonly tid: number;
      readonly args: Readonly<Record<string, string | number>>;
    };

export interface ChromeTrace {
  readonly traceEvents: readonly TraceEvent[];
  readonly displayTimeUnit: 'ms';
  readonly otherData: Readonly<Record<string, string>>;
}

const pid = 1;
const blockThread = 1;
const kernelThread = 2;
/** Shorter than this nothing is drawn [us]. */
const leastUs = 1e-3;

/**
 * Viewers count whole nanoseconds. Both ends are rounded to them, so that what ends where the next begins still does: of a start
 * and a length rounded apart, neighbours would overlap.
 */
export function span(startUs: number, endUs: number): { readonly ts: number; readonly dur: number } {
  const [start, end] = [Math.round(startUs * 1e3), Math.round(endUs * 1e3)];
  return { ts: start / 1e3, dur: (end - start) / 1e3 };
}

/**
 * One inference made up of each block's median (mean, where means were used), one after the other: no inference really took
 * exactly these times, and the trace says so in the names of its tracks. Kernels lie below the block that they belong to,
 * scaled together to its time where they take longer.
 *
 * @param names - of the model's blocks, in order
 */
export function toChromeTrace(
  profile: Profile,
  names: readonly string[],
  details: ProfileDetails | null,
): ChromeTrace {
  const statistic = statisticOf(profile);
  const meta = (name: 'process_name' | 'thread_name', tid: number, value: string): TraceEvent => ({
    ph: 'M',
    name,
    pid,
    tid,
    args: { name: value },
  });
  const events: TraceEvent[] = [
    meta('process_name', blockThread, `${profile.modelName} on ${profile.deviceName}`),
    meta('thread_name', blockThread, `Blocks: one made-up inference of ${statistic}s`),
  ];
  if (details !== null && details.kernels.length > 0) {
    events.push(meta('thread_name', kernelThread, `Kernels: one made-up inference of medians`));
  }
  let startUs = 0;
  profile.blocks.forEach(({ time, intervalS, p90S, minS }, block) => {
    const isBelow = 'belowS' in time;
    const blockUs = Math.max(leastUs, secondsOf(time) * 1e6);
    events.push({
      ph: 'X',
      name: names[block] ?? `Block ${block + 1}`,
      cat: 'block',
      pid,
      tid: blockThread,
      ...span(startUs, startUs + blockUs),
      args: {
        block: block + 1,
        statistic: isBelow ? 'upper bound: shorter than the clock can tell' : statistic,
        ...(intervalS !== null && { low_us: intervalS[0] * 1e6, high_us: intervalS[1] * 1e6 }),
        ...(p90S !== undefined && { p90_us: p90S * 1e6 }),
        ...(minS !== undefined && { min_us: minS * 1e6 }),
      },
    });
    events.push(...kernelEvents(details, block, startUs, blockUs));
    startUs += blockUs;
  });
  return { traceEvents: events, displayTimeUnit: 'ms', otherData: factsOf(profile, statistic) };
}

/** The text of a .json file. */
export function writeChromeTrace(
  profile: Profile,
  names: readonly string[],
  details: ProfileDetails | null,
): string {
  return `${JSON.stringify(toChromeTrace(profile, names, details))}\n`;
}

function kernelEvents(
  details: ProfileDetails | null,
  block: number,
  startUs: number,
  blockUs: number,
): TraceEvent[] {
  const kernels = details?.kernels.filter((kernel) => kernel.block === block) ?? [];
  const sumUs = kernels.reduce((sum, { medianS }) => sum + Math.max(leastUs, medianS * 1e6), 0);
  const scale = Math.min(1, blockUs / sumUs);
  let atUs = startUs;
  return kernels.map(({ name, kind, provider, medianS, calls }) => {
    const fromUs = atUs;
    atUs += Math.max(leastUs, medianS * 1e6) * scale;
    return {
      ph: 'X',
      name,
      cat: 'kernel',
      pid,
      tid: kernelThread,
      ...span(fromUs, atUs),
      args: { operator: kind, provider, median_us: medianS * 1e6, calls },
    };
  });
}

function statisticOf({ source }: Profile): string {
  if (source.kind === 'measured') return source.statistic;
  return source.kind === 'imported' && source.statistic !== 'given' ? source.statistic : 'given time';
}

function factsOf({ source, modelName, deviceName }: Profile, statistic: string): Record<string, string> {
  const facts = {
    format: 'splitscape-trace',
    note: `Not a recording: one inference made up of the ${statistic}s of its blocks, one after the other.`,
    model: modelName,
    device: deviceName,
  };
  if (source.kind === 'measured') {
    const { date, backend, threads, runs, steadiness } = source;
    return { ...facts, date, backend, threads: String(threads), runs: String(runs), steadiness };
  }
  if (source.kind === 'imported') return { ...facts, date: source.date, imported: source.fileName };
  return facts;
}
