/** What happened in a run, in words, by kind and a stretch at a time. */
import type { HandoverCost } from '../../../../core/simulation/handoverCost';
import type { LaneId, SimulationEvent, SimulationRun } from '../../../../core/simulation/types';
import { eventKinds, type EventKind } from '../../../../state/simulationTypes';
import type { ChartTable } from '../../../charts/chartTable';
import { formatSeconds, formatWhole } from '../../../format';
import type { AirFiles } from '../airTraceWords';
import { secondsFigure, tableOf, thousandths } from './columnFigures';
import { laneTitle } from './laneLooks';
import type { RunNames } from './runNames';
import { momentText } from './timeWords';

export const eventKindNames: Readonly<Record<EventKind, string>> = {
  handover: 'Handovers',
  'split-change': 'Changes of the split',
  'limit-broken': 'Limit broken',
  'out-of-range': 'Out of range',
};

export function listedEvents(
  events: readonly SimulationEvent[],
  kinds: readonly EventKind[],
): readonly SimulationEvent[] {
  return events.filter(({ kind }) => kinds.includes(kind));
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

/** Listed events that are shown: from the first to one after the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** More rows than these would make the page slow. */
const mostRows = 200;

/** Round an event, most of them after it; from the first event on where none has happened. */
export function stretchAround(count: number, current: number, rows: number): Stretch {
  const from = Math.max(0, Math.min(count - rows, current - Math.floor(rows / 3)));
  return { from, to: Math.min(count, from + rows) };
}

/** With more rows after it, or before it; what becomes too long is left out at the other end. */
export function longerStretch({ from, to }: Stretch, count: number, rows: number, by: 1 | -1): Stretch {
  if (by > 0) {
    const end = Math.min(count, to + rows);
    return { from: Math.max(from, end - mostRows), to: end };
  }
  const start = Math.max(0, from - rows);
  return { from: start, to: Math.min(to, start + mostRows) };
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

/** ": nothing is sent for 30 ms; tasks 12 and 13 of Best split paid 30 ms together"; empty where a handover takes nothing. */
export function handoverCostWords(
  { interruptionS, sumS, tasks, unknown }: HandoverCost,
  lane: LaneId,
  { up, down }: AirFiles,
): string {
  if (up !== null && down !== null) return ': the trace of the air contains its own gaps';
  if (interruptionS === 0) return '';
  const who = laneTitle(lane);
  const way = up !== null ? ' down' : down !== null ? ' up' : '';
  const sent = `: nothing is sent${way} for ${formatSeconds(interruptionS)}; `;
  const more =
    unknown === 0 ? '' : `${formatWhole(unknown)} more may have, but the run kept too little to tell`;
  if (tasks.length === 0) {
    return unknown === 0
      ? `${sent}no task of ${who} waited for it`
      : `${sent}whether tasks of ${who} waited is not known, because the run kept too little to tell`;
  }
  const rest = more === '' ? '' : `; ${more}`;
  const numbers = tasks.map((index) => formatWhole(index + 1));
  const which =
    numbers.length === 1
      ? `task ${numbers[0]!}`
      : numbers.length <= mostNumbers
        ? `tasks ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)!}`
        : `${formatWhole(numbers.length)} tasks, ${numbers[0]!} to ${numbers.at(-1)!},`;
  const together = numbers.length === 1 ? '' : ' together';
  return `${sent}${which} of ${who} paid ${secondsFigure(sumS)}${together}${rest}`;
}

/** Tasks that are named by their numbers, each. */
const mostNumbers = 4;

export function eventsSummary({ events, eventsLeftOut }: SimulationRun): string {
  if (events.length === 0) return 'Nothing happened: no handover, no change of the split, no limit broken.';
  const counted = eventKinds
    .map((kind) => ({ kind, count: events.filter((event) => event.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${eventKindNames[kind].toLowerCase()} ${formatWhole(count)}`);
  const more = eventsLeftOut === 0 ? '' : ` ${formatWhole(eventsLeftOut)} more happened and are not listed.`;
  return `${formatWhole(events.length)} ${events.length === 1 ? 'event' : 'events'}: ${counted.join(', ')}.${more}`;
}

export function eventsTable(run: SimulationRun, names: RunNames): ChartTable {
  return tableOf(
    [{ name: 'time (s)', format: thousandths }, { name: 'kind' }, { name: 'what happened' }],
    run.events.map((event) => [event.atS, eventKindNames[event.kind], eventWords(event, run, names)]),
  );
}
