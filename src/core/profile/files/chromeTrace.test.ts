import { describe, expect, it } from 'vitest';
import { toChromeTrace, writeChromeTrace, type TraceEvent } from './chromeTrace';
import { sampleDetails, sampleNames, sampleProfile } from './testing/sampleProfile';

const trace = toChromeTrace(sampleProfile, sampleNames, sampleDetails);
const complete = (category: string) =>
  trace.traceEvents.filter(
    (event): event is Extract<TraceEvent, { ph: 'X' }> => event.ph === 'X' && event.cat === category,
  );

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

  it('is what viewers read: an object of events, each finite and longer than nothing', () => {
    const { traceEvents } = JSON.parse(writeChromeTrace(sampleProfile, sampleNames, null)) as {
      traceEvents: { ph: string; pid: unknown; tid: unknown; ts?: number; dur?: number }[];
    };
    expect(traceEvents.length).toBeGreaterThan(sampleNames.length);
    for (const { ph, pid, tid, ts, dur } of traceEvents) {
      expect([typeof pid, typeof tid]).toEqual(['number', 'number']);
      if (ph === 'M') continue;
      expect(ph).toBe('X');
      expect(Number.isFinite(ts)).toBe(true);
      expect(dur).toBeGreaterThan(0);
    }
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
