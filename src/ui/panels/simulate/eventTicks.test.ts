import { describe, expect, test } from 'vitest';
import type { SimulationEvent } from '../../../core/simulation/types';
import { eventTicks } from './eventTicks';

const broken = (atS: number): SimulationEvent => ({ kind: 'limit-broken', atS, lane: 'best', latencyS: 1 });

describe('ticks of events', () => {
  test('lie at their part of the run; times out of range are as long as they last', () => {
    const away: SimulationEvent = { kind: 'out-of-range', atS: 10, untilS: 25 };
    expect(eventTicks({ durationS: 100, events: [broken(50), away] })).toEqual([
      { kind: 'limit-broken', from: 0.5, to: 0.5 },
      { kind: 'out-of-range', from: 0.1, to: 0.25 },
    ]);
  });

  test('are few however many events there are, and no place with one is left out', () => {
    const events = Array.from({ length: 2000 }, (_, k) => broken(k / 20));
    const ticks = eventTicks({ durationS: 100, events });
    expect(ticks.length).toBeLessThanOrEqual(501);
    for (const { atS } of events) {
      expect(ticks.some(({ from }) => Math.abs(from - atS / 100) <= 0.002)).toBe(true);
    }
  });
});
