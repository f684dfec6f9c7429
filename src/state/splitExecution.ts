/** One execution of a split: parts in their hosts, tensors over the links, a clock around it. */
import type { ExecutionPlan, ExecutionRun, Stage } from '../core/split/types';
import { err, ok, type Result } from '../core/result';
import { restoreTensor, type WirePrecision } from '../core/onnx/cut/shipTensor';
import type { ModelPart } from '../protocol/modelApi';
import type { PartFailure, WireTensor } from '../protocol/partApi';
import type { LinkHost, PartHost } from '../services/splitTypes';
import type { Cancelled, WorkerFailure } from '../services/types';

/** A plan whose parts are loaded. */
export interface LoadedPlan {
  readonly plan: ExecutionPlan;
  /** One entry a part, by its index. */
  readonly parts: readonly ModelPart[];
  readonly hosts: readonly PartHost[];
  /** Parts behind a real link: what goes there is not shaped, and what it takes beyond the run is the link's. */
  readonly isRemote: readonly boolean[];
  readonly link: LinkHost;
  readonly now: () => number;
  /** How a float32 tensor of this name is shipped. */
  readonly precisionOf: (tensor: string) => WirePrecision;
  /** Names of the model's results. */
  readonly results: readonly string[];
}

export interface Execution {
  readonly run: ExecutionRun;
  readonly outputs: readonly WireTensor[];
  /** Bytes put on each link, in the order of the transfers. */
  readonly sentBytes: readonly number[];
}

export type ExecutionFailure = PartFailure | WorkerFailure | Cancelled;

interface Progress {
  readonly pool: Map<string, WireTensor>;
  readonly stagesS: number[];
  readonly sentBytes: number[];
}

/** @param inputs - of the model; they stay usable */
export async function executeOnce(
  signal: AbortSignal,
  loaded: LoadedPlan,
  inputs: readonly WireTensor[],
): Promise<Result<Execution, ExecutionFailure>> {
  const { plan, now, results } = loaded;
  const progress: Progress = {
    pool: new Map(inputs.map((tensor) => [tensor.name, copyOf(tensor)])),
    stagesS: plan.stages.map(() => 0),
    sentBytes: [],
  };
  const startS = now();
  for (const [k, stage] of plan.stages.entries()) {
    const failure =
      stage.kind === 'part'
        ? await runPart(signal, loaded, progress, k)
        : await ship(signal, loaded, progress, k);
    if (failure !== null) return err(failure);
  }
  const totalS = now() - startS;
  const { stagesS, sentBytes, pool } = progress;
  const handlingS = Math.max(0, totalS - stagesS.reduce((sum, seconds) => sum + seconds, 0));
  // A result that was made early and passed the server by is still as it crossed the link.
  const outputs = results.flatMap((name) => pool.get(name) ?? []).map(restoreTensor);
  return ok({ run: { stagesS, handlingS, totalS }, outputs, sentBytes });
}

async function runPart(
  signal: AbortSignal,
  loaded: LoadedPlan,
  { pool, stagesS }: Progress,
  k: number,
): Promise<ExecutionFailure | null> {
  const { plan, parts, hosts, isRemote, now } = loaded;
  const stage = plan.stages[k] as Extract<Stage, { kind: 'part' }>;
  const { index } = stage;
  // A part whose blocks only pass things on makes nothing, and is not run.
  if (parts[index]!.outputs.length === 0) return null;
  const inputs: WireTensor[] = [];
  for (const name of parts[index]!.inputs) {
    const tensor = pool.get(name);
    if (tensor === undefined) return { kind: 'part-failed', message: `The tensor ${name} did not arrive.` };
    // What is passed on as well, or is a result already, must outlive the hand-over.
    inputs.push(neededAfter(loaded, k, name) ? copyOf(tensor) : tensor);
  }
  const sentS = now();
  const ran = await hosts[index]!.run(signal, inputs);
  if (!ran.ok) return ran.error;
  const { outputs, runS } = ran.value;
  stagesS[k] = runS;
  if (isRemote[index] === true && plan.stages[k - 1]?.kind === 'transfer') {
    stagesS[k - 1]! += Math.max(0, now() - sentS - runS);
  }
  for (const tensor of outputs) pool.set(tensor.name, tensor);
  return null;
}

async function ship(
  signal: AbortSignal,
  loaded: LoadedPlan,
  { pool, stagesS, sentBytes }: Progress,
  k: number,
): Promise<ExecutionFailure | null> {
  const { plan, link, isRemote, precisionOf } = loaded;
  const stage = plan.stages[k] as Extract<Stage, { kind: 'transfer' }>;
  const next = plan.stages[k + 1];
  const toServer = next?.kind === 'part' && isRemote[next.index] === true;
  const tensors: WireTensor[] = [];
  for (const name of stage.tensors) {
    const tensor = pool.get(name);
    if (tensor === undefined) return { kind: 'part-failed', message: `The tensor ${name} was not made.` };
    tensors.push(tensor);
  }
  const shipped = await link.ship(signal, {
    tensors,
    precisions: stage.tensors.map(precisionOf),
    hops: toServer ? [] : stage.hops,
    keepEncoded: toServer,
  });
  if (!shipped.ok) return shipped.error;
  stagesS[k] = shipped.value.linkS;
  sentBytes.push(shipped.value.bytes);
  for (const tensor of shipped.value.tensors) pool.set(tensor.name, tensor);
  return null;
}

/** Whether a later stage, or whoever asked for the results, needs the tensor. */
function neededAfter({ plan, parts, results }: LoadedPlan, k: number, name: string): boolean {
  return (
    results.includes(name) ||
    plan.stages
      .slice(k + 1)
      .some((stage) =>
        stage.kind === 'transfer' ? stage.tensors.includes(name) : parts[stage.index]!.inputs.includes(name),
      )
  );
}

export function copyOf(tensor: WireTensor): WireTensor {
  return { ...tensor, data: tensor.data.slice() };
}
