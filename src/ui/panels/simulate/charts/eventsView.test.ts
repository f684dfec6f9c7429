import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openingScenario } from '../../../../core/scenario/presets/presets';
import { smallRun } from '../../../../core/simulation/testing/smallRun';
import type { SimulationEvent } from '../../../../core/simulation/types';
import {
  currentEvent,
  eventsSummary,
  eventWords,
  handoverCostWords,
  listedEvents,
  longerStretch,
  stretchAround,
} from './eventsView';
import { runNames } from './runNames';

const names = runNames(smallRun, openingScenario);
const broken = (atS: number): SimulationEvent => ({ kind: 'limit-broken', atS, lane: 'best', latencyS: 1 });

describe('events', () => {
  test('are told in words with the names of the document', () => {
    expect(smallRun.events.map((event) => eventWords(event, smallRun, names))).toEqual([
      'Handover from gNB to gNB',
      'Best split: Phone: 1–18 → Phone: 1–3, Cloud: 4–18',
      'Best split breaks the limit: 500 ms',
      'Out of range of every cell until 2 s',
    ]);
    expect(eventWords({ ...broken(0), latencyS: Infinity } as SimulationEvent, smallRun, names)).toBe(
      'Best split breaks the limit: the task has no plan or no end',
    );
    const lost = { kind: 'split-change', atS: 0, lane: 'best', from: 0, to: -1 } as const;
    expect(eventWords(lost, smallRun, names)).toBe('Best split: Phone: 1–18 → no plan');
  });

  test('are counted by kind, and what is not listed is said', () => {
    expect(eventsSummary({ ...smallRun, eventsLeftOut: 7 })).toBe(
      '4 events: handovers 1, changes of the split 1, limit broken 1, out of range 1. 7 more happened and are not listed.',
    );
    expect(eventsSummary({ ...smallRun, events: [] })).toContain('Nothing happened');
  });

  test('that are listed are those of the chosen kinds, in their order', () => {
    expect(listedEvents(smallRun.events, ['out-of-range', 'handover'])).toEqual([
      smallRun.events[0],
      smallRun.events[3],
    ]);
    expect(listedEvents(smallRun.events, [])).toEqual([]);
  });

  test('the current one is the last that has happened, and is in the stretch round it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { maxLength: 400 }),
        fc.nat(60),
        fc.integer({ min: 1, max: 200 }),
        (times, atS, rows) => {
          const events = times.sort((a, b) => a - b).map(broken);
          const current = currentEvent(events, atS);
          expect(current).toBe(events.filter((event) => event.atS <= atS).length - 1);
          const { from, to } = stretchAround(events.length, current, rows);
          expect(to - from).toBe(Math.min(events.length, rows));
          if (current >= 0) expect(current >= from && current < to).toBe(true);
          else expect(from).toBe(0);
        },
      ),
      { seed: 3, numRuns: 60 },
    );
  });

  test('come a dozen at first, then more on either side, and never more than the page can bear', () => {
    const first = stretchAround(312, 100, 12);
    expect(first).toEqual({ from: 96, to: 108 });
    expect(longerStretch(first, 312, 24, 1)).toEqual({ from: 96, to: 132 });
    expect(longerStretch(first, 312, 24, -1)).toEqual({ from: 72, to: 108 });
    expect(longerStretch({ from: 300, to: 310 }, 312, 24, 1)).toEqual({ from: 300, to: 312 });
    expect(longerStretch({ from: 0, to: 200 }, 312, 100, 1)).toEqual({ from: 100, to: 300 });
    expect(longerStretch({ from: 100, to: 300 }, 312, 100, -1)).toEqual({ from: 0, to: 200 });
  });

  test('handovers say what they cost the lane that is shown', () => {
    const cost = { interruptionS: 0.03, tasks: [] as readonly number[], sumS: 0, unknown: 0 };
    const wordsOf = (patch: Partial<typeof cost>) =>
      handoverCostWords({ ...cost, ...patch }, 'best', { up: null, down: null });
    const sent = ': nothing is sent for 30 ms; ';
    expect(wordsOf({})).toBe(`${sent}no task of Best split waited for it`);
    expect(wordsOf({ tasks: [1233], sumS: 0.0281 })).toBe(`${sent}task 1,234 of Best split paid 28.1 ms`);
    expect(wordsOf({ tasks: [11, 12, 13], sumS: 0.05 })).toBe(
      `${sent}tasks 12, 13 and 14 of Best split paid 50.0 ms together`,
    );
    expect(wordsOf({ tasks: [0, 1, 2, 3, 6], sumS: 0.05, unknown: 2 })).toBe(
      `${sent}5 tasks, 1 to 7, of Best split paid 50.0 ms together; 2 more may have, but the run kept too little to tell`,
    );
    expect(wordsOf({ unknown: 1 })).toContain('is not known');
    expect(wordsOf({ interruptionS: 0 })).toBe('');
    const traced = handoverCostWords(cost, 'best', { up: 'a.csv', down: null });
    expect(traced).toContain('nothing is sent down for 30 ms');
    expect(handoverCostWords(cost, 'best', { up: 'a.csv', down: 'a.csv' })).toContain('its own gaps');
  });
});
