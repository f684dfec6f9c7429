/** How a split of a row is chosen: the baselines, least energy, the paper's two ways to weigh, and the exact answer under a limit. */
import { solveChain } from '../solvers/chainMultiSplit';
import { chainCriteria, type ChainCosts } from '../solvers/objectives/chainCriteria';
import { solveHivemindWeights, type RowCriterion } from '../solvers/objectives/hivemindWeights';
import { minimiseWithin } from '../solvers/objectives/withinLimits';
import type { RowPrices, RowSplit } from './cellRow';

/** null: no split keeps what is asked for, or a hop is closed. */
export type Chooser = (prices: RowPrices) => RowSplit | null;

function least({ compute, ship }: ChainCosts): RowSplit | null {
  return solveChain({ computeS: compute, shipS: ship, finishS: new Float64Array(compute.length) });
}

export const leastLatency: Chooser = ({ latencyS }) => least(latencyS);
export const leastEnergy: Chooser = ({ energyJ }) => least(energyJ);

export const allOnUe: Chooser = ({ latencyS: { compute } }) => ({
  boundaries: compute.map((row) => row.length),
  last: 0,
});

export const allInCloud: Chooser = ({ latencyS: { compute } }) => {
  const last = compute.length - 1;
  return { boundaries: compute.map((row, p) => (p === last ? row.length : 0)), last };
};

/** The best under `chooser` with nothing between the UE and the cloud. */
export function oneSplit(chooser: Chooser): Chooser {
  const only = ({ compute, ship }: ChainCosts): ChainCosts => ({
    compute: compute.map((row, p) =>
      p === 0 || p === compute.length - 1 ? row : new Float64Array(row.length).fill(Infinity),
    ),
    ship,
  });
  return ({ latencyS, energyJ }) => chooser({ latencyS: only(latencyS), energyJ: only(energyJ) });
}

/** HiveMind eq. 11: least energy [mJ] times `perMillijoule` plus latency [ms]. */
export function linearWeights(perMillijoule: number): Chooser {
  return ({ latencyS, energyJ }) => {
    const weigh = (seconds: Float64Array, joules: Float64Array): Float64Array =>
      seconds.map((time, k) => {
        const worth = joules[k]!;
        return time === Infinity || worth === Infinity ? Infinity : 1e3 * (time + perMillijoule * worth);
      });
    return least({
      compute: latencyS.compute.map((row, p) => weigh(row, energyJ.compute[p]!)),
      ship: latencyS.ship.map((row, h) => weigh(row, energyJ.ship[h]!)),
    });
  };
}

/** HiveMind eq. 12 in its units: energy [J] as the best effort, latency [ms] assured. */
export function hivemindWeights(limitS: number): Chooser {
  return ({ latencyS, energyJ }) => {
    const energy = criterion(energyJ, 1, 1, null);
    const latency = criterion(latencyS, 1e3, 0, 1e3 * limitS);
    return solveHivemindWeights([energy, latency], undefined, latency);
  };
}

function criterion(
  { compute, ship }: ChainCosts,
  unit: number,
  weight: number,
  limit: number | null,
): RowCriterion {
  const times = (values: Float64Array): Float64Array => values.map((value) => value * unit);
  return {
    compute: compute.map(times),
    ship: ship.map(times),
    finish: new Float64Array(compute.length),
    weight,
    limit,
  };
}

/** The least energy within the limit on the whole way: exact, unless more labels are needed than are kept. */
export function leastEnergyWithin(limitS: number): Chooser {
  return ({ latencyS, energyJ }) => {
    // The result stays where it is made.
    const problem = { ...chainCriteria([energyJ, latencyS]), goal: null };
    const found = minimiseWithin(problem, 0, [Infinity, limitS]);
    if (found.kind !== 'plan') return null;
    const boundaries = new Int32Array(problem.nodeCount);
    let last = 0;
    for (const step of found.plan.steps) {
      if (step.kind === 'transfer') last = step.arc + 1;
      else boundaries[step.node] = step.to;
    }
    for (let p = 1; p < boundaries.length; p++) boundaries[p] = Math.max(boundaries[p]!, boundaries[p - 1]!);
    return { boundaries, last };
  };
}
