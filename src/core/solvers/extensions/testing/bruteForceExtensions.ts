/** Every split of the extensions' problems, priced from the definitions: shares nothing with the solvers. */
import type { CollaborativeProblem } from '../collaborative';
import type { ModuleBytes, RecurrentGraph, RecurrentRow } from '../recurrent';
import type { TrainingProblem } from '../training';

/** All non-decreasing assignments of `blocks` blocks to `nodes` nodes. */
export function* placements(nodes: number, blocks: number, from = 0): Generator<number[]> {
  if (blocks === 0) {
    yield [];
    return;
  }
  for (let p = from; p < nodes; p++) for (const rest of placements(nodes, blocks - 1, p)) yield [p, ...rest];
}

/** All assignments, in any order. */
function* anyPlacements(nodes: number, blocks: number): Generator<number[]> {
  if (blocks === 0) {
    yield [];
    return;
  }
  for (let p = 0; p < nodes; p++) for (const rest of anyPlacements(nodes, blocks - 1)) yield [p, ...rest];
}

/** Blocks done when node p is done. */
const doneAfter = (labels: readonly number[], p: number): number => labels.filter((q) => q <= p).length;

function isWithinMemory(
  labels: readonly number[],
  memory: { readonly layerBytes: Float64Array; readonly nodeBytes: Float64Array } | undefined,
): boolean {
  if (memory === undefined) return true;
  return memory.nodeBytes.every(
    (room, p) => labels.reduce((sum, q, l) => sum + (q === p ? memory.layerBytes[l]! : 0), 0) <= room,
  );
}

export function moveCost(problem: TrainingProblem, labels: readonly number[]): number {
  const { weightBytes, previous, secondsPerByte } = problem;
  const before = labels.map((_, l) => previous.findIndex((done) => done > l));
  let total = 0;
  if (problem.charge === 'per-block') {
    for (const [l, q] of labels.entries()) {
      const bytes = weightBytes[l]!;
      if (before[l] !== q && bytes > 0) total += bytes * secondsPerByte[before[l]!]![q]!;
    }
    return total;
  }
  for (let h = 0; h + 1 < problem.forwardS.length; h++) {
    for (const [from, to] of [
      [h, h + 1],
      [h + 1, h],
    ] as const) {
      let bytes = 0;
      for (const [l, q] of labels.entries()) {
        const crosses = from < to ? before[l]! <= h && q > h : before[l]! > h && q <= h;
        if (crosses) bytes += weightBytes[l]!;
      }
      if (bytes > 0) total += problem.setUpS + bytes * secondsPerByte[from]![to]!;
    }
  }
  return total;
}

export function iterationCost(problem: TrainingProblem, labels: readonly number[]): number {
  let total = 0;
  for (const [l, p] of labels.entries()) total += problem.forwardS[p]![l]! + problem.backwardS[p]![l]!;
  for (let h = 0; h < labels.at(-1)!; h++) {
    const i = doneAfter(labels, h);
    total += problem.activationS[h]![i]! + problem.gradientS[h]![i]!;
  }
  return total;
}

/** The cheapest N * iteration + move; Infinity when there is none. */
export function bruteForceTraining(problem: TrainingProblem): number {
  let best = Infinity;
  for (const labels of placements(problem.forwardS.length, problem.weightBytes.length)) {
    if (!isWithinMemory(labels, problem.memory)) continue;
    best = Math.min(best, problem.iterations * iterationCost(problem, labels) + moveCost(problem, labels));
  }
  return best;
}

/** The cheapest passes and parameters; `printed`: a node that runs only the last block sends none. */
export function bruteForceCollaborative(problem: CollaborativeProblem, printed = false): number {
  const { pass } = problem;
  const blocks = pass.computeS[0]!.length;
  let best = Infinity;
  for (const labels of placements(pass.computeS.length, blocks)) {
    if (!isWithinMemory(labels, pass.memory)) continue;
    const last = labels.at(-1)!;
    let passS = pass.finishS[last]!;
    for (const [l, p] of labels.entries()) passS += pass.computeS[p]![l]!;
    for (let h = 0; h < last; h++) passS += pass.shipS[h]![doneAfter(labels, h)]!;
    let omega = 0;
    if (problem.charge === 'last-node') omega = problem.allS[last]!;
    else for (const [l, p] of labels.entries()) omega += problem.blockS[p]![l]!;
    if (printed && labels.filter((p) => p === last).length === 1) omega = 0;
    best = Math.min(best, problem.passes * passS + omega);
  }
  return best;
}

const ship = (lines: readonly { readonly atZero: number; readonly slope: number }[], bytes: number): number =>
  Math.min(...lines.map(({ atZero, slope }) => atZero + slope * bytes));

/** The cheapest run of the unrolled chain, its boundaries priced tensor by tensor. */
export function bruteForceUnrolled(graph: RecurrentGraph, row: RecurrentRow): number {
  const operators = graph.modules * graph.layers;
  let best = Infinity;
  for (const labels of placements(row.layerS.length, operators)) {
    let total = 0;
    for (const [k, p] of labels.entries()) total += row.layerS[p]![k % graph.layers]!;
    const last = labels.at(-1)!;
    let results = 0;
    for (const { isOutput, bytes } of graph.tensors) if (isOutput) results += bytes;
    for (let h = 0; h < last; h++) {
      let live = 0;
      let returning = 0;
      for (const { producer, consumers, bytes, isOutput } of graph.tensors) {
        const isMade = producer < 0 || labels[producer]! <= h;
        const isRead = consumers.some((consumer) => labels[consumer]! > h);
        if (isMade && (isRead || (isOutput && row.delivery === 'sink'))) live += bytes;
        if (isOutput && !isMade) returning += bytes;
      }
      total += ship(row.onward[h]!, live);
      if (row.delivery === 'return') total += ship(row.back[h]!, returning);
    }
    if (row.delivery === 'sink') total += row.deliverS(last, results);
    best = Math.min(best, total);
  }
  return best;
}

/** The cheapest cut of a module that is repeated, each step from node 0. */
export function bruteForcePerModule(modules: number, bytes: ModuleBytes, row: RecurrentRow): number {
  const layers = row.layerS[0]!.length;
  let best = Infinity;
  for (const labels of placements(row.layerS.length, layers)) {
    const last = labels.at(-1)!;
    let total = row.deliverS(last, modules * bytes.output);
    for (let step = 0; step < modules; step++) {
      for (const [l, p] of labels.entries()) total += row.layerS[p]![l]!;
      for (let h = 0; h < last; h++) {
        const done = doneAfter(labels, h);
        let size = done === 0 ? bytes.word : bytes.between[done - 1]!;
        if (step > 0 && (done === 0 || !bytes.carriesHidden[done - 1]!)) size += bytes.hidden;
        total += ship(row.onward[h]!, size);
        if (step + 1 < modules) total += ship(row.back[h]!, bytes.hidden);
      }
    }
    best = Math.min(best, total);
  }
  return best;
}

/** The cheapest place for each layer, every layer's steps in one piece. */
export function bruteForceLayerwise(modules: number, bytes: ModuleBytes, row: RecurrentRow): number {
  const layers = row.layerS[0]!.length;
  let best = Infinity;
  for (const labels of placements(row.layerS.length, layers)) {
    const last = labels.at(-1)!;
    let total = row.deliverS(last, modules * bytes.output);
    for (const [l, p] of labels.entries()) total += modules * row.layerS[p]![l]!;
    for (let h = 0; h < last; h++) {
      const done = doneAfter(labels, h);
      total += ship(row.onward[h]!, modules * (done === 0 ? bytes.word : bytes.between[done - 1]!));
    }
    best = Math.min(best, total);
  }
  return best;
}

/** The cheapest labelling in any order: rates for every crossing, one set-up for a hop in use, one for each way back. */
export function bruteForceAnywhere(graph: RecurrentGraph, row: RecurrentRow): number {
  let best = Infinity;
  for (const labels of anyPlacements(row.layerS.length, graph.modules * graph.layers)) {
    let total = 0;
    for (const [k, p] of labels.entries()) total += row.layerS[p]![k % graph.layers]!;
    for (const [h, [line]] of row.onward.entries()) if (labels.some((p) => p > h)) total += line!.atZero;
    for (const { producer, consumers, bytes } of graph.tensors) {
      const at = producer < 0 ? 0 : labels[producer]!;
      const places = consumers.map((consumer) => labels[consumer]!);
      for (let h = at; h < Math.max(...places); h++) total += row.onward[h]![0]!.slope * bytes;
      for (let h = Math.min(...places); h < at; h++) {
        total += row.back[h]![0]!.atZero + row.back[h]![0]!.slope * bytes;
      }
    }
    best = Math.min(best, total);
  }
  return best;
}
