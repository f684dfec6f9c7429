/**
 * Training split over the row of computing nodes, aware of what moving its parameters costs and not (HiveMind eq. 8-9).
 * Modelled: a block's backward time is a multiple of its forward time; activations and gradients are as large as the
 * boundary; the loss is computed where the last block is, so the document's delivery plays no part; memory limits count
 * weights only.
 */
import { hopSeconds, ratesBetween, type HopLines } from '../solvers/extensions/hopLines';
import {
  evaluateTraining,
  solveTraining,
  trainingHorizon,
  type TrainingProblem,
} from '../solvers/extensions/training';
import { evaluatePeriods, solvePeriods, solveStepwise } from '../solvers/extensions/trainingPeriods';
import { fits } from '../solvers/sweepWindow';
import type { ChainProblem, ShouldStop } from '../solvers/types';
import { createRandom } from '../random';
import type { Scenario } from '../scenario/types';
import { extensionRow, noSplit, rowHops, withFirstLinks, type ExtensionRow } from './extensionRow';
import type { StudyContext } from './types';
import { horizonRange, type TrainingAnswer, type TrainingOptions } from './trainingTypes';

export function trainingStudy(
  scenario: Scenario,
  options: TrainingOptions,
  { shouldStop }: StudyContext,
): TrainingAnswer {
  const found = extensionRow(scenario);
  if (found.kind === 'trouble') return found;
  const { row } = found;
  const blocks = row.problem.blockCount;
  const previousFits = options.previous === null || isSplitOf(options.previous, row.nodes.length, blocks);
  const previous = options.previous !== null && previousFits ? options.previous : row.nodes.map(() => blocks);
  const bytes = row.problem.boundaryBytes;
  const problem: TrainingProblem = {
    ...iterationOf(row.chain, bytes, rowHops(row, Math.max(...bytes)).back, options.backwardFactor),
    ...(row.chain.memory === undefined ? {} : { memory: row.chain.memory }),
    previous: Int32Array.from(previous),
    weightBytes: row.problem.weightBytes,
    secondsPerByte: ratesBetween(row.bothWays, row.nodes),
    charge: options.charge,
    setUpS: options.setUpS,
    iterations: options.iterations,
  };
  const best = solveTraining(problem, 'all');
  const unaware = solveTraining(problem, 'none');
  const printed = solveTraining(problem, 'neighbours');
  if (best === null || unaware === null || printed === null) {
    return { kind: 'trouble', trouble: noSplit(scenario, row) };
  }
  const stay = evaluateTraining(problem, problem.previous);
  const stays = Number.isFinite(stay.totalS) && hasRoom(row.chain, previous);
  return {
    kind: 'training',
    nodes: row.nodeIds,
    blockCount: blocks,
    parameterBytes: row.problem.weightBytes.reduce((sum, bytes) => sum + bytes, 0),
    previous,
    previousFits,
    best,
    unaware,
    stay: stays ? stay : null,
    printed,
    horizon: trainingHorizon(problem, horizonRange.min, horizonRange.max).map(({ from, line }) => ({
      fromIterations: from,
      boundaries: line.split.boundaries,
      iterationS: line.split.iterationS,
      moveS: line.split.moveS,
    })),
    periods: periodsOf(row, problem, options, shouldStop),
  };
}

/** Operators times hops: beyond it, a cut takes seconds. */
const cutLimit = 36_000;

/** Several periods that differ in their first links; see `TrainingAnswer`. */
function periodsOf(
  row: ExtensionRow,
  problem: TrainingProblem,
  { periods: { count, minFactor, maxFactor, seed }, backwardFactor }: TrainingOptions,
  shouldStop: ShouldStop,
): Extract<TrainingAnswer, { kind: 'training' }>['periods'] {
  if (count * row.problem.blockCount * (row.nodes.length - 1) > cutLimit) return null;
  const random = createRandom(seed);
  const factors = Array.from({ length: count }, () => minFactor + (maxFactor - minFactor) * random.next());
  const bytes = row.problem.boundaryBytes;
  const periods = factors.map((factor): TrainingProblem => {
    const own = {
      ...row,
      problem: withFirstLinks(row.problem, factor),
      bothWays: withFirstLinks(row.bothWays, factor),
    };
    const { onward, back } = rowHops(own, Math.max(...bytes));
    const shipS = row.chain.shipS.map((times, h) =>
      times.map((time, i) => (time === Infinity ? Infinity : hopSeconds(onward[h]!, bytes[i]!))),
    );
    return {
      ...problem,
      ...iterationOf({ ...row.chain, shipS }, bytes, back, backwardFactor),
      secondsPerByte: ratesBetween(own.bothWays, row.nodes),
      charge: 'per-hop',
      setUpS: 0,
    };
  });
  const stay = evaluatePeriods(
    periods,
    periods.map(() => problem.previous),
  );
  const stepwise = solveStepwise(periods);
  const whole = solvePeriods(periods, shouldStop);
  if (whole === null || stepwise === null) return null;
  // A cut knows no memory limit: where its splits keep the limits all the same, they are the best within them too.
  if (!whole.splits.every(({ boundaries }) => hasRoom(row.chain, boundaries))) return null;
  return { factors, whole, stepwise, stay: Number.isFinite(stay.totalS) ? stay : null };
}

/** Times of one iteration (eq. 8): the boundary's activations on, its gradients back over the reverse way. */
export function iterationOf(
  chain: ChainProblem,
  boundaryBytes: Float64Array,
  back: readonly HopLines[],
  backwardFactor: number,
): Pick<TrainingProblem, 'forwardS' | 'backwardS' | 'activationS' | 'gradientS'> {
  return {
    forwardS: chain.computeS,
    backwardS: chain.computeS.map((times) => times.map((time) => backwardFactor * time)),
    activationS: chain.shipS,
    // Nobody wants the gradient of the raw input.
    gradientS: back.map((lines) => boundaryBytes.map((size, i) => (i === 0 ? 0 : hopSeconds(lines, size)))),
  };
}

function isSplitOf(boundaries: readonly number[], nodes: number, blocks: number): boolean {
  return (
    boundaries.length === nodes &&
    boundaries.at(-1) === blocks &&
    boundaries.every((b, p) => Number.isInteger(b) && b >= (boundaries[p - 1] ?? 0))
  );
}

function hasRoom({ memory }: ChainProblem, boundaries: readonly number[]): boolean {
  if (memory === undefined) return true;
  return boundaries.every((to, p) => {
    const held = memory.layerBytes.slice(boundaries[p - 1] ?? 0, to).reduce((sum, bytes) => sum + bytes, 0);
    return fits(held, memory.nodeBytes[p]!);
  });
}
