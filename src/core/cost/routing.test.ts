import { describe, expect, it } from 'vitest';
import type { LinkId, NetworkLink, NodeId, NodeKind } from '../network/types';
import { createRandom } from '../random';
import { changeLeakage, changeRouting } from '../scenario/goalEdits';
import { changeNode } from '../scenario/edits';
import { openingScenario, presets } from '../scenario/presets/presets';
import { deliveries, type Scenario } from '../scenario/types';
import { solveChain } from '../solvers/chainMultiSplit';
import { solveRouteAndSplit } from '../solvers/routeAndSplit';
import { bruteForceRoutes } from '../solvers/testing/bruteForce';
import { expectSound, totalOf } from '../solvers/testing/expectSound';
import { awayFromSink } from './awayFromSink';
import { buildProblem } from './buildProblem';
import { rowChain } from './rowChain';

const toy = presets.find(({ id }) => id === 'three-layers')!.scenario;
const problemOf = (scenario: Scenario) => buildProblem(scenario).problem!;

/** Arcs both ways of a drawing, as [from, to] names; the first node is the source, the last the sink. */
function away(kinds: Record<string, NodeKind>, links: readonly (readonly [string, string])[]): string[] {
  const names = Object.keys(kinds);
  const arcs = links.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  const marks = awayFromSink({
    kinds: Object.values(kinds),
    arcFrom: arcs.map(([a]) => names.indexOf(a)),
    arcTo: arcs.map(([, b]) => names.indexOf(b)),
    source: 0,
    sink: names.length - 1,
  });
  return arcs.filter((_, a) => marks[a] === 1).map(([a, b]) => `${a}>${b}`);
}

/** The toy as a random drawing: extra nodes and links, some one way. */
function randomScenario(seed: number): Scenario {
  const random = createRandom(seed);
  const kinds: NodeKind[] = ['gnb', 'mec', 'mec', 'core'];
  const extra = kinds.map((kind, k) => ({
    ...toy.nodes[1]!,
    id: `x${k}` as NodeId,
    kind,
    device: { kind: 'custom', speed: 1 + random.integer(9) } as const,
  }));
  const nodes = [...toy.nodes, ...extra];
  const links: NetworkLink[] = [];
  for (let a = 0; a < nodes.length; a++) {
    for (let b = a + 1; b < nodes.length; b++) {
      if (random.next() < 0.55) continue;
      links.push({
        ...toy.links[0]!,
        id: `l${a}-${b}` as LinkId,
        a: nodes[a]!.id,
        b: nodes[b]!.id,
        symmetric: false,
        aToBMbps: random.next() < 0.15 ? 0 : 0.2 + 3 * random.next(),
        bToAMbps: random.next() < 0.15 ? 0 : 0.2 + 3 * random.next(),
      });
    }
  }
  return { ...toy, nodes, links, delivery: deliveries[seed % 3]! };
}

describe('forward routing', () => {
  it('closes the way back on a row, and lets a MEC host beside its site be visited and left', () => {
    const row = { ue: 'ue', gnb: 'gnb', core: 'core', cloud: 'cloud' } as const;
    const along = [['ue', 'gnb'], ['gnb', 'core'], ['core', 'cloud']] as const; // prettier-ignore
    expect(away(row, along)).toEqual(['gnb>ue', 'core>gnb', 'cloud>core']);
    const beside = { ue: 'ue', gnb: 'gnb', edge: 'mec', core: 'core', cloud: 'cloud' } as const;
    expect(away(beside, [...along, ['gnb', 'edge']])).toEqual(['gnb>ue', 'core>gnb', 'cloud>core']);
  });

  it('does not lead to an IAB node off the way, nor past the sink, and lets data move sideways', () => {
    const kinds = { ue: 'ue', a: 'iab', b: 'iab', off: 'iab', behind: 'mec', past: 'core', cloud: 'cloud' } as const; // prettier-ignore
    const links = [['ue', 'a'], ['a', 'cloud'], ['b', 'cloud'], ['a', 'b'], ['off', 'a'], ['off', 'behind'], ['cloud', 'past']] as const; // prettier-ignore
    expect(away(kinds, links)).toEqual(['a>ue', 'cloud>a', 'cloud>b', 'a>off', 'cloud>past']);
  });

  it('equals the chain lattice on a row without side trips', () => {
    for (const delivery of deliveries) {
      const problem = problemOf({ ...changeRouting(toy, 'forward'), delivery });
      const { chain } = rowChain(problem);
      expect(totalOf(solveRouteAndSplit(problem))).toBeCloseTo(solveChain(chain)!.totalS, 12);
    }
    const five = presets.find(({ id }) => id === 'five-nodes')!.scenario;
    for (const delivery of deliveries) {
      const problem = problemOf({ ...changeRouting(five, 'forward'), delivery });
      expect(totalOf(solveRouteAndSplit(problem))).toBeCloseTo(
        solveChain(rowChain(problem).chain)!.totalS,
        12,
      );
    }
  });

  it('is never better than any routing, and as good as exhaustive search over its arcs, in 900 drawings', () => {
    let worse = 0;
    for (let seed = 0; seed < 900; seed++) {
      const scenario = randomScenario(seed);
      const any = totalOf(solveRouteAndSplit(problemOf(scenario)));
      const problem = problemOf(changeRouting(scenario, 'forward'));
      const outcome = solveRouteAndSplit(problem);
      expectSound(problem, outcome);
      expect(any).toBeLessThanOrEqual(totalOf(outcome) * (1 + 1e-12));
      expect(totalOf(outcome)).toBeCloseTo(bruteForceRoutes(problem), 9);
      if (any < totalOf(outcome) * (1 - 1e-9)) worse++;
    }
    expect(worse).toBeGreaterThan(20);
  });

  it('keeps the arcs in place while a capacity is dragged', () => {
    const forward = changeRouting(openingScenario, 'forward');
    const links = forward.links.map((link) => ({ ...link, aToBMbps: 7, bToAMbps: 7 }));
    expect(problemOf({ ...forward, links }).arcFrom).toBe(problemOf(forward).arcFrom);
    expect(problemOf(forward).arcFrom.length).toBe(5);
  });
});

describe('leakage of a document', () => {
  const shared = changeNode(openingScenario, 'cloud' as NodeId, { trusted: false });
  const boundaries = problemOf(shared).blockCount + 1;
  const cloud = shared.nodes.findIndex(({ id }) => id === 'cloud');

  it('lets untrusted nodes compute if it fits the model', () => {
    expect(problemOf(shared).computes[cloud]).toBe(0);
    expect(problemOf(shared).trust).toBeUndefined();
    const known = changeLeakage(
      shared,
      Array.from({ length: boundaries }, (_, i) => 1 / (1 + i)),
    );
    expect(problemOf(known).computes[cloud]).toBe(1);
    expect(problemOf(known).trust).toMatchObject({ limit: Infinity });
    expect(problemOf(changeLeakage(openingScenario, known.leakage)).trust).toBeUndefined();
  });

  it('sleeps with a note if it does not', () => {
    const short = changeLeakage(shared, [1, 0.5]);
    expect(problemOf(short).computes[cloud]).toBe(0);
    expect(buildProblem(short).problems).toContainEqual({
      kind: 'leakage-mismatch',
      have: 2,
      need: boundaries,
    });
  });

  it('masks the hops of a row to an untrusted node, for what leaks too much', () => {
    const leakage = Array.from({ length: boundaries }, (_, i) => (i < 3 ? 5 : 1));
    const limited = changeLeakage(shared, leakage);
    const problem = problemOf({
      ...limited,
      goals: { ...limited.goals, limits: { ...limited.goals.limits, leakage: 2 } },
    });
    const last = rowChain(problem).chain.shipS.at(-1)!;
    expect(Array.from(last, (seconds) => seconds < Infinity)).toEqual(leakage.map((value) => value <= 2));
  });
});
