/**
 * The raw chain problem: {"kind":"chain","computeS":[P][L],"shipS":[P-1][L+1],"memory"?:{"layerBytes":[L],"nodeBytes":[P]}}.
 * Seconds and bytes; node 0 is the UE; null = impossible (in nodeBytes: unlimited). Every hop's entry is paid, column L
 * included: the path ends on the last node, and a result that stays has zeros there.
 */
import { solveChain } from '../src/core/solvers/chainMultiSplit';
import type { ChainProblem } from '../src/core/solvers/types';
import { isObject, Malformed, readList, readRow, refuseOthers, type Json } from './fields';

export function readChain(value: Json): ChainProblem {
  refuseOthers(value, '', ['kind', 'computeS', 'shipS', 'objective', 'memory'], ['energy', 'trust']);
  if (value['objective'] !== undefined && value['objective'] !== 'latency') {
    throw new Malformed('objective: only "latency" is supported yet');
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
  return value['memory'] === undefined
    ? problem
    : { ...problem, memory: readMemory(value['memory'], nodes, blocks) };
}

function readMemory(value: unknown, nodes: number, blocks: number): NonNullable<ChainProblem['memory']> {
  if (!isObject(value)) throw new Malformed('memory: an object is needed');
  refuseOthers(value, 'memory.', ['layerBytes', 'nodeBytes']);
  return {
    layerBytes: readRow(value['layerBytes'], 'memory.layerBytes', blocks),
    nodeBytes: readRow(value['nodeBytes'], 'memory.nodeBytes', nodes, Infinity),
  };
}

export function answerChain(problem: ChainProblem): Json {
  const split = solveChain(problem);
  if (split === null) return { feasible: false, reason: whyImpossible(problem) };
  return { feasible: true, value: split.totalS, boundaries: [...split.boundaries], optimal: true };
}

/** The limit that binds: memory if the chain works without it, else a block nobody runs, else the hops. */
function whyImpossible({ memory, ...problem }: ChainProblem): Json {
  if (memory !== undefined && solveChain(problem) !== null) {
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    const haveBytes = sum(memory.nodeBytes);
    return {
      kind: 'does-not-fit',
      needBytes: sum(memory.layerBytes),
      haveBytes: haveBytes === Infinity ? null : haveBytes,
      largestBlockBytes: Math.max(...memory.layerBytes),
    };
  }
  const blocks = problem.computeS[0]!.length;
  for (let block = 0; block < blocks; block++) {
    if (problem.computeS.every((row) => row[block] === Infinity)) return { kind: 'no-node-computes', block };
  }
  const hop = problem.shipS.findIndex((row) => row.every((seconds) => seconds === Infinity));
  return hop < 0 ? { kind: 'no-route' } : { kind: 'no-route', hop };
}
