/**
 * The raw chain problem: {"kind":"chain","computeS":[P][L],"shipS":[P-1][L+1],"objective"?:"latency"|"period",
 * "memory"?:{"layerBytes":[L],"nodeBytes":[P]}}. Seconds and bytes; node 0 is the UE; null = impossible (in nodeBytes:
 * unlimited). Every hop's entry is paid, column L included: the path ends on the last node, and a result that stays has
 * zeros there. "energy" is read by rawEnergy.ts.
 */
import { solveChain } from '../src/core/solvers/chainMultiSplit';
import { whyNoSplit } from '../src/core/solvers/chainReason';
import { solvePipeline } from '../src/core/solvers/pipeline';
import type { ChainProblem, ShouldStop } from '../src/core/solvers/types';
import { isObject, Malformed, readList, readRow, refuseOthers, type Json } from './fields';
import { answerEnergy, readEnergy, type EnergyAsk } from './rawEnergy';

const objectives = ['latency', 'period'] as const;
type Objective = (typeof objectives)[number];

export interface RawChain {
  readonly objective: Objective;
  readonly problem: ChainProblem;
  /** null: latency or period alone. */
  readonly energy: EnergyAsk | null;
}

export function readChain(value: Json): RawChain {
  refuseOthers(value, '', ['kind', 'computeS', 'shipS', 'objective', 'memory', 'energy'], ['trust']);
  const objective = readObjective(value['objective']);
  if (value['energy'] !== undefined && objective === 'period') {
    throw new Malformed('energy: only with the objective "latency"');
  }
  const rows = readList(value['computeS'], 'computeS', null);
  const nodes = rows.length;
  if (nodes === 0) throw new Malformed('computeS: at least one node is needed');
  const blocks = readList(rows[0], 'computeS[0]', null).length;
  if (blocks === 0) throw new Malformed('computeS[0]: at least one block is needed');
  const computeS = rows.map((row, p) => readRow(row, `computeS[${p}]`, blocks, Infinity));
  const shipS = readList(value['shipS'], 'shipS', nodes - 1).map((row, h) =>
    readRow(row, `shipS[${h}]`, blocks + 1, Infinity),
  );
  const finishS = new Float64Array(nodes).fill(Infinity, 0, nodes - 1);
  const problem = { computeS, shipS, finishS };
  const energy = value['energy'] === undefined ? null : readEnergy(value['energy'], nodes, blocks);
  if (value['memory'] === undefined) return { objective, problem, energy };
  return { objective, problem: { ...problem, memory: readMemory(value['memory'], nodes, blocks) }, energy };
}

function readObjective(value: unknown): Objective {
  const known = objectives.find((objective) => objective === (value ?? 'latency'));
  if (known === undefined || value === null)
    throw new Malformed('objective: "latency" or "period" is needed');
  return known;
}

function readMemory(value: unknown, nodes: number, blocks: number): NonNullable<ChainProblem['memory']> {
  if (!isObject(value)) throw new Malformed('memory: an object is needed');
  refuseOthers(value, 'memory.', ['layerBytes', 'nodeBytes']);
  return {
    layerBytes: readRow(value['layerBytes'], 'memory.layerBytes', blocks),
    nodeBytes: readRow(value['nodeBytes'], 'memory.nodeBytes', nodes, Infinity),
  };
}

export function answerChain({ objective, problem, energy }: RawChain, shouldStop: ShouldStop): Json {
  if (energy !== null) return answerEnergy(problem, energy, shouldStop);
  const found = objective === 'period' ? leastPeriod(problem, shouldStop) : leastLatency(problem);
  return found ?? { feasible: false, reason: whyNoSplit(problem) };
}

function leastLatency(problem: ChainProblem): Json | null {
  const split = solveChain(problem);
  if (split === null) return null;
  return { feasible: true, value: split.totalS, boundaries: [...split.boundaries], optimal: true };
}

function leastPeriod(problem: ChainProblem, shouldStop: ShouldStop): Json | null {
  const split = solvePipeline(problem, undefined, shouldStop);
  if (split === null) return null;
  const { periodS, boundaries, proven, boundS } = split;
  const answer = { feasible: true, value: periodS, boundaries: [...boundaries], optimal: proven };
  return proven ? answer : { ...answer, bound: boundS };
}
