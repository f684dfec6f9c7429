/** Why the best plan is cut where it is: what one block earlier and one block later would cost. */
import { workloadChain } from '../../core/model/workloadChain';
import type { Scenario } from '../../core/scenario/types';
import type { Solution } from '../../protocol/solverApi';
import { describeInfeasible } from '../errors/describe';
import { namesOf, type Names } from '../errors/names';
import { formatBytes, formatSeconds } from '../format';
import { bestIsProven } from './bestWord';
import { splitMoves, type SplitMove } from './splitMoves';
import { boundaryPhrase } from './words';

/** A sentence for every cut, in order; none where the best plan runs in one piece, or where there is none. */
export function whySplit(scenario: Scenario, solution: Solution): readonly string[] {
  const moves = splitMoves(scenario, solution);
  const names = namesOf(scenario);
  const blockCount = workloadChain(scenario.workload).blocks.length;
  const subject = bestIsProven(solution) ? 'Best cut' : 'Cut found (estimated)';
  return moves.flatMap((earlier, index) => {
    const later = moves[index + 1];
    if (earlier.step > 0 || later === undefined) return [];
    const place = boundaryPhrase(earlier.boundary, blockCount);
    const shipped = formatBytes(earlier.bytesNow);
    return [`${subject} ${place} (${shipped}): ${neighbour(earlier, names)}; ${neighbour(later, names)}.`];
  });
}

/** "one block earlier ships 1.2 MB (+24.9 ms)" */
function neighbour(move: SplitMove, names: Names): string {
  const { step, outcome, delta, bytesNow, bytesThen, receiver } = move;
  const which = step < 0 ? 'one block earlier' : 'one later';
  if (outcome.kind === 'infeasible') {
    return `${which} does not work (${describeInfeasible(outcome.reason, names).title.replace(/\.$/u, '')})`;
  }
  if (delta === null || delta.totalS === 0) return `${which} is just as fast`;
  // The best one found, where the search was cut short.
  if (delta.totalS < 0) return `${which} would save ${formatSeconds(-delta.totalS)}`;
  if (delta.transferS < delta.computeS) return `${which} ${computingPhrase(names.node(receiver), delta)}`;
  const ships = bytesThen > bytesNow ? `ships ${formatBytes(bytesThen)}` : 'takes longer to send';
  return `${which} ${ships} (+${formatSeconds(delta.totalS)})`;
}

function computingPhrase(node: string, { totalS, computeS, transferS }: NonNullable<SplitMove['delta']>) {
  const costs = `costs ${formatSeconds(computeS)} more computing on ${node}`;
  if (transferS < 0) return `${costs} to save ${formatSeconds(-transferS)} of sending`;
  return transferS === 0
    ? `${costs} and saves no sending`
    : `${costs} (+${formatSeconds(totalS)} with the sending)`;
}
