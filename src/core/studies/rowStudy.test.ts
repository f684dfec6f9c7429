import { describe, expect, it } from 'vitest';
import { buildProblem } from '../cost/buildProblem';
import { rowChain } from '../cost/rowChain';
import type { NetworkNode } from '../network/types';
import { refreshProfiles } from '../profile/profileFor';
import { presets } from '../scenario/presets/presets';
import { deliveries, type Scenario } from '../scenario/types';
import { solveRouteAndSplit } from '../solvers/routeAndSplit';
import { costOfSplit } from '../solvers/splitCost';
import { rowStudy } from './rowStudy';
import type { AlgorithmRun, RowView } from './rowTypes';

const preset = (id: string): Scenario => presets.find((each) => each.id === id)!.scenario;
const context = { shouldStop: () => false };
const ask = (scenario: Scenario) => rowStudy(scenario, {}, context);
function view(scenario: Scenario): RowView {
  const answer = ask(scenario);
  if (answer.kind !== 'row') throw new Error(JSON.stringify(answer.trouble));
  return answer.row;
}
const withNodes = (scenario: Scenario, change: (node: NetworkNode) => Partial<NetworkNode>): Scenario =>
  refreshProfiles({ ...scenario, nodes: scenario.nodes.map((node) => ({ ...node, ...change(node) })) });

describe('the row study', () => {
  it('answers every preset: SCI equals the optimum, every run costs what it says, the network is never worse', () => {
    for (const { scenario } of presets) {
      for (const delivery of deliveries) {
        const row = view({ ...scenario, delivery });
        const problem = buildProblem({ ...scenario, delivery }).problem!;
        const { chain } = rowChain(problem);
        expect(row.sci.actualS).toBeCloseTo(row.totalS, 12);
        expect(row.sci.promisedS).toBe(row.totalS);
        expect(row.sci.fits).toBe(true);
        expect(row.sciFloat32.loss).toBeLessThanOrEqual(row.sciFloat32.lossBound);
        const runs = [row.printed, row.entryCostOnly, row.emptyOnly, row.corrected, row.sci];
        for (const run of runs.filter((each): each is AlgorithmRun => each !== null)) {
          expect(run.actualS).toBe(costOfSplit(chain, run));
          if (chain.memory === undefined)
            expect(run.actualS).toBeGreaterThanOrEqual(row.totalS * (1 - 1e-12));
        }
        const outcome = solveRouteAndSplit(problem);
        expect(row.networkS).toBe(outcome.kind === 'plan' ? outcome.plan.totalS : null);
        expect(row.networkS).toBeLessThanOrEqual(row.totalS * (1 + 1e-12));
      }
    }
  });

  it('is the toy of Fig. 2 with its messages, its graph and what is left of it', () => {
    const row = view(preset('three-layers'));
    expect(row.totalS).toBeCloseTo(34 / 15, 9);
    expect(row.boundaries).toEqual([0, 1, 3]);
    expect(row.messages.map(({ from, bytes }) => [from, bytes])).toEqual([
      [2, 16],
      [1, 16],
    ]);
    expect(row.messages[0]!.zetaS[1]).toBeCloseTo(1 + 0.5, 9);
    expect(row.decisions).toHaveLength(3);
    const graph = row.graph!;
    expect(graph.totalS).toBeCloseTo(row.totalS, 12);
    expect(graph.vertices.filter(({ kind }) => kind === 'relay').length).toBeGreaterThan(2);
    expect(String(graph.edges.length)).toBe(row.counts.relayEdges);
    expect(String(graph.vertices.length)).toBe(row.counts.relayVertices);
    for (const edge of graph.path) expect(graph.pruned).toContain(edge);
    expect(graph.pruned.length).toBeLessThan(graph.edges.length / 2);
  });

  it('counts instead of drawing where the graph is too large', () => {
    const row = view(preset('five-nodes'));
    expect(row.graph).toBeNull();
    expect(Number(row.counts.relayEdges)).toBeGreaterThan(1500);
  });

  it('has the figures of the paper whatever the scenario', () => {
    const toy = preset('three-layers');
    const alone = ask(withNodes(toy, (node) => (node.id === toy.sourceId ? {} : { device: null })));
    expect(alone).toMatchObject({ kind: 'trouble', trouble: { kind: 'one-node' } });
    expect(alone.paper.map(({ id }) => id)).toEqual(ask(toy).paper.map(({ id }) => id));
    expect(ask(withNodes(toy, () => ({ device: null })))).toMatchObject({
      trouble: { kind: 'source-has-no-device' },
    });
  });

  it('says which limit leaves no split', () => {
    const five = preset('five-nodes');
    expect(ask(withNodes(five, () => ({ memoryMB: 1 })))).toMatchObject({
      kind: 'trouble',
      trouble: { kind: 'no-split', because: { kind: 'does-not-fit', node: null } },
    });
    const largest = {
      kind: 'no-split',
      because: { kind: 'block-does-not-fit', name: expect.any(String) as string },
    };
    expect(ask(withNodes(five, () => ({ memoryMB: 9.4 })))).toMatchObject({
      kind: 'trouble',
      trouble: largest,
    });
  });
});
