import { expect, test } from 'vitest';
import { openingScenario } from '../../core/scenario/presets/presets';
import { findTicks, solveScenario } from '../../core/solvers/solveScenario';
import { changeCapacity } from '../../core/scenario/edits';
import { workloadChain } from '../../core/model/workloadChain';
import { namesOf } from '../errors/names';
import { tickText } from './tickText';

const link = openingScenario.links[0]!.id;
const ticks = findTicks({ scenario: openingScenario, link, direction: 'both' });
const names = namesOf(openingScenario);
const blockCount = workloadChain(openingScenario.workload).blocks.length;

test('a tick names the blocks on each node on either side, as the plans just below and above it have them', () => {
  for (const tick of ticks) {
    for (const [side, factor] of [
      ['below', 0.999],
      ['above', 1.001],
    ] as const) {
      const plan = solveScenario(
        changeCapacity(openingScenario, link, tick.capacityMbps * factor, 'both'),
      ).best!;
      const legs = plan.legs.filter((leg) => leg.kind === 'compute');
      expect(tick[`${side}Cuts`]).toEqual(legs.slice(0, -1).map(({ to }) => to));
      expect(tick[side]).toEqual(legs.map(({ node }) => node));
    }
    expect(tickText(tick, names, blockCount)).toMatch(/^below .* Mbit\/s: .+; above: .+ on /);
  }
});

test('two sides that run on the same nodes read differently', () => {
  const same = ticks.filter(({ below, above }) => below.join() === above.join());
  expect(same.length).toBeGreaterThan(0);
  for (const tick of same) {
    const [below, above] = tickText(tick, names, blockCount).split('; above: ');
    expect(below!.replace(/^.*?: /, '')).not.toBe(above);
  }
});

test('without cuts it names the nodes, and says when it is estimated', () => {
  const { capacityMbps, totalS, below, above } = ticks[0]!;
  const text = tickText({ capacityMbps, totalS, below, above, proven: false }, names, blockCount);
  expect(text).toMatch(/^estimated: below .*: runs on /);
});
