/** The operator graph of the scenario's model, or a generated one, split over the row by one minimum cut, with its proof. */
import { buildProblem, type BuiltProblem } from '../cost/buildProblem';
import { rowChain } from '../cost/rowChain';
import type { Scenario } from '../scenario/types';
import { solveChain } from '../solvers/chainMultiSplit';
import { proofOf } from '../solvers/dag/certificate';
import { solveDag } from '../solvers/dag/dagMinCut';
import { reachOf } from '../solvers/dag/evaluateLabels';
import type { DagOutcome, DagProblem } from '../solvers/dag/types';
import { fits } from '../solvers/sweepWindow';
import { leakOf } from '../solvers/trust';
import type { InfeasibleReason, RouteProblem } from '../solvers/types';
import { chainOf, dagOf, resultOperator, rowCosts, sendBackS, sendS, type RowCosts } from './operatorsCosts';
import { sizedGraph, workOfModel, type SizedGraph } from './operatorsGraph';
import type { OperatorsAnswer, OperatorsOptions, OperatorsView, ShippedTensor } from './operatorsTypes';
import { rowReason } from './rowReason';
import type { StudyContext, StudyTrouble } from './types';

export function operatorsStudy(
  scenario: Scenario,
  { graph: choice, upstream }: OperatorsOptions,
  { shouldStop }: StudyContext,
): OperatorsAnswer {
  const built = buildProblem(scenario);
  const { problem } = built;
  if (problem === null) return trouble({ kind: 'source-has-no-device' });
  const graph = sizedGraph(scenario.workload, choice);
  const costs = rowCosts(problem, graph, workOfModel(scenario.workload));
  if (costs.nodes.length < 2) return trouble({ kind: 'one-node' });
  const dag = dagOf(graph, costs, upstream);
  const outcome = solveDag(dag, shouldStop);
  switch (outcome.kind) {
    case 'labels':
      return { kind: 'operators', view: viewOf(built, problem, graph, costs, dag, outcome) };
    case 'infeasible':
      return trouble({ kind: 'no-split', because: whyNone(scenario, problem, built, costs) });
    case 'refused':
      throw new Error(
        `the costs of a scenario are no problem: ${outcome.fault.kind} in ${outcome.fault.path}`,
      );
  }
}

const trouble = (why: StudyTrouble): OperatorsAnswer => ({ kind: 'trouble', trouble: why });

/** The row's own reason; where the row does have a split, it hands something to a node that is withheld here. */
function whyNone(
  scenario: Scenario,
  problem: RouteProblem,
  built: BuiltProblem,
  costs: RowCosts,
): InfeasibleReason {
  const row = rowChain({ ...problem, memoryBytes: problem.memoryBytes.map(() => Infinity) });
  const { trust } = problem;
  if (trust === undefined || costs.withheld.length === 0 || solveChain(row.chain) === null)
    return rowReason(scenario, problem, built, row);
  const worst = trust.leakage.indexOf(Math.max(...trust.leakage.subarray(0, problem.blockCount)));
  const leak = leakOf(trust, worst);
  return leak.kind === 'leaks' ? leak : { kind: 'no-node-computes' };
}

function viewOf(
  { nodeIds }: BuiltProblem,
  problem: RouteProblem,
  graph: SizedGraph,
  costs: RowCosts,
  dag: DagProblem,
  outcome: Extract<DagOutcome, { kind: 'labels' }>,
): OperatorsView {
  const { labels, totalS, proven, boundS, flowVertices, flowArcs } = outcome;
  const { nodes, operatorS, finishS } = costs;
  const ids = nodes.map((node) => nodeIds[node]!);
  const computeS = graph.operators.reduce((sum, _, v) => sum + operatorS[labels[v]!]![v]!, 0);
  const shipped = shippedTensors(graph, costs, dag, labels);
  const furthest = labels.reduce((most, p) => Math.max(most, p), 0);
  const fixedS = costs.out.slice(0, furthest).reduce((sum, way) => sum + (way?.fixedS ?? 0), 0);
  const resultLabel = labels[resultOperator(graph)]!;
  const deliveryS = finishS[resultLabel]!;
  const memory = nodes.map((node) => problem.memoryBytes[node]!);
  return {
    modelName: graph.name,
    nodes: ids,
    blocks: graph.blocks,
    operators: graph.operators.map(({ name, kind, block, macs }, v) => ({
      name,
      kind,
      block,
      macs,
      computeS: operatorS.map((row) => (row[v] === Infinity ? null : row[v]!)),
      label: labels[v]!,
    })),
    edges: graph.tensors.flatMap(({ name, producer, consumers, bytes }) =>
      consumers.map((to) => ({ from: producer, to, tensor: name, bytes })),
    ),
    results: graph.results.map((k) => {
      const { name, producer, bytes } = graph.tensors[k]!;
      return { from: producer, tensor: name, bytes };
    }),
    resultLabel,
    shipped,
    times: graph.times,
    totalS,
    computeS,
    transferS: shipped.reduce((sum, { seconds }) => sum + seconds, fixedS + deliveryS),
    fixedS,
    deliveryS,
    chainS: solveChain(chainOf(graph, costs))?.totalS ?? null,
    proven,
    boundS,
    ignores: memory.some((bytes) => bytes !== Infinity) ? ['memory'] : [],
    overfull: ids.filter((_, p) => !fits(weightOn(graph, labels, p), memory[p]!)),
    withheld: costs.withheld.map((node) => nodeIds[node]!),
    certificate: proofOf(dag, outcome),
    flowVertices,
    flowArcs,
  };
}

function weightOn(graph: SizedGraph, labels: Int32Array, p: number): number {
  return graph.operators.reduce((sum, { weightBytes }, v) => sum + (labels[v] === p ? weightBytes : 0), 0);
}

/** Every tensor on every hop it crosses, by tensor, first outwards, then back. */
function shippedTensors(
  graph: SizedGraph,
  costs: RowCosts,
  dag: DagProblem,
  labels: Int32Array,
): ShippedTensor[] {
  return graph.tensors.flatMap(({ name, producer, bytes }, k) => {
    const { at, lowest, highest } = reachOf(dag, dag.tensors[k]!, labels);
    const list: ShippedTensor[] = [];
    const cross = (hop: number, upstream: boolean, seconds: number): void => {
      list.push({ tensor: name, producer, bytes, hop, upstream, seconds });
    };
    for (let h = at; h < highest; h++) cross(h, false, sendS(costs.out[h]!, bytes));
    for (let h = at - 1; h >= lowest; h--) cross(h, true, sendBackS(costs, h, bytes));
    return list;
  });
}
