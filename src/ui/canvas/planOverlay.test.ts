import { describe, expect, test } from 'vitest';
import { openingScenario } from '../../core/scenario/presets/presets';
import { solveScenario } from '../../core/solvers/solveScenario';
import type { Leg, Plan } from '../../core/solvers/types';
import { planOnLinks, planOnNodes, planOverlay } from './planOverlay';

const compute = (node: string, from: number, to: number, seconds: number) =>
  ({ kind: 'compute', node, from, to, startS: 0, seconds }) as Leg;
const ship = (
  link: string,
  from: string,
  to: string,
  boundary: number,
  seconds: number,
  direction = 'aToB',
) =>
  ({
    kind: 'transfer',
    link,
    direction,
    from,
    to,
    boundary,
    bytes: boundary * 100,
    startS: 0,
    seconds,
  }) as Leg;

function planOf(...legs: readonly Leg[]): Plan {
  const totalS = legs.reduce((sum, leg) => sum + leg.seconds, 0);
  return { legs, totalS, computeS: 0, transferS: 0, computeNodes: [], cuts: 0 };
}

const threeNodes = planOf(
  compute('ue', 0, 4, 2),
  ship('radio', 'ue', 'gnb', 4, 1),
  ship('fibre', 'gnb', 'mec', 4, 1),
  compute('mec', 4, 9, 4),
  ship('fibre', 'mec', 'gnb', 9, 2, 'bToA'),
);

describe('what a plan does on nodes', () => {
  test('says which blocks run there, how long, and which part of the total that is', () => {
    const nodes = [...planOnNodes(threeNodes)];
    expect(nodes).toEqual([
      ['ue', { ranges: [{ from: 0, to: 4 }], seconds: 2, share: 0.2 }],
      ['gnb', { ranges: [], seconds: 0, share: 0 }],
      ['mec', { ranges: [{ from: 4, to: 9 }], seconds: 4, share: 0.4 }],
    ]);
  });

  test('joins ranges that follow each other, keeps apart those that do not, and sums their time', () => {
    const nodes = planOnNodes(
      planOf(compute('ue', 0, 2, 1), compute('ue', 2, 3, 1), compute('mec', 3, 5, 1), compute('ue', 5, 6, 1)),
    );
    expect([...nodes.values()][0]).toEqual({
      ranges: [
        { from: 0, to: 3 },
        { from: 5, to: 6 },
      ],
      seconds: 3,
      share: 0.75,
    });
  });
});

describe('what a plan does on links', () => {
  test('lists what crosses each of them in order of time, both ways', () => {
    const links = [...planOnLinks(threeNodes)];
    expect(links.map(([link]) => link)).toEqual(['radio', 'fibre']);
    expect(links[1]![1]).toEqual([
      { direction: 'aToB', boundary: 4, bytes: 400, seconds: 1, share: 0.1 },
      { direction: 'bToA', boundary: 9, bytes: 900, seconds: 2, share: 0.2 },
    ]);
  });

  test('a plan that takes no time at all has no shares to divide', () => {
    expect([...planOnNodes(planOf(compute('ue', 0, 1, 0))).values()][0]!.share).toBe(0);
  });
});

test('on the opening scenario every block runs exactly once and the shares add up to one', () => {
  const plan = solveScenario(openingScenario).best!;
  const { nodes, links } = planOverlay(plan);
  const blocks = [...nodes.values()].flatMap(({ ranges }) => ranges).sort((a, b) => a.from - b.from);
  expect(blocks[0]!.from).toBe(0);
  for (const [index, range] of blocks.entries()) expect(range.from).toBe(blocks[index - 1]?.to ?? 0);
  const shares = [
    ...[...nodes.values()].map(({ share }) => share),
    ...[...links.values()].flat().map(({ share }) => share),
  ];
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
});

test('an overlay is computed once per plan, and is empty without one', () => {
  expect(planOverlay(threeNodes)).toBe(planOverlay(threeNodes));
  expect(planOverlay(null).nodes.size).toBe(0);
});
