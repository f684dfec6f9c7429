import { workloadChain } from '../core/model/workloadChain';
import { createCutter } from '../core/onnx/cut/createCutter';
import { restoreTensor, shipTensor } from '../core/onnx/cut/shipTensor';
import type { ModelFault } from '../core/onnx/modelFacts';
import { messageOf } from '../core/outOfMemory';
import { err, ok, type Result } from '../core/result';
import type { RunnableWorkload, ShippedPrecision } from '../core/scenario/types';
import { compareResults } from '../core/split/compareResults';
import { seededInputs } from '../core/split/seededInputs';
import type { WireTensor } from '../core/wire/wireTensor';
import type { CheckedCut, CheckRequest, CutCheck, ModelPhase, ModelProgress } from '../protocol/modelApi';
import { cutAt } from './cutModel';
import { faultOf } from './faultOf';
import type { ModelRunner } from './modelRunner';
import { feedSeed } from './openModel';
import { openSource } from './openSource';
import { runParts, withSession } from './runParts';

/**
 * Fixed: the same model is always checked on the same input, and another one than its shapes were measured with: a part that took
 * a shape of that run for granted must not pass.
 */
const inputSeed = feedSeed + 1;
/** Where each phase ends on the whole bar. */
const readAt = 0.05;
const wholeAt = 0.1;
/** Progress at most this often [ms]. */
const intervalMs = 50;

type OnProgress = (progress: ModelProgress, cuts: readonly CheckedCut[]) => void;

/**
 * Runs the whole model once and then, for every boundary between blocks, its two parts: tail(head(x)) against full(x), on a
 * seeded input. A boundary that fails is reported and the others go on. Never rejects.
 *
 * @param request - catalogue models with `weights: 'cheap'` are checked with seeded ones: the cheap ones mean nothing
 */
export async function checkCuts(
  runner: ModelRunner,
  request: CheckRequest,
  onProgress: OnProgress,
  nowMs: () => number,
): Promise<Result<CutCheck, ModelFault>> {
  const report = createReporter(onProgress, nowMs);
  try {
    return await check(runner, request, report);
  } catch (error) {
    return err(faultOf(error));
  }
}

async function check(
  runner: ModelRunner,
  { source, optimisation, shipped, boundaries }: CheckRequest,
  report: Reporter,
): Promise<Result<CutCheck, ModelFault>> {
  report('reading-model', 0, []);
  await runner.breathe();
  const opened = await openSource(source.kind === 'catalogue' ? { ...source, weights: 'seeded' } : source);
  if (!opened.ok) return opened;
  const { whole, external, boundaryTensors } = opened.value;
  const workload = checkedWorkload(source.workload, shipped);
  const inputs = seededInputs(workload, inputSeed);

  report('loading-runtime', readAt, []);
  await runner.breathe();
  const options = { external, optimisation };
  const expected = await withSession(runner, whole, options, (session) => session.run(inputs));

  const { boundaryBytes } = workloadChain(workload);
  const cutter = createCutter(opened.value);
  const ship = shippingAt(workload, inputs);
  const cuts: CheckedCut[] = [];
  const failures: { readonly boundary: number; readonly message: string }[] = [];
  const last = boundaryTensors.length - 1;
  const asked = boundaries ?? Array.from({ length: last - 1 }, (_, before) => before + 1);
  for (const [at, boundary] of asked.entries()) {
    report('checking', wholeAt + ((1 - wholeAt) * at) / asked.length, cuts);
    await runner.breathe();
    try {
      const parts = cutAt(cutter, [boundary], last);
      if (!parts.ok) throw new Error(detailOf(parts.error));
      const run = await runParts(runner, { parts: parts.value, boundaryTensors, inputs, optimisation, ship });
      const tensors = boundaryTensors[boundary]!;
      const sentBytes = run.shipped.flat().reduce((sum, { data }) => sum + data.byteLength, 0);
      const { absolute, relative } = compareResults(wanted(expected, run.results), run.results);
      cuts.push({
        boundary,
        tensors,
        absolute,
        relative,
        predictedBytes: boundaryBytes[boundary]!,
        sentBytes,
      });
    } catch (error) {
      failures.push({ boundary, message: messageOf(error) });
    }
  }
  report('checking', 1, cuts);
  return ok({ cuts, failures, optimisation });
}

/** Results that are the same in every run are weights to the chain: no part makes them. */
function wanted(expected: readonly WireTensor[], results: readonly WireTensor[]): readonly WireTensor[] {
  const found = expected.filter(({ name }) => results.some((result) => result.name === name));
  // Nothing to hold against nothing would look like no difference.
  if (found.length === 0) throw new Error('The parts make none of the model’s results.');
  return found;
}

/** The workload whose bytes are predicted: everything at fp32 where no precision is asked for. */
function checkedWorkload(
  workload: RunnableWorkload,
  shipped: ShippedPrecision | undefined,
): RunnableWorkload {
  if (shipped === undefined) return { ...workload, shipped: 'fp32', rawInput: 'fp32' };
  return { ...workload, shipped };
}

/** The link: raw inputs in their precision, features in theirs. */
function shippingAt(
  { shipped, rawInput }: RunnableWorkload,
  inputs: readonly WireTensor[],
): (tensor: WireTensor) => { readonly sent: WireTensor; readonly arrived: WireTensor } {
  const raw = new Set(inputs.map(({ name }) => name));
  return (tensor) => {
    const sent = shipTensor(tensor, raw.has(tensor.name) ? rawInput : shipped);
    return { sent, arrived: restoreTensor(sent) };
  };
}

function detailOf(fault: ModelFault): string {
  return 'detail' in fault ? fault.detail : fault.kind;
}

type Reporter = (phase: ModelPhase, fraction: number, cuts: readonly CheckedCut[]) => void;

/** A phase's beginning and the end are always told; between them, the newest when it is due. */
function createReporter(onProgress: OnProgress, nowMs: () => number): Reporter {
  let told: ModelPhase | null = null;
  let toldMs = -Infinity;
  return (phase, fraction, cuts) => {
    const now = nowMs();
    if (phase === told && now - toldMs < intervalMs && fraction < 1) return;
    told = phase;
    toldMs = now;
    onProgress({ phase, fraction }, [...cuts]);
  };
}
