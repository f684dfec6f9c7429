/**
 * Background traffic and what it leaves to the UE (after Ding et al.'s and HiveMind's set-up: a population of UEs that come
 * and go, proportional fair scheduling; the process itself is ours, for the papers tell only its outcome).
 *
 * The UE's share of a link is the water level of proportional fair scheduling (sharers.ts) through a power map that gives it
 * the wished mean and spread at load x1 (shareMap.ts), times a part that changes with every coherence time (fastPart.ts).
 */
import pow from '@stdlib/math-base-special-pow';
import { createNormal } from '../normal';
import { createRandom } from '../random';
import { demandSteps } from './demandSteps';
import { createFastPart } from './fastPart';
import { createLoadedShares, type SharedThing } from './loadedShares';
import { createPopulation } from './population';
import { activeMeans, type PopulationSettings } from './populationSettings';
import { fitShareMap, type ShareMap } from './shareMap';
import { capacityForShare } from './sharers';
import { createStationaryDraw } from './stationary';
import { streamSeed } from './streamSeed';
import type { TrafficInput, TrafficSeries, TrafficSettings } from './types';

/** Background traffic advances by this [s]. */
export const trafficStepS = 0.1;

/**
 * The shares wished for hold where an active UE wants this in the median [Mbit/s]; what it wants more is taken from them. Ours:
 * against what the links carry, demands have no unit of their own.
 */
const calibratedDemandMbps = 4;
/** Of the calibration: the maps must not depend on the seed of the run. */
const calibrationSeed = 20_221_122;
/** Stationary states that a map is fitted on: fewer of a large population, whose states cost more and scatter less. */
const mostStates = 2000;
const fewestStates = 1000;
const drawsOfCalibration = 4_000_000;

/** Streams of random numbers of a run; those of air time begin where no link's can be. */
const populationStream = 0;
const firstLinkStream = 1;
const firstAirTimeStream = 0x10000;

/** How many entries a series has: one every `stepS`, the last at `durationS` or just beyond. */
export function seriesLength(durationS: number, stepS: number): number {
  return Math.ceil(durationS / stepS) + 1;
}

/** A link or a cell's air time: what is wished of it, and the stream its fast part draws from. */
interface Share {
  readonly cells: readonly number[];
  readonly mean: number;
  readonly sd: number;
  readonly ceiling: number;
  readonly stream: number;
}

/**
 * The capacities of a run, the same bits for the same input in every engine. O(switches x links + steps x links): idle UEs
 * cost nothing. Settings are taken as valid (positive times, numbers that are finite).
 *
 * @param onPart - hears how much is done, 0..1, about a hundred times
 */
export function simulateTraffic(input: TrafficInput, onPart?: (part: number) => void): TrafficSeries {
  const { settings, cellCount, coherenceS, durationS, seed } = input;
  const shares = sharesOf(input);
  const steps = demandSteps(settings.demandSigma);
  const usual = populationOf(settings, cellCount, 1);
  const things = thingsOf(shares, steps, activeMeans(usual));
  const maps = calibrate(settings.fastPart, usual, shares, things, steps);
  // At load 0 nobody is there to want anything.
  const demandFactor =
    (settings.load > 0 ? settings.load : 1) * (settings.demandMedianMbps / calibratedDemandMbps);
  const loaded = createLoadedShares(steps, things, cellCount, demandFactor);
  const population = createPopulation(
    populationOf(settings, cellCount, settings.load),
    createRandom(streamSeed(seed, populationStream)),
    loaded.listener,
  );
  const fastParts = shares.map(({ stream }, index) =>
    createFastPart(
      maps[index]!.fastVariance,
      settings.fastCorrelation,
      createNormal(createRandom(streamSeed(seed, stream))),
    ),
  );

  const entries = seriesLength(durationS, coherenceS);
  const activeEntries = seriesLength(durationS, trafficStepS);
  const stepOf = (entry: number): number => Math.floor((entry * coherenceS) / trafficStepS + 1e-9);
  const stepCount = Math.max(activeEntries, stepOf(entries - 1) + 1);
  const activeUes = Array.from(population.active, () => new Uint32Array(activeEntries));
  const series = shares.map(() => new Float32Array(entries));
  const levels = new Float64Array(shares.length).fill(1);
  const slow = new Float64Array(shares.length);
  let entry = 0;
  for (let step = 0; step < stepCount; step += 1) {
    if (step > 0) population.advance();
    if (step < activeEntries) {
      for (let c = 0; c < cellCount; c += 1) activeUes[c]![step] = population.active[c]!;
    }
    if (step % Math.ceil(stepCount / 100) === 0) onPart?.(step / stepCount);
    if (entry === entries || stepOf(entry) !== step) continue;
    loaded.readLevels(levels);
    for (let s = 0; s < slow.length; s += 1) {
      const { scale, power } = maps[s]!;
      slow[s] = power === 0 ? scale : scale * pow(levels[s]!, power);
    }
    for (; entry < entries && stepOf(entry) === step; entry += 1) {
      for (let s = 0; s < slow.length; s += 1) {
        series[s]![entry] = Math.min(maps[s]!.ceiling, slow[s]! * fastParts[s]!());
      }
    }
  }
  onPart?.(1);
  return {
    links: series.slice(0, input.links.length),
    airTime: series.slice(input.links.length),
    activeUes,
  };
}

function sharesOf({ settings, cellCount, links }: TrafficInput): Share[] {
  const ofLinks = links.map(({ cells, meanMbps, sdMbps, ceilingMbps }, index) => ({
    cells,
    mean: meanMbps,
    sd: sdMbps,
    ceiling: ceilingMbps,
    stream: firstLinkStream + index,
  }));
  const ofAir = Array.from({ length: cellCount }, (_, cell) => ({
    cells: [cell],
    mean: settings.airTimeMean,
    sd: settings.airTimeSd,
    ceiling: 1,
    stream: firstAirTimeStream + cell,
  }));
  return [...ofLinks, ...ofAir];
}

/** Levels matter to shares that vary: the others wait for nobody. */
function thingsOf(
  shares: readonly Share[],
  steps: Float64Array,
  activePerCell: readonly number[],
): SharedThing[] {
  const known = new Map<string, number>();
  return shares.map(({ cells, mean, sd, ceiling }) => {
    if (cells.length === 0 || !(mean > 0 && sd > 0)) return { cells: [], capacity: 1 };
    const active = cells.reduce((sum, cell) => sum + activePerCell[cell]!, 0);
    const share = Math.min(1, mean / ceiling);
    const key = `${active} ${share}`;
    const capacity = known.get(key) ?? capacityForShare(steps, active, share);
    known.set(key, capacity);
    return { cells, capacity };
  });
}

/** The maps of all shares from independent stationary states at load x1; links that are alike have the same one. */
function calibrate(
  fastPart: number,
  population: PopulationSettings,
  shares: readonly Share[],
  things: readonly SharedThing[],
  steps: Float64Array,
): ShareMap[] {
  const loaded = createLoadedShares(steps, things, population.cellCount, 1);
  const stateCount = Math.max(
    fewestStates,
    Math.min(mostStates, Math.floor(drawsOfCalibration / Math.max(1, population.count))),
  );
  const draw = createStationaryDraw(population, createRandom(calibrationSeed), loaded.listener);
  const levels = new Float64Array(shares.length);
  const samples = shares.map(() => new Float64Array(stateCount));
  for (let state = 0; state < stateCount; state += 1) {
    loaded.clear();
    draw();
    loaded.readLevels(levels);
    for (let s = 0; s < levels.length; s += 1) samples[s]![state] = levels[s]!;
  }
  const known = new Map<string, ShareMap>();
  return shares.map((share, index) => {
    const { cells, mean, sd, ceiling } = share;
    const key = [mean, sd, ceiling, ...cells].join();
    const map =
      known.get(key) ??
      fitShareMap(cells.length > 0 ? samples[index]! : new Float64Array(0), {
        mean,
        sd,
        ceiling,
        fastPart,
      });
    known.set(key, map);
    return map;
  });
}

function populationOf(settings: TrafficSettings, cellCount: number, load: number): PopulationSettings {
  return {
    count: cellCount === 0 ? 0 : Math.round(settings.population * load),
    cellCount,
    activeS: settings.activeS,
    idleS: settings.idleS,
    stepS: trafficStepS,
  };
}
