/** How long a run is about to take, before it is run: nothing is started unasked that is long, and who is asked should know. */
import type { Scenario } from '../scenario/types';
import { simulationOf } from './settings';

/** A decision in every lane, paying for a task in every lane, and a capacity of one arc: fitted to runs of the presets in Node [s]. */
const decisionS = 50e-6;
const taskS = 60e-6;
const capacityS = 1.3e-6;
/** With more nodes times blocks than this, decisions and tasks take proportionally longer. */
const usualSize = 240;
/** A task of unknown length [s]. */
const someTaskS = 0.05;
/** A run keeps no more [tasks]. */
const mostTasks = 100_000;

/** What the solver says of the drawing as it stands. */
interface Drawn {
  /** Of the best split; null where there is none [s]. */
  readonly latencyS: number | null;
  /** Of the model. */
  readonly blocks: number;
}

/**
 * A rough figure, good to a factor of about three [s]: tasks (back to back they are as many as the best split's latency fits into the
 * duration), decisions (one for all tasks of a coherence time) and capacities (one for each arc and coherence time) take their time.
 * Tasks mostly take longer than the drawing says, so that it is rather too much.
 */
export function estimateRunS(scenario: Scenario, { blocks, latencyS }: Drawn): number {
  const { arrival, coherenceMs, durationS, periodMs } = simulationOf(scenario);
  const { links, nodes } = scenario;
  const cells = nodes.filter(({ kind }) => kind === 'gnb' || kind === 'iab').length;
  const everyS = arrival === 'periodic' ? periodMs / 1e3 : (latencyS ?? someTaskS);
  const tasks = Math.min(mostTasks, durationS / Math.max(everyS, 1e-6));
  const steps = (durationS * 1e3) / coherenceMs;
  const size = Math.max(1, (nodes.length * blocks) / usualSize);
  const arcs = 2 * (links.length + cells);
  return size * (Math.min(tasks, steps) * decisionS + tasks * taskS) + arcs * steps * capacityS;
}
