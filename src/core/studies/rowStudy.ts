/** HiveMind on the row of a scenario: the optimum, SCI message by message, Algorithm 1, the explicit graph, counts. */
import { buildProblem } from '../cost/buildProblem';
import { rowChain } from '../cost/rowChain';
import { workloadChain } from '../model/workloadChain';
import type { Scenario } from '../scenario/types';
import { solveChain } from '../solvers/chainMultiSplit';
import {
  algorithmOne,
  asCorrected,
  asPrinted,
  emptyOnly,
  entryCostOnly,
} from '../solvers/hivemind/algorithmOne';
import { countAll } from '../solvers/hivemind/counts';
import { explicitGraph, prune, shortestPath, vertexKinds } from '../solvers/hivemind/explicitGraph';
import { paperFigures } from '../solvers/hivemind/paperFigures';
import { float32LossBound, runSci, type SciRun } from '../solvers/hivemind/sci';
import { solveRouteAndSplit } from '../solvers/routeAndSplit';
import { splitFits, type EndedSplit } from '../solvers/splitCost';
import type { ChainProblem, RouteProblem } from '../solvers/types';
import { rowReason } from './rowReason';
import type {
  AlgorithmRun,
  Counts,
  RoundedRun,
  RowAnswer,
  RowOptions,
  RowView,
  SciMessage,
  SplitGraph,
} from './rowTypes';
import type { StudyContext, StudyTrouble } from './types';

/** A graph of more edges than this is a smudge, not a picture: the counts say how large it is. */
const mostEdges = 1500n;

export function rowStudy(scenario: Scenario, _options: RowOptions, { shouldStop }: StudyContext): RowAnswer {
  const paper = paperFigures();
  const trouble = (what: StudyTrouble): RowAnswer => ({ kind: 'trouble', trouble: what, paper });
  const built = buildProblem(scenario);
  const { problem } = built;
  if (problem === null) return trouble({ kind: 'source-has-no-device' });
  const row = rowChain(problem);
  if (row.nodes.length < 2) return trouble({ kind: 'one-node' });
  const { chain } = row;
  const best = solveChain(chain);
  const sci = runSci(chain);
  if (best === null || sci === null) {
    return trouble({ kind: 'no-split', because: rowReason(scenario, problem, built, row) });
  }
  const nodes = row.nodes.length;
  const view: RowView = {
    nodes: row.nodes.map((v) => built.nodeIds[v]!),
    blockLabels: workloadChain(scenario.workload).blocks.map(({ label }) => label),
    computeS: chain.computeS.map(secondsOf),
    shipS: chain.shipS.map(secondsOf),
    finishS: secondsOf(chain.finishS),
    boundaries: [...best.boundaries],
    last: best.last,
    totalS: best.totalS,
    networkS: networkOptimum(problem, shouldStop),
    messages: messagesOf(sci),
    decisions: sci.decisions.map(choicesOf),
    sci: runOf(chain, sci),
    sciFloat32: roundedRun(chain, sci.actualS),
    printed: run(chain, algorithmOne(chain, asPrinted)),
    entryCostOnly: run(chain, algorithmOne(chain, entryCostOnly)),
    emptyOnly: run(chain, algorithmOne(chain, emptyOnly)),
    // The corrected algorithm finds whatever the chain solver finds, and ignores memory: it always has a split here.
    corrected: runOf(chain, algorithmOne(chain, asCorrected)!),
    graph: graphOf(chain, sci),
    counts: countsOf(nodes, problem.blockCount),
  };
  return { kind: 'row', row: view, paper };
}

const secondsOf = (row: Float64Array): (number | null)[] =>
  Array.from(row, (value) => (value === Infinity ? null : value));
const choicesOf = (row: Int32Array): (number | null)[] => Array.from(row, (next) => (next < 0 ? null : next));

function networkOptimum(problem: RouteProblem, shouldStop: () => boolean): number | null {
  const outcome = solveRouteAndSplit(problem, shouldStop);
  return outcome.kind === 'plan' && outcome.proven ? outcome.plan.totalS : null;
}

interface PromisedSplit extends EndedSplit {
  readonly boundaries: Int32Array;
  readonly promisedS: number;
  readonly actualS: number;
}

function runOf(chain: ChainProblem, split: PromisedSplit): AlgorithmRun {
  const { boundaries, last, promisedS, actualS } = split;
  return {
    boundaries: [...boundaries],
    last,
    promisedS,
    actualS: actualS === Infinity ? null : actualS,
    fits: splitFits(chain, split),
  };
}

const run = (chain: ChainProblem, split: PromisedSplit | null): AlgorithmRun | null =>
  split === null ? null : runOf(chain, split);

/** Rounding never hides a split: a scenario's seconds are far from the ends of float32's range. */
function roundedRun(chain: ChainProblem, bestS: number): RoundedRun {
  const split = runSci(chain, 'float32')!;
  const loss = bestS === 0 ? 0 : Math.max(0, split.actualS / bestS - 1);
  return { ...runOf(chain, split), loss, lossBound: float32LossBound(chain.computeS.length) };
}

function messagesOf({ messages, decisions }: SciRun): SciMessage[] {
  return messages.map(({ from, zetaS }) => ({
    from,
    zetaS: secondsOf(Float64Array.from(zetaS)),
    nextBoundary: choicesOf(decisions[from]!),
    bytes: Float32Array.BYTES_PER_ELEMENT * zetaS.length,
  }));
}

function graphOf(chain: ChainProblem, { decisions, ends }: SciRun): SplitGraph | null {
  if (countAll(chain.computeS.length, chain.computeS[0]!.length).relayEdges > mostEdges) return null;
  const graph = explicitGraph(chain);
  const path = shortestPath(graph)!;
  return {
    vertices: Array.from(graph.kind, (kind, v) => ({
      kind: vertexKinds[kind]!,
      node: graph.node[v]!,
      first: graph.node[v]! < 0 ? 0 : graph.before[v]! + 1,
      last: graph.after[v]!,
    })),
    edges: Array.from(graph.from, (from, e) => ({ from, to: graph.to[e]!, seconds: graph.seconds[e]! })),
    path: path.edges,
    totalS: path.totalS,
    pruned: prune(graph, decisions, ends),
  };
}

function countsOf(nodes: number, layers: number): Counts {
  const counts = countAll(nodes, layers);
  return {
    layers,
    nodes,
    options: counts.options.toString(),
    vertices: counts.vertices.toString(),
    edges: counts.edges.toString(),
    relayVertices: counts.relayVertices.toString(),
    relayEdges: counts.relayEdges.toString(),
    latticeStates: counts.latticeStates.toString(),
    latticeArcs: counts.latticeArcs.toString(),
    naiveMessages: counts.naiveMessages.toString(),
    naiveBytes: counts.naiveBytes.toString(),
    sciMessages: Number(counts.sciMessages),
    sciBytes: counts.sciBytes.toString(),
    sciMessageBytes: Number(counts.sciMessageBytes),
  };
}
