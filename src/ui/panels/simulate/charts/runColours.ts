/** The hues of a run's nodes: those they have everywhere else, and free ones for nodes that only the run computes on. */
import type { NodeId } from '../../../../core/network/types';
import type { SimulationRun } from '../../../../core/simulation/types';
import type { Scenario } from '../../../../core/scenario/types';
import { sameSolverInput } from '../../../../state/solverInput';
import type { Answer } from '../../../../state/types';
import { nodeColours, type NodeColour } from '../../../nodeColours';
import { solutionColours } from '../../../solutionColours';

type Colours = ReadonlyMap<NodeId, NodeColour>;

const kept = new WeakMap<SimulationRun, Colours>();

/** From the answer to the run's own document on, whatever the drawing becomes later: a hue means the same in all of a run. */
export function keptColours(run: SimulationRun, scenario: Scenario, answer: Answer | null): Colours {
  const held = kept.get(run);
  if (held !== undefined) return held;
  const colours = runColours(run, answer === null ? null : solutionColours(answer.solution));
  if (answer !== null && sameSolverInput(answer.scenario, scenario)) kept.set(run, colours);
  return colours;
}

/** @param known - of the answer on screen (`solutionColours`); null before there is one */
export function runColours(run: Pick<SimulationRun, 'plans'>, known: Colours | null): Colours {
  const used = [...new Set(run.plans.flatMap(({ nodes }) => nodes))];
  if (known === null || known.size === 0) return nodeColours(used);
  // A node that is grey elsewhere, with more nodes than hues, may have a hue here.
  const others = used.filter((node) => typeof known.get(node) !== 'number');
  if (others.length === 0) return known;
  const hues = [0, 1, 2, 3, 4, 5, 6, 7];
  const taken = new Set(known.values());
  const shown = new Set(used.map((node) => known.get(node)));
  // First hues that nobody has, then those of nodes that compute nothing in this run: nothing here is painted with them.
  const free = [
    ...hues.filter((hue) => !taken.has(hue)),
    ...hues.filter((hue) => taken.has(hue) && !shown.has(hue)),
  ];
  return new Map([...known, ...others.map((node, k) => [node, free[k] ?? 'other'] as const)]);
}
