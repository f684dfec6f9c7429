import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toChromeTrace, writeChromeTrace, type TraceEvent } from './chromeTrace';
import { sampleDetails, sampleNames, sampleProfile } from './testing/sampleProfile';

const trace = toChromeTrace(sampleProfile, sampleNames, sampleDetails);
const complete = (category: string) =>
  trace.traceEvents.filter(
    (event): event is Extract<TraceEvent, { ph: 'X' }> => event.ph === 'X' && event.cat === category,
  );

interface RawEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur: number;
  readonly args: Readonly<Record<string, unknown>>;
}

const nanoseconds = (us: number): number => Math.round(us * 1e3);
const isTime = (us: unknown): us is number =>
  typeof us === 'number' && us >= 0 && Math.abs(us * 1e3 - nanoseconds(us)) < 1e-3 * Math.max(1, us * 1e-9);

/** What a text has against the Trace Event Format (Google), JSON object form, complete and metadata events; nothing of a sound one. */
function faultsOf(text: string): string[] {
  const trace = JSON.parse(text) as { traceEvents: RawEvent[]; displayTimeUnit?: string };
  const known = ['traceEvents', 'displayTimeUnit', 'otherData'];
  const faults = Object.keys(trace).filter((key) => !known.includes(key));
  if (!['ms', 'ns', undefined].includes(trace.displayTimeUnit)) faults.push('displayTimeUnit');
  const { traceEvents } = trace;
  for (const event of traceEvents)
    faults.push(...faultsOfEvent(event).map((fault) => `${event.name}: ${fault}`));
  const spans = traceEvents.filter(({ ph }) => ph === 'X');
  for (const track of new Set(spans.map(trackOf))) {
    const isNamed = traceEvents.some((event) => event.name === 'thread_name' && trackOf(event) === track);
    if (!isNamed) faults.push(`${track}: no thread_name`);
    faults.push(...faultsOfTrack(spans.filter((event) => trackOf(event) === track)));
  }
  for (const pid of new Set(spans.map((event) => event.pid)))
    if (!traceEvents.some((event) => event.name === 'process_name' && event.pid === pid))
      faults.push(`${pid}: no process_name`);
  return faults;
}

const trackOf = ({ pid, tid }: RawEvent): string => `${pid}/${tid}`;

function faultsOfEvent(event: RawEvent): string[] {
  const required = ['ph', 'name', 'pid', 'tid', 'args'];
  const fields = event.ph === 'X' ? [...required, 'cat', 'ts', 'dur'] : required;
  const isNamed = typeof event.args['name'] === 'string';
  const checks: Record<string, boolean> = {
    ph: ['X', 'M'].includes(event.ph),
    fields: ['X', 'M'].includes(event.ph) ? Object.keys(event).sort().join() === fields.sort().join() : true,
    ids: [event.pid, event.tid].every(Number.isInteger),
    ts: event.ph !== 'X' || isTime(event.ts),
    dur: event.ph !== 'X' || isTime(event.dur),
    metadata: event.ph !== 'M' || (['process_name', 'thread_name'].includes(event.name) && isNamed),
  };
  return Object.keys(checks).filter((check) => !checks[check]);
}

/** Complete events of a track are in order, and each lies within the open one or after it, in whole nanoseconds as viewers count. */
function faultsOfTrack(spans: readonly RawEvent[]): string[] {
  const open: number[] = [];
  let last = -Infinity;
  return spans.flatMap(({ name, ts, dur }) => {
    const [start, end] = [nanoseconds(ts), nanoseconds(ts) + nanoseconds(dur)];
    if (start < last) return [`${name}: out of order`];
    last = start;
    while (open.length > 0 && open.at(-1)! <= start) open.pop();
    const overlaps = open.length > 0 && end > open.at(-1)!;
    open.push(end);
    return overlaps ? [`${name}: overlaps`] : [];
  });
}

describe('a trace of a profile', () => {
  it('has every block once, one after the other, for as long as it takes', () => {
    const blocks = complete('block');
    expect(blocks.map(({ name }) => name)).toEqual(sampleNames);
    let at = 0;
    for (const [index, { ts, dur }] of blocks.entries()) {
      const { time } = sampleProfile.blocks[index]!;
      expect(ts).toBeCloseTo(at, 6);
      expect(dur).toBeCloseTo(('seconds' in time ? time.seconds : time.belowS) * 1e6, 6);
      at += dur;
    }
  });

  it('keeps every kernel within its block, so that viewers nest them', () => {
    const blocks = complete('block');
    const kernels = complete('kernel');
    expect(kernels).toHaveLength(sampleDetails.kernels.length);
    kernels.forEach((kernel, index) => {
      const block = blocks[sampleDetails.kernels[index]!.block]!;
      expect(kernel.ts).toBeGreaterThanOrEqual(block.ts - 1e-6);
      expect(kernel.ts + kernel.dur).toBeLessThanOrEqual(block.ts + block.dur + 1e-6);
    });
    expect(new Set(kernels.map(({ tid }) => tid)).has(blocks[0]!.tid)).toBe(false);
  });

  it('keeps to the Trace Event Format, with and without kernels', () => {
    expect(faultsOf(writeChromeTrace(sampleProfile, sampleNames, sampleDetails))).toEqual([]);
    expect(faultsOf(writeChromeTrace(sampleProfile, sampleNames, null))).toEqual([]);
  });

  it('keeps to it whatever the times are: no event begins before the one before it has ended', () => {
    const blockS = fc.double({ min: 1e-12, max: 10, noNaN: true });
    const kernelS = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(blockS, kernelS), { minLength: 1, maxLength: 20 }), (made) => {
        const blocks = made.map(([seconds]) => ({ time: { seconds }, intervalS: null }));
        const kernels = made.flatMap(([, times], block) =>
          times.map((medianS) => ({ ...sampleDetails.kernels[0]!, block, medianS })),
        );
        const text = writeChromeTrace({ ...sampleProfile, blocks }, [], { ...sampleDetails, kernels });
        expect(faultsOf(text)).toEqual([]);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('would be told if it did not: overlaps, disorder, unknown fields, tracks without a name', () => {
    const event = { ph: 'X', name: 'a', cat: 'c', pid: 1, tid: 1, ts: 0, dur: 10, args: {} };
    const named = ['process_name', 'thread_name'].map((name) => ({
      ...{ ph: 'M', name, pid: 1, tid: 1, args: { name: 'n' } },
    }));
    const faults = (...events: object[]) => faultsOf(JSON.stringify({ traceEvents: [...named, ...events] }));
    expect(faults(event, { ...event, ts: 10 })).toEqual([]);
    expect(faults(event, { ...event, ts: 2, dur: 3 })).toEqual([]);
    expect(faults(event, { ...event, ts: 9.999 })).toEqual(['a: overlaps']);
    expect(faults({ ...event, ts: 10 }, event)).toEqual(['a: out of order']);
    expect(faults({ ...event, ts: -1 })).toEqual(['a: ts']);
    expect(faults({ ...event, dur: 0.0005 })).toEqual(['a: dur']);
    expect(faults({ ...event, tid: 2 })).toEqual(['1/2: no thread_name']);
    expect(faults({ ...event, colour: 'red' })).toEqual(['a: fields']);
    expect(faults({ ...event, ph: 'Y' })).toEqual(['a: ph']);
  });

  it('says that no inference really ran like this', () => {
    const names = trace.traceEvents.flatMap((event) =>
      event.ph === 'M' && event.name === 'thread_name' ? [String(event.args['name'])] : [],
    );
    expect(names).toEqual([
      'Blocks: one made-up inference of medians',
      'Kernels: one made-up inference of medians',
    ]);
    expect(trace.otherData['note']).toContain('Not a recording');
    expect(complete('block')[3]!.args['statistic']).toContain('upper bound');
  });
});
