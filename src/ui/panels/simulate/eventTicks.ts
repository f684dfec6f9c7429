/** Events as ticks over the scrubber. */
import type { SimulationEvent, SimulationRun } from '../../../core/simulation/types';

interface EventTick {
  readonly kind: SimulationEvent['kind'];
  /** Parts of the run, 0..1; equal for what takes no time. */
  readonly from: number;
  readonly to: number;
}

/** So many places are told apart: a scrubber is some hundred pixels wide. */
const places = 500;

/** One tick a kind and place: however many events there are, few are drawn. */
export function eventTicks({ durationS, events }: Pick<SimulationRun, 'durationS' | 'events'>): EventTick[] {
  const ticks = new Map<string, EventTick>();
  for (const event of events) {
    const from = event.atS / durationS;
    const to = event.kind === 'out-of-range' ? event.untilS / durationS : from;
    const key = `${event.kind} ${Math.round(from * places)}`;
    const known = ticks.get(key);
    if (known === undefined || known.to < to) {
      ticks.set(key, { kind: event.kind, from: known?.from ?? from, to });
    }
  }
  return [...ticks.values()];
}
