/** Refuses what is not a problem, with the place of the fault. Cycles are found by `orderOf`. */
import { err, ok, type Result } from '../../result';
import type { DagFault, DagProblem } from './types';

/** Costs are numbers from 0 (Infinity = impossible) whose finite sum is finite; operators exist. O(size of the problem). */
export function checkDag(problem: DagProblem): Result<DagProblem, DagFault> {
  const fault = findFault(problem);
  return fault === null ? ok(problem) : err(fault);
}

function findFault({ computeS, tensors, edges }: DagProblem): DagFault | null {
  const nodes = computeS.length;
  if (nodes === 0) return { kind: 'empty', path: 'computeS' };
  const count = computeS[0]!.length;
  if (count === 0) return { kind: 'empty', path: 'computeS[0]' };
  const isOperator = (v: number): boolean => Number.isInteger(v) && v >= 0 && v < count;
  let sum = 0;
  const faultOfRow = (row: Float64Array, length: number, path: string): DagFault | null => {
    if (row.length !== length) return { kind: 'wrong-length', path };
    for (let k = 0; k < length; k++) {
      const cost = row[k]!;
      if (!(cost >= 0)) return { kind: 'not-a-cost', path: `${path}[${k}]` };
      if (cost !== Infinity) sum += cost;
    }
    return sum === Infinity ? { kind: 'sum-overflows', path } : null;
  };
  for (const [p, row] of computeS.entries()) {
    const fault = faultOfRow(row, count, `computeS[${p}]`);
    if (fault !== null) return fault;
  }
  for (const [k, { producer, consumers, shipS, backS }] of tensors.entries()) {
    const path = `tensors[${k}]`;
    if (producer !== -1 && !isOperator(producer))
      return { kind: 'no-such-operator', path: `${path}.producer` };
    const stranger = consumers.findIndex((v) => !isOperator(v));
    if (stranger >= 0) return { kind: 'no-such-operator', path: `${path}.consumers[${stranger}]` };
    const fault =
      faultOfRow(shipS, nodes - 1, `${path}.shipS`) ??
      (backS === undefined ? null : faultOfRow(backS, nodes - 1, `${path}.backS`));
    if (fault !== null) return fault;
  }
  for (const [k, [u, v]] of edges.entries())
    if (!isOperator(u) || !isOperator(v)) return { kind: 'no-such-operator', path: `edges[${k}]` };
  return null;
}
