import { describe, expect, it } from 'vitest';
import { node } from '../scenario/testing/exampleScenario';
import type { Scenario } from '../scenario/types';
import { solveRouteAndSplit } from '../solvers/routeAndSplit';
import { loadedLinks } from './loadedLinks';
import { defaultSimulation } from './settings';
import { simulatedNetwork } from './simulatedNetwork';
import { networkOf, presetOf } from './testing/randomWorld';

const tree = presetOf('hivemind-mmwave');
const backhaul = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

const withLink = (scenario: Scenario, id: string, patch: Partial<Scenario['links'][number]>): Scenario => ({
  ...scenario,
  links: scenario.links.map((link) => (link.id === id ? { ...link, ...patch } : link)),
});

describe('the simulated network', () => {
  it('has access to every cell in place of the UE’s wireless link', () => {
    const { cells, arcs, routes } = networkOf(tree);
    expect(cells).toEqual(['iab1', 'iab2', 'iab3', 'iab4', 'iab5', 'iab6']);
    const links = arcs.flatMap((arc) => (arc.kind === 'link' ? [`${arc.link} ${arc.direction}`] : []));
    expect(links).toEqual(backhaul.flatMap((id) => [`${id} aToB`, `${id} bToA`]));
    expect(arcs.slice(16, 18)).toEqual([
      { kind: 'access', cell: 'iab1', direction: 'up' },
      { kind: 'access', cell: 'iab1', direction: 'down' },
    ]);
    expect(routes).toHaveLength(6);
  });

  it('shows each serving cell its own access alone', () => {
    const { nodeIds, arcs, routes } = networkOf(tree);
    for (const [c, { problem, arcs: numbers }] of routes.entries()) {
      const access = Array.from(numbers.entries()).filter(([, arc]) => arcs[arc]!.kind === 'access');
      expect(
        access.map(([a, arc]) => [arc, nodeIds[problem.arcFrom[a]!], nodeIds[problem.arcTo[a]!]]),
      ).toEqual([
        [16 + 2 * c, 'ue', `iab${c + 1}`],
        [17 + 2 * c, `iab${c + 1}`, 'ue'],
      ]);
      expect(solveRouteAndSplit(problem).kind).toBe('plan');
    }
  });

  it('charges blocks alike on every cell, and the radio of that cell’s access', () => {
    const powered = {
      ...tree,
      nodes: tree.nodes.map((other) => ({ ...other, power: { idleW: 1, loadW: 3 } })),
    };
    const { arcs, routes } = networkOf(powered);
    for (const { problem, arcs: numbers, ueEnergy, edgeEnergy } of routes) {
      expect(ueEnergy!.computeJ).toBe(routes[0]!.ueEnergy!.computeJ);
      expect(ueEnergy!.computeJ[problem.source * problem.blockCount]).toBeCloseTo(
        2 * problem.computeS[problem.source * problem.blockCount]!,
        12,
      );
      for (const [a, arc] of numbers.entries()) {
        expect(ueEnergy!.interceptW[a]! > 0).toBe(arcs[arc]!.kind === 'access');
        if (arcs[arc]!.kind === 'access') expect(edgeEnergy!.interceptW[a]).toBe(ueEnergy!.interceptW[a]);
      }
    }
  });

  it('takes the delays of access from what is drawn at the UE', () => {
    const { routes } = networkOf(withLink(tree, 'access', { propagationMs: 2, overheadMs: 1 }));
    for (const { problem, arcs } of routes) {
      const fixed = Array.from(arcs, (arc, a) => (arc < 16 ? null : problem.arcFixedS[a]));
      expect(fixed.filter((seconds) => seconds !== null)).toEqual([0.003, 0.003]);
    }
  });

  it('keeps what is drawn where there are no cells, and a wired link of the UE anywhere', () => {
    const toy = networkOf(presetOf('three-layers'));
    expect(toy.cells).toEqual([]);
    expect(toy.arcs).toHaveLength(4);
    expect(toy.routes).toHaveLength(1);
    const wired = networkOf(withLink(tree, 'access', { medium: 'wired' }));
    expect(wired.arcs.slice(0, 2)).toMatchObject([{ link: 'access' }, { link: 'access' }]);
    expect(wired.arcs).toHaveLength(18 + 12);
  });

  it('has no cells where the source is no UE', () => {
    expect(networkOf({ ...tree, sourceId: node('iab1') }).cells).toEqual([]);
  });

  it('leaves out a direction that is drawn down', () => {
    const { arcs } = networkOf(withLink(tree, 'H', { aToBMbps: 0, symmetric: false }));
    expect(arcs.filter((arc) => arc.kind === 'link' && arc.link === 'H')).toEqual([
      { kind: 'link', link: 'H', direction: 'bToA' },
    ]);
  });

  it('says how old news of an arc is by the hops to its tail', () => {
    const { arcs, routes } = networkOf(tree);
    const { arcs: numbers, ageShare } = routes[0]!;
    const shareOf = (link: string, direction: string): number => {
      const arc = arcs.findIndex((a) => a.kind === 'link' && a.link === link && a.direction === direction);
      return ageShare[numbers.indexOf(arc)]!;
    };
    // From the UE over cell 1: 1, 3, 6, 7, 8, cloud; 6 hops to the farthest.
    expect(shareOf('A', 'aToB')).toBeCloseTo(1 / 6, 12);
    expect(shareOf('H', 'aToB')).toBeCloseTo(5 / 6, 12);
    expect(shareOf('H', 'bToA')).toBe(1);
    expect(ageShare[numbers.indexOf(16)]).toBe(0);
  });

  it('refuses a source without a device, and a network on which nothing can run', () => {
    const bare = {
      ...tree,
      nodes: tree.nodes.map((other) => (other.id === 'ue' ? { ...other, device: null } : other)),
    };
    expect(simulatedNetwork(bare)).toEqual({ ok: false, error: { kind: 'source-has-no-device' } });
    const cut = { ...presetOf('three-layers'), delivery: 'sink' as const };
    expect(simulatedNetwork(withLink(cut, 'wire', { aToBMbps: 0, symmetric: false }))).toEqual({
      ok: false,
      error: { kind: 'no-plan' },
    });
  });
});

describe('background traffic', () => {
  const usual = { ...defaultSimulation.traffic, links: [] };

  it('crosses the links between its cell and the sink, both ways', () => {
    const network = networkOf(tree);
    const cells = loadedLinks(tree, network, usual).map((link) => link.cells);
    const up = Object.fromEntries(backhaul.map((id, k) => [id, cells[2 * k]]));
    expect(up).toEqual({
      A: [0],
      B: [1],
      C: [0, 1, 2],
      D: [3],
      E: [3, 4],
      F: [0, 1, 2, 3, 4, 5],
      G: [0, 1, 2, 3, 4, 5],
      H: [0, 1, 2, 3, 4, 5],
    });
    expect(cells.filter((_, k) => k % 2 === 1)).toEqual(Object.values(up));
  });

  it('leaves the UE the share of the settings, or what is drawn', () => {
    const network = networkOf(tree);
    const uneven = withLink(tree, 'H', { bToAMbps: 90, symmetric: false });
    const shares = loadedLinks(uneven, networkOf(uneven), {
      ...usual,
      usualSd: 0.5,
      usualCeiling: 2,
      links: [{ link: 'A' as never, meanMbps: 10, sdMbps: 3, ceilingMbps: 20 }],
    });
    expect(shares).toHaveLength(16);
    expect(shares[0]).toMatchObject({ meanMbps: 10, sdMbps: 3, ceilingMbps: 20 });
    expect(shares[1]).toEqual(shares[0]);
    expect(shares[14]).toMatchObject({ meanMbps: 18.12, sdMbps: 9.06, ceilingMbps: 36.24 });
    expect(shares[15]).toMatchObject({ meanMbps: 90, sdMbps: 45, ceilingMbps: 180 });
    expect(network.arcs).toHaveLength(28);
  });

  it('crosses nothing where its cell has no way to the sink', () => {
    const cut = withLink(tree, 'F', { aToBMbps: 0, symmetric: false });
    const scenario = { ...cut, sinkId: node('iab6') };
    expect(loadedLinks(scenario, networkOf(scenario), usual).map(({ cells }) => cells.length)).toContain(3);
    expect(loadedLinks(cut, networkOf(cut), usual).every(({ cells }) => cells.length === 0)).toBe(true);
  });
});
