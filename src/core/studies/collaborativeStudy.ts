/**
 * Agents that learn together over the same row, each with a first link of its own, aware of the parameter transfer when
 * they decide and not (HiveMind VI-B, eq. 13). Modelled: an agent has its links to itself, and parameters travel at the
 * rate of the best route to the controller, its set-up not counted.
 */
import { createRandom } from '../random';
import type { Scenario } from '../scenario/types';
import { atRate, hopLines, hopSeconds, ratesTo, type HopLines } from '../solvers/extensions/hopLines';
import {
  solveCollaborative,
  type CollaborativeProblem,
  type CollaborativeSplit,
  type OmegaAwareness,
} from '../solvers/extensions/collaborative';
import { deliveryS } from '../solvers/routes';
import type { ChainProblem, RouteProblem } from '../solvers/types';
import type { AgentPlan, CollaborativeAnswer, CollaborativeOptions } from './collaborativeTypes';
import { extensionRow, noSplit, withFirstLinks, type ExtensionRow } from './extensionRow';
import { iterationOf } from './trainingStudy';

export function collaborativeStudy(scenario: Scenario, options: CollaborativeOptions): CollaborativeAnswer {
  const found = extensionRow(scenario);
  if (found.kind === 'trouble') return found;
  const { row } = found;
  const ids = scenario.nodes.map(({ id }) => id);
  const asked = options.controller === null ? -1 : ids.indexOf(options.controller);
  const controller = asked < 0 ? row.problem.sink : asked;
  const factors = factorsOf(options);
  const steady = steadyHops(row, Math.max(...factors));
  const agents = factors.map((factor) => ({
    factor,
    problem: agentProblem(row, factor, controller, steady, options),
  }));
  const decide = (sees: OmegaAwareness): AgentPlan[] | null => {
    const plans: AgentPlan[] = [];
    for (const { factor, problem } of agents) {
      const split: CollaborativeSplit | null = solveCollaborative(problem, sees);
      if (split === null) return null;
      plans.push({ factor, ...split });
    }
    return plans;
  };
  const aware = decide('aware');
  const unaware = decide('unaware');
  if (aware === null || unaware === null) return { kind: 'trouble', trouble: noSplit(scenario, row) };
  return {
    kind: 'collaborative',
    nodes: row.nodeIds,
    controller: ids[controller]!,
    parameterBytes: row.problem.weightBytes.reduce((sum, bytes) => sum + bytes, 0),
    aware,
    unaware,
    printed: options.charge === 'last-node' ? decide('printed-range') : null,
  };
}

/** Capacities of the agents' first links relative to the scenario's, least first. */
function factorsOf({ agents, minFactor, maxFactor, seed }: CollaborativeOptions): number[] {
  const random = createRandom(seed);
  const factors = Array.from({ length: agents }, () => minFactor + (maxFactor - minFactor) * random.next());
  return factors.sort((a, b) => a - b);
}

function agentProblem(
  row: ExtensionRow,
  factor: number,
  controller: number,
  steady: SteadyHops,
  options: CollaborativeOptions,
): CollaborativeProblem {
  const own = {
    ...row,
    problem: withFirstLinks(row.problem, factor),
    bothWays: withFirstLinks(row.bothWays, factor),
  };
  const weights = row.problem.weightBytes;
  const toController = ratesTo(own.bothWays, controller);
  const rates = row.nodes.map((v) => toController[v]!);
  const all = weights.reduce((sum, bytes) => sum + bytes, 0);
  return {
    pass: passOf(own, steady, options.pass),
    passes: options.passes,
    allS: Float64Array.from(row.nodes, (_, p) => atRate(all, rates[p]!)),
    blockS: row.nodes.map((_, p) => weights.map((bytes) => atRate(bytes, rates[p]!))),
    charge: options.charge,
  };
}

/** Ways over the hops that are the same for every agent; null where the first links may be on them. */
interface SteadyHops {
  readonly onward: readonly (HopLines | null)[];
  readonly back: readonly (HopLines | null)[];
}

/** A hop whose best routes keep away from the UE where its links are fastest keeps away from them for every agent. */
function steadyHops({ nodes, problem, bothWays }: ExtensionRow, fastest: number): SteadyHops {
  const largest = Math.max(...problem.boundaryBytes);
  const steady = (own: RouteProblem, from: number, to: number): HopLines | null => {
    const closed = hopLines(withoutFirstLinks(own), from, to, largest);
    const open = hopLines(withFirstLinks(own, fastest), from, to, largest);
    const isSame =
      open.length === closed.length &&
      open.every((line, k) => line.atZero === closed[k]!.atZero && line.slope === closed[k]!.slope);
    return isSame && open.length > 0 ? open : null;
  };
  const hops = nodes.slice(1);
  return {
    onward: hops.map((next, h) => steady(problem, nodes[h]!, next)),
    back: hops.map((next, h) => steady(bothWays, next, nodes[h]!)),
  };
}

function withoutFirstLinks(problem: RouteProblem): RouteProblem {
  const { source, arcFrom, arcTo } = problem;
  const arcFixedS = problem.arcFixedS.map((fixed, a) =>
    arcFrom[a] === source || arcTo[a] === source ? Infinity : fixed,
  );
  return { ...problem, arcFixedS };
}

/** One pass of this agent over the scenario's row of nodes. */
function passOf(own: ExtensionRow, steady: SteadyHops, pass: CollaborativeOptions['pass']): ChainProblem {
  const { nodes, problem, bothWays, chain } = own;
  const bytes = problem.boundaryBytes;
  const largest = Math.max(...bytes);
  const shipS = chain.shipS.map((row, h) => {
    const lines = steady.onward[h] ?? hopLines(problem, nodes[h]!, nodes[h + 1]!, largest);
    // What the row rules out (a boundary that may not be handed on) stays ruled out on a slower link.
    return row.map((time, i) => (time === Infinity ? Infinity : hopSeconds(lines, bytes[i]!)));
  });
  if (pass === 'forward') {
    // The result is delivered over the agent's own links.
    const goalS = deliveryS(problem);
    return { ...chain, shipS, finishS: Float64Array.from(nodes, (v) => goalS[v]!) };
  }
  const back = nodes
    .slice(1)
    .map((next, h) => steady.back[h] ?? hopLines(bothWays, next, nodes[h]!, largest));
  const { forwardS, backwardS, gradientS } = iterationOf({ ...chain, shipS }, bytes, back, 2);
  return {
    ...chain,
    computeS: forwardS.map((row, p) => row.map((time, l) => time + backwardS[p]![l]!)),
    shipS: shipS.map((row, h) => row.map((time, i) => time + gradientS[h]![i]!)),
    finishS: new Float64Array(nodes.length),
  };
}
