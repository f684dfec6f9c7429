/** Background UEs that alternate between wanting something and nothing. */
import ln from '@stdlib/math-base-special-ln';
import type { Random } from '../random';
import { demandStepCount } from './demandSteps';
import { activePart, type DemandListener, type PopulationSettings } from './populationSettings';

export interface Population {
  /** [cell] UEs that want something now. */
  readonly active: Uint32Array;
  /** By one step; O(switches in it), so idle UEs cost nothing. */
  advance(): void;
}

/** Buckets of the calendar: an event lies in bucket (its step mod this), later rounds wait there. */
const buckets = 1024;

/**
 * Starts in the stationary state (exponential lengths have no memory: what is left of one is as long as a new one), and
 * tells it to `listener`. The number of active UEs of a cell is binomial, nearly Poisson where idle times are long.
 */
export function createPopulation(
  settings: PopulationSettings,
  random: Random,
  listener: DemandListener,
): Population {
  const { count, cellCount, stepS } = settings;
  const active = new Uint32Array(cellCount);
  /** Demand of each UE, -1 while idle. */
  const demands = new Int16Array(count).fill(-1);
  /** When it switches [steps], and the next UE of its bucket (-1: none). */
  const switchesAt = new Float64Array(count);
  const next = new Int32Array(count);
  const heads = new Int32Array(buckets).fill(-1);
  const activeSteps = Math.max(settings.activeS / stepS, 1);
  const idleSteps = Math.max(settings.idleS / stepS, 1);
  let now = 0;

  const start = (ue: number): void => {
    const demand = random.integer(demandStepCount);
    const cell = ue % cellCount;
    demands[ue] = demand;
    active[cell]! += 1;
    listener.add(cell, demand);
  };
  const end = (ue: number): void => {
    const cell = ue % cellCount;
    active[cell]! -= 1;
    listener.remove(cell, demands[ue]!);
    demands[ue] = -1;
  };
  const lengthSteps = (ue: number): number =>
    -ln(1 - random.next()) * (demands[ue]! >= 0 ? activeSteps : idleSteps);
  const enter = (ue: number): void => {
    const bucket = Math.max(Math.ceil(switchesAt[ue]!), now + 1) % buckets;
    next[ue] = heads[bucket]!;
    heads[bucket] = ue;
  };

  const part = activePart(settings);
  for (let ue = 0; ue < count; ue += 1) {
    if (random.next() < part) start(ue);
    switchesAt[ue] = lengthSteps(ue);
    enter(ue);
  }

  const advance = (): void => {
    now += 1;
    let ue = heads[now % buckets]!;
    heads[now % buckets] = -1;
    while (ue >= 0) {
      const following = next[ue]!;
      while (switchesAt[ue]! <= now) {
        if (demands[ue]! >= 0) end(ue);
        else start(ue);
        switchesAt[ue]! += lengthSteps(ue);
      }
      enter(ue);
      ue = following;
    }
  };
  return { active, advance };
}
