/** What happened in a run, in words, by kind and page by page. */
import type { SimulationEvent, SimulationRun } from '../../../../core/simulation/types';
import type { ChartTable } from '../../../charts/chartTable';
import { formatSeconds } from '../../../format';
import { laneTitle } from './laneLooks';
import type { RunNames } from './runNames';
import { momentText } from './timeWords';

export type EventKind = SimulationEvent['kind'];

export const eventKinds: readonly EventKind[] = ['handover', 'split-change', 'limit-broken', 'out-of-range'];

export const eventKindNames: Readonly<Record<EventKind, string>> = {
  handover: 'Handovers',
  'split-change': 'Changes of the split',
  'limit-broken': 'Limit broken',
  'out-of-range': 'Out of range',
};

/** More rows than these would make the page slow. */
export const pageLength = 200;

interface EventPage {
  readonly rows: readonly { readonly index: number; readonly event: SimulationEvent }[];
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly count: number;
}

/** The events of some kinds; `index` is their place in the run. A page that there is none of is the last one. */
export function eventPage(
  events: readonly SimulationEvent[],
  kinds: ReadonlySet<EventKind>,
  page: number,
): EventPage {
  const all = events.flatMap((event, index) => (kinds.has(event.kind) ? [{ index, event }] : []));
  const pages = Math.max(1, Math.ceil(all.length / pageLength));
  const shown = Math.min(pages - 1, Math.max(0, page));
  return {
    rows: all.slice(shown * pageLength, (shown + 1) * pageLength),
    page: shown,
    pages,
    count: all.length,
  };
}

/** Index of the last event that has happened; -1 before the first. Events are in order of time. */
export function currentEvent(events: readonly SimulationEvent[], atS: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (events[middle]!.atS <= atS) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The page of the event that has happened last. */
export function pageOfEvent(
  events: readonly SimulationEvent[],
  kinds: ReadonlySet<EventKind>,
  current: number,
): number {
  let before = 0;
  for (let index = 0; index < current; index++) if (kinds.has(events[index]!.kind)) before += 1;
  return Math.floor(before / pageLength);
}

export function eventWords(
  event: SimulationEvent,
  run: Pick<SimulationRun, 'plans'>,
  names: RunNames,
): string {
  switch (event.kind) {
    case 'handover':
      return `Handover from ${names.node(event.from)} to ${names.node(event.to)}`;
    case 'split-change': {
      const of = (index: number): string => {
        const plan = run.plans[index];
        return plan === undefined ? 'no plan' : names.plan(plan);
      };
      return `${laneTitle(event.lane)}: ${of(event.from)} → ${of(event.to)}`;
    }
    case 'limit-broken':
      return event.latencyS === Infinity
        ? `${laneTitle(event.lane)} breaks the limit: the task has no plan or no end`
        : `${laneTitle(event.lane)} breaks the limit: ${formatSeconds(event.latencyS)}`;
    case 'out-of-range':
      return `Out of range of every cell until ${momentText(event.untilS)}`;
  }
}

export function eventsSummary({ events, eventsLeftOut }: SimulationRun): string {
  if (events.length === 0) return 'Nothing happened: no handover, no change of the split, no limit broken.';
  const counted = eventKinds
    .map((kind) => ({ kind, count: events.filter((event) => event.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${eventKindNames[kind].toLowerCase()} ${count}`);
  const more = eventsLeftOut === 0 ? '' : ` ${eventsLeftOut} more happened and are not listed.`;
  return `${events.length} events: ${counted.join(', ')}.${more}`;
}

export function eventsTable(run: SimulationRun, names: RunNames): ChartTable {
  return {
    columns: [{ name: 'time (s)' }, { name: 'kind' }, { name: 'what happened' }],
    rows: run.events.map((event) => [event.atS, eventKindNames[event.kind], eventWords(event, run, names)]),
  };
}
