import { describe, expect, it } from 'vitest';
import type { LinkId, NetworkLink, NetworkNode, NodeId } from '../network/types';
import { refreshProfiles } from '../profile/profileFor';
import { openingScenario, presets } from '../scenario/presets/presets';
import { deliveries, type Scenario } from '../scenario/types';
import type { Solution } from './solution';
import { findTicks, solveScenario } from './solveScenario';
import { strategyIds, type Plan, type StrategyId } from './types';

const toy = presets.find(({ id }) => id === 'three-layers')!.scenario;
const radio = 'radio' as LinkId;
const wire = 'wire' as LinkId;

function withCapacity(scenario: Scenario, id: LinkId, mbps: number): Scenario {
  return withLink(scenario, id, { aToBMbps: mbps, bToAMbps: mbps });
}
function withLink(scenario: Scenario, id: LinkId, change: Partial<NetworkLink>): Scenario {
  return {
    ...scenario,
    links: scenario.links.map((each) => (each.id === id ? { ...each, ...change } : each)),
  };
}
function withNode(scenario: Scenario, id: string, change: Partial<NetworkNode>): Scenario {
  const nodes = scenario.nodes.map((each) => (each.id === (id as NodeId) ? { ...each, ...change } : each));
  return refreshProfiles({ ...scenario, nodes });
}

const totalOf = (solution: Solution, id: StrategyId): number => {
  const { outcome } = solution.strategies.find(({ strategy }) => strategy === id)!;
  return outcome.kind === 'plan' ? outcome.plan.totalS : Infinity;
};
/** What runs where and what crosses which link, without times. */
const shapeOf = (plan: Plan | null): unknown =>
  plan?.legs.map((leg) => (leg.kind === 'compute' ? [leg.node, leg.to] : [leg.link, leg.boundary]));

describe('solveScenario', () => {
  it.each([
    [1, 2.35, 2.35, 2.2667],
    [0.5, 3.55, 3.5, 2.4333],
    [0.1, 13.15, 5.5, 2.4333],
  ])('has the golden values of Fig. 2 from the document itself at c = %s', (c, cloud, single, best) => {
    const solution = solveScenario(withCapacity(toy, wire, c));
    expect(totalOf(solution, 'ue-only')).toBeCloseTo(5.5, 9);
    expect(totalOf(solution, 'cloud-only')).toBeCloseTo(cloud, 4);
    expect(totalOf(solution, 'one-cut-cloud')).toBeCloseTo(single, 4);
    expect(solution.best!.totalS).toBeCloseTo(best, 4);
  });

  it.each(presets.map(({ id, scenario }) => [id, scenario] as const))(
    'answers the preset %s with plans whose legs add up, in the order that must hold',
    (_, preset) => {
      for (const delivery of deliveries) {
        const solution = solveScenario({ ...preset, delivery });
        expect(solution.strategies.map(({ strategy }) => strategy)).toEqual([...strategyIds]);
        for (const { outcome } of solution.strategies) {
          if (outcome.kind !== 'plan') continue;
          const { legs, totalS, computeS, transferS, computeNodes, cuts } = outcome.plan;
          expect(computeS + transferS).toBeCloseTo(totalS, 9);
          const last = legs.at(-1)!;
          expect(last.startS + last.seconds).toBeCloseTo(totalS, 9);
          expect(cuts).toBe(computeNodes.length - 1);
        }
        const tolerance = 1 + 1e-12;
        const single = totalOf(solution, 'one-cut-cloud');
        expect(solution.best!.totalS).toBeLessThanOrEqual(single * tolerance);
        expect(solution.best!.totalS).toBeLessThanOrEqual(totalOf(solution, 'one-cut-edge') * tolerance);
        const simplest = Math.min(totalOf(solution, 'ue-only'), totalOf(solution, 'cloud-only'));
        expect(single).toBeLessThanOrEqual(simplest * tolerance);
      }
    },
  );

  it('gives the same answer for a copy, as a worker receives it', () => {
    for (const { scenario } of presets) {
      expect(solveScenario(structuredClone(scenario))).toEqual(solveScenario(scenario));
    }
  });

  it('costs the visitor’s own split, and starts it from the best plan', () => {
    const { ownStart, best, own } = solveScenario(openingScenario);
    expect(own).toBeNull();
    expect(ownStart.nodes).toEqual(['phone', 'edge', 'cloud']);
    const again = solveScenario({ ...openingScenario, ownSplit: ownStart });
    expect(again.own).toMatchObject({ kind: 'plan' });
    expect(again.own!.kind === 'plan' && shapeOf(again.own!.plan)).toEqual(shapeOf(best));
    const last = ownStart.boundaries.at(-1)!;
    const onPhone = { nodes: ownStart.nodes, boundaries: ownStart.nodes.map(() => last) };
    const alone = solveScenario({ ...openingScenario, ownSplit: onPhone });
    expect(alone.own!.kind === 'plan' && alone.own!.plan.totalS).toBe(totalOf(alone, 'ue-only'));
  });

  it('starts the own split on the UE when the best plan does not follow the route', () => {
    const apart = withNode(openingScenario, 'edge', { trusted: false });
    expect(solveScenario(apart).ownStart.nodes).toEqual(['phone', 'cloud']);
    const cutOff = withCapacity(openingScenario, radio, 0);
    const { ownStart } = solveScenario(cutOff);
    expect(ownStart.nodes).toEqual(['phone']);
    expect(ownStart.boundaries).toHaveLength(1);
  });

  it('keeps going on the UE when its link is down, and says what is wrong', () => {
    const solution = solveScenario(withCapacity(openingScenario, radio, 0));
    expect(solution.best!.computeNodes).toEqual(['phone']);
    const kinds = solution.problems.map(({ kind }) => kind);
    expect(kinds).toEqual(['link-down', 'unreachable', 'no-route']);
    expect(solution.strategies.find(({ strategy }) => strategy === 'cloud-only')!.outcome).toEqual({
      kind: 'infeasible',
      reason: { kind: 'no-route', from: 'phone', to: 'cloud', downLinks: ['radio'] },
    });
  });

  it('names the problem when there is no plan at all', () => {
    const tiny = { memoryMB: 0.01 };
    const small = ['phone', 'edge', 'cloud'].reduce(
      (scenario, id) => withNode(scenario, id, tiny),
      openingScenario,
    );
    const solution = solveScenario(small);
    expect(solution.best).toBeNull();
    expect(solution.problems).toEqual([
      { kind: 'does-not-fit', node: null, needBytes: expect.any(Number) as number, haveBytes: 30_000 },
    ]);
    const noWayOn = solveScenario({
      ...withCapacity(openingScenario, 'internet' as LinkId, 0),
      delivery: 'sink',
    });
    expect(noWayOn.best).toBeNull();
    expect(noWayOn.problems.filter(({ kind }) => kind === 'no-route')).toHaveLength(1);
  });

  it('names the block that fits on no node, with what the largest one holds', () => {
    const vgg: Scenario = {
      ...openingScenario,
      workload: {
        kind: 'catalogue',
        architecture: 'vgg-11',
        inputPx: 224,
        width: 1,
        shipped: 'fp32',
        rawInput: 'uint8',
      },
    };
    const small = ['phone', 'edge', 'cloud'].reduce(
      (scenario, id) => withNode(scenario, id, { memoryMB: 200 }),
      vgg,
    );
    const { best, problems } = solveScenario(small);
    expect(best).toBeNull();
    expect(problems).toEqual([
      {
        kind: 'block-does-not-fit',
        block: 17,
        name: 'fully connected, 4096',
        needBytes: (512 * 49 * 4096 + 4096) * 4,
        largestBytes: 2e8,
      },
    ]);
  });

  it('says of every strategy that the source lacks a device', () => {
    const solution = solveScenario(withNode(openingScenario, 'phone', { device: null }));
    expect(solution.best).toBeNull();
    for (const { outcome } of solution.strategies) {
      expect(outcome).toEqual({ kind: 'infeasible', reason: { kind: 'node-cannot-compute', node: 'phone' } });
    }
  });
});

describe('findTicks', () => {
  it('finds where the plan of Fig. 2 changes along the MEC-cloud link', () => {
    const ticks = findTicks({ scenario: toy, link: wire, direction: 'both' });
    expect(ticks).toEqual([
      {
        capacityMbps: expect.closeTo(6 / 7, 9) as number,
        totalS: expect.closeTo(73 / 30, 9) as number,
        proven: true,
        below: ['mec'],
        above: ['mec', 'cloud'],
        belowCuts: [],
        aboveCuts: [1],
      },
      {
        capacityMbps: expect.closeTo(12 / 7, 9) as number,
        totalS: expect.closeTo(1.85, 9) as number,
        proven: true,
        below: ['mec', 'cloud'],
        above: ['cloud'],
        belowCuts: [1],
        aboveCuts: [],
      },
    ]);
  });

  it('finds on the opening preset exactly the places where the plan changes, rising', () => {
    const ticks = findTicks({ scenario: openingScenario, link: radio, direction: 'both' });
    expect(ticks.length).toBeGreaterThanOrEqual(3);
    const capacities = ticks.map(({ capacityMbps }) => capacityMbps);
    expect(capacities).toEqual([...capacities].sort((a, b) => a - b));
    const shapeAt = (mbps: number): unknown =>
      shapeOf(solveScenario(withCapacity(openingScenario, radio, mbps)).best);
    const edges = [0.001, ...capacities, 1e6];
    for (let k = 0; k + 1 < edges.length; k++) {
      const low = edges[k]! * (k === 0 ? 1 : 1 + 1e-6);
      const high = edges[k + 1]! * (k + 2 === edges.length ? 1 : 1 - 1e-6);
      expect(shapeAt(low)).toEqual(shapeAt(high));
      expect(shapeAt(Math.sqrt(low * high))).toEqual(shapeAt(low));
      if (k > 0) expect(shapeAt(low)).not.toEqual(shapeAt(edges[k]! * (1 - 1e-6)));
    }
  });

  it('moves one direction only when asked, and does not depend on where the slider stands', () => {
    const upOnly = findTicks({ scenario: openingScenario, link: radio, direction: 'aToB' });
    // Nothing travels back when the result stays, so the way up is all that matters.
    expect(upOnly).toEqual(findTicks({ scenario: openingScenario, link: radio, direction: 'both' }));
    expect(findTicks({ scenario: openingScenario, link: radio, direction: 'bToA' })).toEqual([]);
    const closed = withCapacity(openingScenario, radio, 0);
    expect(findTicks({ scenario: closed, link: radio, direction: 'both' })).toEqual(upOnly);
  });

  it('has none for a link that is not there', () => {
    expect(findTicks({ scenario: toy, link: 'gone' as LinkId, direction: 'both' })).toEqual([]);
  });
});
