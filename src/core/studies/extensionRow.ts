/** The row of computing nodes as the extensions see it: training, recurrent and collaborative models. */
import { buildProblem } from '../cost/buildProblem';
import { rowChain } from '../cost/rowChain';
import { workloadChain } from '../model/workloadChain';
import type { NodeId } from '../network/types';
import type { Scenario } from '../scenario/types';
import type { ChainProblem, InfeasibleReason, RouteProblem } from '../solvers/types';
import { fits } from '../solvers/sweepWindow';
import { hopLines, type HopLines } from '../solvers/extensions/hopLines';
import type { StudyTrouble } from './types';

export interface ExtensionRow {
  /** Row node p is node nodes[p] of `problem`, and nodeIds[p] of the document. */
  readonly nodes: readonly number[];
  readonly nodeIds: readonly NodeId[];
  readonly chain: ChainProblem;
  readonly problem: RouteProblem;
  /** With every arc that is up, whatever the document's routing: gradients, states and parameters also travel back. */
  readonly bothWays: RouteProblem;
}

export type RowOrTrouble =
  | { readonly kind: 'row'; readonly row: ExtensionRow }
  | { readonly kind: 'trouble'; readonly trouble: StudyTrouble };

export function extensionRow(scenario: Scenario): RowOrTrouble {
  const { problem, nodeIds } = buildProblem(scenario);
  const bothWays = buildProblem({ ...scenario, routing: 'any' }).problem;
  if (problem === null || bothWays === null) {
    return { kind: 'trouble', trouble: { kind: 'source-has-no-device' } };
  }
  const { nodes, chain } = rowChain(problem);
  if (nodes.length < 2) return { kind: 'trouble', trouble: { kind: 'one-node' } };
  return {
    kind: 'row',
    row: { nodes, nodeIds: nodes.map((v) => nodeIds[v]!), chain, problem, bothWays },
  };
}

/** Ways over each hop of the row, on and back, for up to `maxBytes`. */
export function rowHops(
  { nodes, problem, bothWays }: ExtensionRow,
  maxBytes: number,
): { readonly onward: readonly HopLines[]; readonly back: readonly HopLines[] } {
  const hops = nodes.slice(1);
  return {
    onward: hops.map((next, h) => hopLines(problem, nodes[h]!, next, maxBytes)),
    back: hops.map((next, h) => hopLines(bothWays, next, nodes[h]!, maxBytes)),
  };
}

/** Which limit leaves no split of the row: only memory can, or a node that may not run or be handed a block. */
export function noSplit(scenario: Scenario, { chain, nodeIds }: ExtensionRow): StudyTrouble {
  const because = (reason: InfeasibleReason): StudyTrouble => ({ kind: 'no-split', because: reason });
  if (chain.memory === undefined) return because({ kind: 'node-cannot-compute', node: nodeIds[0]! });
  const { layerBytes, nodeBytes } = chain.memory;
  const largestBytes = Math.max(...nodeBytes);
  const large = layerBytes.findIndex((bytes) => !fits(bytes, largestBytes));
  if (large >= 0) {
    const name = workloadChain(scenario.workload).blocks[large]!.label;
    return because({
      kind: 'block-does-not-fit',
      block: large + 1,
      name,
      needBytes: layerBytes[large]!,
      largestBytes,
    });
  }
  const needBytes = layerBytes.reduce((sum, bytes) => sum + bytes, 0);
  const haveBytes = nodeBytes.reduce((sum, bytes) => sum + bytes, 0);
  return because(
    fits(needBytes, haveBytes)
      ? { kind: 'blocks-do-not-pack', needBytes, haveBytes }
      : { kind: 'does-not-fit', node: null, needBytes, haveBytes },
  );
}

/** The links at the UE with their capacity times `factor`, both ways. */
export function withFirstLinks(problem: RouteProblem, factor: number): RouteProblem {
  const { source, arcFrom, arcTo } = problem;
  return {
    ...problem,
    arcSecondsPerByte: problem.arcSecondsPerByte.map((rate, a) =>
      arcFrom[a] === source || arcTo[a] === source ? rate / factor : rate,
    ),
  };
}
