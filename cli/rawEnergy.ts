/**
 * Energy of a raw chain: {"energy":{"computeJ":[P][L],"shipJ":[P-1][L+1],"minimise"?:"energy","latencyLimitS"?:x,
 * "minUeLayers"?:k,"ueLimitJ"?:x}}. The value is the joules of all nodes and hops, counted as latency is: every hop's entry
 * is paid. UE energy = computeJ[0] over its layers + shipJ[0][boundaries[0]]. Limits are inclusive (1e-9 relative), a missing
 * one is none, null in a matrix = impossible. Exact, memory limits included; a search that is stopped gives the best it has
 * with "optimal": false and "bound".
 */
import { solveChain } from '../src/core/solvers/chainMultiSplit';
import { whyNoSplit } from '../src/core/solvers/chainReason';
import { chainCriteria, type ChainCosts } from '../src/core/solvers/objectives/chainCriteria';
import { minimiseWithin, type WithinLimits } from '../src/core/solvers/objectives/withinLimits';
import type { ChainProblem, ShouldStop, Step } from '../src/core/solvers/types';
import { isObject, Malformed, readList, readRow, refuseOthers, type Json } from './fields';

export interface EnergyAsk {
  readonly computeJ: readonly Float64Array[];
  readonly shipJ: readonly Float64Array[];
  /** Infinity = none. */
  readonly latencyLimitS: number;
  readonly minUeLayers: number;
  /** Infinity = none. */
  readonly ueLimitJ: number;
}

const fields = ['computeJ', 'shipJ', 'minimise', 'latencyLimitS', 'minUeLayers', 'ueLimitJ'];

/** @throws Malformed naming the field */
export function readEnergy(value: unknown, nodes: number, blocks: number): EnergyAsk {
  if (!isObject(value)) throw new Malformed('energy: an object is needed');
  refuseOthers(value, 'energy.', fields);
  if (value['minimise'] !== undefined && value['minimise'] !== 'energy') {
    throw new Malformed('energy.minimise: "energy" is needed');
  }
  const matrix = (name: 'computeJ' | 'shipJ', rows: number, width: number): Float64Array[] =>
    readList(value[name], `energy.${name}`, rows).map((row, k) =>
      readRow(row, `energy.${name}[${k}]`, width, Infinity),
    );
  return {
    computeJ: matrix('computeJ', nodes, blocks),
    shipJ: matrix('shipJ', nodes - 1, blocks + 1),
    latencyLimitS: readLimit(value['latencyLimitS'], 'energy.latencyLimitS'),
    minUeLayers: readLayers(value['minUeLayers'], blocks),
    ueLimitJ: readLimit(value['ueLimitJ'], 'energy.ueLimitJ'),
  };
}

/** Missing or null = no limit. */
function readLimit(value: unknown, path: string): number {
  if (value === undefined || value === null) return Infinity;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw new Malformed(`${path}: a finite number from 0 is needed`);
}

function readLayers(value: unknown, blocks: number): number {
  if (value === undefined || value === null) return 0;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= blocks) return value;
  throw new Malformed(`energy.minUeLayers: a whole number from 0 to ${blocks} is needed`);
}

/** The criteria by their place. */
const [energy, latency, ueEnergy] = [0, 1, 2];

export function answerEnergy(problem: ChainProblem, ask: EnergyAsk, shouldStop: ShouldStop): Json {
  const criteria = chainCriteria(costsOf(problem, ask), problem.memory);
  const limits = [Infinity, ask.latencyLimitS, ask.ueLimitJ];
  const found = minimiseWithin(criteria, energy, limits, { shouldStop });
  if (found.kind !== 'plan') return { feasible: false, reason: whyNot(problem, ask, limits, found) };
  const { values, steps } = found.plan;
  return {
    feasible: true,
    value: values[energy],
    latencyS: values[latency],
    boundaries: boundariesOf(steps, problem.computeS.length, problem.computeS[0]!.length),
    optimal: found.proven,
    ...(found.proven ? {} : { bound: found.boundValue }),
  };
}

function costsOf(
  { computeS, shipS }: ChainProblem,
  { computeJ, shipJ, minUeLayers }: EnergyAsk,
): ChainCosts[] {
  const onlyFirst = (rows: readonly Float64Array[]): Float64Array[] =>
    rows.map((row, k) => (k === 0 ? row : row.map((value) => (value === Infinity ? Infinity : 0))));
  const masked = shipS.map((row, hop) =>
    row.map((seconds, i) => (hop === 0 && i < minUeLayers ? Infinity : seconds)),
  );
  const costs: ChainCosts[] = [];
  costs[energy] = { compute: computeJ, ship: shipJ };
  costs[latency] = { compute: computeS, ship: masked };
  costs[ueEnergy] = { compute: onlyFirst(computeJ), ship: onlyFirst(shipJ) };
  return costs;
}

/** Layers completed when each node is done. */
function boundariesOf(steps: readonly Step[], nodes: number, blocks: number): number[] {
  const boundaries = new Array<number>(nodes).fill(blocks);
  for (const step of steps) if (step.kind === 'transfer') boundaries[step.arc] = step.boundary;
  return boundaries;
}

/** The limit that binds, with the least that can be reached while the ones before it are kept. */
function whyNot(
  problem: ChainProblem,
  ask: EnergyAsk,
  limits: readonly number[],
  found: Exclude<WithinLimits, { kind: 'plan' }>,
): Json {
  if (found.kind === 'not-found') return { kind: 'search-cut-off' };
  if (found.criterion !== null) {
    const criterion = found.criterion === latency ? 'latency' : 'ue-energy';
    return { kind: 'over-limit', criterion, limit: limits[found.criterion]!, least: found.least };
  }
  const possible = possibleUnder(problem, ask);
  if (solveChain(possible) === null) return whyNoSplit(possible);
  return { kind: 'min-ue-layers', minUeLayers: ask.minUeLayers };
}

/** The chain without what joules call impossible, before the UE has to keep any layers. */
function possibleUnder(problem: ChainProblem, { computeJ, shipJ }: EnergyAsk): ChainProblem {
  const mask = (rows: readonly Float64Array[], by: readonly Float64Array[]): Float64Array[] =>
    rows.map((row, k) => row.map((value, i) => (by[k]![i] === Infinity ? Infinity : value)));
  return { ...problem, computeS: mask(problem.computeS, computeJ), shipS: mask(problem.shipS, shipJ) };
}
