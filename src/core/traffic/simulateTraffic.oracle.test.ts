/** The whole of the background traffic once more, slowly: every level by bisection over everybody who wants something. */
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { defaultSimulation } from '../simulation/settings';
import { demandSteps } from './demandSteps';
import { createPopulation } from './population';
import { activeMeans } from './populationSettings';
import { capacityForShare } from './sharers';
import { simulateTraffic } from './simulateTraffic';
import { streamSeed } from './streamSeed';
import type { LoadedLink, TrafficInput } from './types';

const cellCount = 3;
const links: readonly LoadedLink[] = [
  { cells: [0], meanMbps: 60, sdMbps: 18, ceilingMbps: 200 },
  { cells: [0, 2], meanMbps: 40, sdMbps: 9, ceilingMbps: 200 },
  { cells: [0, 1, 2], meanMbps: 18, sdMbps: 4, ceilingMbps: 90 },
];
/** Nothing is fast, so a share is scale * level^power and no more. */
const settings = { ...defaultSimulation.traffic, population: 90, fastPart: 0, demandSigma: 0.8 };
const input: TrafficInput = { settings, cellCount, links, coherenceS: 0.05, durationS: 20, seed: 77 };

const populationAt = (load: number) => ({
  count: Math.round(settings.population * load),
  cellCount,
  activeS: settings.activeS,
  idleS: settings.idleS,
  stepS: 0.1,
});

/** [step of 100 ms] part of its capacity that proportional fairness leaves to somebody who takes all there is. */
function levelsOf({ cells, meanMbps, ceilingMbps }: LoadedLink, load: number, demand: number): number[] {
  const steps = demandSteps(settings.demandSigma);
  const means = activeMeans(populationAt(1));
  const active = cells.reduce((sum, cell) => sum + means[cell]!, 0);
  const capacity = capacityForShare(steps, active, meanMbps / ceilingMbps);
  const present: number[][] = Array.from({ length: cellCount }, () => []);
  const population = createPopulation(populationAt(load), createRandom(streamSeed(input.seed, 0)), {
    add: (cell, step) => void present[cell]!.push(step),
    remove: (cell, step) => void present[cell]!.splice(present[cell]!.indexOf(step), 1),
  });
  return Array.from({ length: 201 }, (_, step) => {
    if (step > 0) population.advance();
    const wants = cells.flatMap((cell) => present[cell]!.map((index) => steps[index]! * load * demand));
    let [low, high] = [0, capacity];
    for (let turn = 0; turn < 100; turn += 1) {
      const level = (low + high) / 2;
      if (wants.reduce((sum, want) => sum + Math.min(want, level), level) < capacity) low = level;
      else high = level;
    }
    return low / capacity;
  });
}

const logOf = (value: number): number => Math.log(value);

describe('the traffic, against every level found by bisection', () => {
  const usual = simulateTraffic(input);
  const [mostFrom, leastFrom] = [Math.max, Math.min];

  it.each(links.map((_, index) => index))(
    'gives link %i at every moment a power of its level, the same power at every load and demand',
    (index) => {
      const levels = levelsOf(links[index]!, 1, 1);
      const series = usual.links[index]!;
      const [high, low] = [mostFrom, leastFrom].map((of) => levels.indexOf(of(...levels)));
      const power = logOf(series[2 * high!]! / series[2 * low!]!) / logOf(levels[high!]! / levels[low!]!);
      const scale = series[2 * low!]! / levels[low!]! ** power;
      expect(power).toBeGreaterThan(0.05);
      expect(power).toBeLessThanOrEqual(1 + 1e-6);
      for (const [load, demand] of [
        [1, 1],
        [2, 1],
        [0.5, 1],
        [1, 3],
      ] as const) {
        const demandMedianMbps = demand * settings.demandMedianMbps;
        const run = simulateTraffic({ ...input, settings: { ...settings, load, demandMedianMbps } });
        const now = levelsOf(links[index]!, load, demand);
        // Two coherence times for each 100 ms.
        run.links[index]!.forEach((mbps, k) => {
          const wished = Math.min(links[index]!.ceilingMbps, scale * now[Math.floor(k / 2)]! ** power);
          expect(mbps / wished).toBeCloseTo(1, 4);
        });
      }
    },
  );
});
