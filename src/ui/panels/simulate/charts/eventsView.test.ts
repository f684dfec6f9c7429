import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openingScenario } from '../../../../core/scenario/presets/presets';
import { smallRun } from '../../../../core/simulation/testing/smallRun';
import type { SimulationEvent } from '../../../../core/simulation/types';
import {
  currentEvent,
  eventKinds,
  eventPage,
  eventsSummary,
  eventWords,
  pageLength,
  pageOfEvent,
} from './eventsView';
import { runNames } from './runNames';

const names = runNames(smallRun, openingScenario);
const every = new Set(eventKinds);
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

  test('come page by page, of the chosen kinds only, and keep their place in the run', () => {
    const events = Array.from({ length: 450 }, (_, k) => (k % 2 === 0 ? broken(k) : smallRun.events[0]!));
    const page = eventPage(events, new Set(['limit-broken']), 1);
    expect(page).toMatchObject({ page: 1, pages: 2, count: 225 });
    expect(page.rows).toHaveLength(25);
    expect(page.rows[0]!.index).toBe(400);
    expect(eventPage(events, every, 99).page).toBe(2);
    expect(eventPage([], every, 3)).toMatchObject({ page: 0, pages: 1, count: 0 });
  });

  test('the current one is the last that has happened, and is on its page', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 900 }), fc.nat(60), (times, atS) => {
        const events = times.sort((a, b) => a - b).map(broken);
        const current = currentEvent(events, atS);
        expect(current).toBe(events.filter((event) => event.atS <= atS).length - 1);
        if (current < 0) return;
        const { rows } = eventPage(events, every, pageOfEvent(events, every, current));
        expect(rows.some(({ index }) => index === current)).toBe(true);
        expect(rows.length).toBeLessThanOrEqual(pageLength);
      }),
      { seed: 3, numRuns: 60 },
    );
  });
});
