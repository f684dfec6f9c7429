/**
 * The paper's recurrent tagger over the row of computing nodes, placed in every way the paper and its critics name.
 * Modelled: a layer takes max(MACs / rate, bytes / memory bandwidth) a step, with the rate that the node's profile of the
 * scenario's model implies; every step reads its weights anew; features are fp32; memory limits are not applied.
 */
import { workloadChain } from '../model/workloadChain';
import { findDevice } from '../profile/deviceCatalogue';
import { profileFor } from '../profile/profileFor';
import type { Scenario } from '../scenario/types';
import { solveDag } from '../solvers/dag/dagMinCut';
import { hopLines, hopSeconds, ratesTo } from '../solvers/extensions/hopLines';
import {
  liveBytes,
  solveLayerwise,
  solvePerModule,
  solveSingles,
  solveUnrolled,
  unrolledChain,
  type RecurrentGraph,
  type RecurrentRow,
  type RecurrentSplit,
} from '../solvers/extensions/recurrent';
import { placementProblem } from '../solvers/extensions/recurrentBound';
import { labelsOf } from '../solvers/extensions/splitParts';
import { extensionRow, noSplit, rowHops, type ExtensionRow } from './extensionRow';
import { taggerBytes, taggerGraph, taggerWork, type LayerWork } from './recurrentTagger';
import type { RecurrentAnswer, RecurrentNode, RecurrentOptions, RecurrentPlan } from './recurrentTypes';
import type { StudyContext } from './types';

export function recurrentStudy(
  scenario: Scenario,
  options: RecurrentOptions,
  context: StudyContext,
): RecurrentAnswer {
  const found = extensionRow(scenario);
  if (found.kind === 'trouble') return found;
  const { row } = found;
  const { modules } = options;
  const graph = taggerGraph(modules, options);
  const bytes = taggerBytes(options);
  const nodes = rowNodes(scenario, row, taggerWork(options));
  const live = liveBytes(graph, scenario.delivery === 'sink');
  const times = timesOf(
    scenario,
    row,
    nodes,
    Math.max(...live, modules * Math.max(...bytes.between, bytes.output)),
  );
  const chain = unrolledChain(graph, times);
  const unrolled = solveUnrolled(chain);
  const perModule = solvePerModule(modules, bytes, times);
  const layerwise = solveLayerwise(modules, bytes, times);
  if (unrolled === null || perModule === null || layerwise === null) {
    return { kind: 'trouble', trouble: noSplit(scenario, row) };
  }
  return {
    kind: 'recurrent',
    row: nodes,
    unrolled: planOf(row, unrolled, graph),
    perModule: { ...planOf(row, perModule, graph), hiddenBackS: perModule.hiddenBackS },
    layerwise: planOf(row, layerwise, graph),
    bound: boundOf(graph, times, outputRates(scenario, row, times), context),
    singles: solveSingles(chain).map((split, p) => ({
      node: row.nodeIds[p]!,
      plan: split && planOf(row, split, graph),
    })),
    boundaryBytes: Array.from(live),
  };
}

/** What each node takes for a step of each layer, and how that comes about. */
function rowNodes(scenario: Scenario, row: ExtensionRow, work: readonly LayerWork[]): RecurrentNode[] {
  const { blocks } = workloadChain(scenario.workload);
  const macs = blocks.reduce((sum, block) => sum + block.macs, 0);
  return row.nodeIds.map((node, p) => {
    const seconds = row.chain.computeS[p]!.reduce((sum, time) => sum + time, 0);
    const { profile } = profileFor(
      scenario,
      scenario.nodes.find(({ id }) => id === node)!,
    );
    const device = profile === null ? undefined : findDevice(profile.deviceId);
    const macsPerS = macs / seconds;
    const bytesPerS = device === undefined ? null : device.bandwidthGBps * 1e9;
    const layerS = work.map((layer) =>
      Math.max(layer.macs / macsPerS, bytesPerS === null ? 0 : layer.bytes / bytesPerS),
    );
    return { node, macsPerS, bytesPerS, layerS };
  });
}

function timesOf(
  scenario: Scenario,
  row: ExtensionRow,
  nodes: readonly RecurrentNode[],
  maxBytes: number,
): RecurrentRow {
  const { onward, back } = rowHops(row, maxBytes);
  const { delivery } = scenario;
  const toSink =
    delivery === 'sink' ? row.nodes.map((v) => hopLines(row.problem, v, row.problem.sink, maxBytes)) : [];
  const backS = (from: number, bytes: number): number => {
    let total = 0;
    for (let h = 0; h < from; h++) total += hopSeconds(back[h]!, bytes);
    return total;
  };
  return {
    layerS: nodes.map(({ layerS }) => Float64Array.from(layerS)),
    onward,
    back,
    delivery,
    deliverS: (node, bytes) => {
      if (delivery === 'stay') return 0;
      return delivery === 'sink' ? hopSeconds(toSink[node]!, bytes) : backS(node, bytes);
    },
  };
}

/** Seconds per byte of a result from each node to where it must be, set-up apart. */
function outputRates(scenario: Scenario, row: ExtensionRow, { back }: RecurrentRow): Float64Array {
  if (scenario.delivery === 'sink') {
    const toSink = ratesTo(row.problem, row.problem.sink);
    return Float64Array.from(row.nodes, (v) => toSink[v]!);
  }
  const rates = new Float64Array(row.nodes.length);
  if (scenario.delivery === 'return') {
    for (const [h, lines] of back.entries()) {
      rates[h + 1] = rates[h]! + Math.min(...lines.map(({ slope }) => slope));
    }
  }
  return rates;
}

/** Operators times hops: beyond it, a cut takes seconds. */
const boundLimit = 36_000;

function boundOf(
  graph: RecurrentGraph,
  times: RecurrentRow,
  rates: Float64Array,
  { shouldStop }: StudyContext,
): Extract<RecurrentAnswer, { kind: 'recurrent' }>['bound'] {
  if (graph.modules * graph.layers * times.onward.length > boundLimit) return null;
  const outcome = solveDag(placementProblem(graph, times, rates), shouldStop);
  return outcome.kind === 'labels' ? { totalS: outcome.boundS, proven: outcome.proven } : null;
}

/** A split of R * L blocks, or of L layers, in nodes and in modules and layers. */
function planOf(
  row: ExtensionRow,
  split: RecurrentSplit,
  { modules, layers }: RecurrentGraph,
): RecurrentPlan {
  const { boundaries, totalS, computeS } = split;
  const blocks = boundaries.at(-1)!;
  const labels = labelsOf(boundaries, blocks);
  const used = [...new Set(labels)];
  const starts = used.slice(1).map((p) => labels.indexOf(p));
  const isUnrolled = blocks === modules * layers;
  return {
    nodes: used.map((p) => row.nodeIds[p]!),
    cuts: starts.map((at) =>
      isUnrolled ? { module: Math.floor(at / layers), layer: at % layers } : { module: 0, layer: at },
    ),
    totalS,
    computeS,
    transferS: totalS - computeS,
  };
}
