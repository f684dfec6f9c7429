import type { ModelPart } from '../core/onnx/cut/modelPart';
import { restoreTensor } from '../core/onnx/cut/shipTensor';
import { isOutOfMemory, messageOf } from '../core/outOfMemory';
import { err, ok, type Result } from '../core/result';
import type { WireTensor } from '../core/wire/wireTensor';
import type { PartApi, PartFailure, PartLoad, PartRun } from '../protocol/partApi';
import type { ModelRunner, ModelSession } from './modelRunner';

export interface PartRunnerParts {
  /** Starts or takes the runtime for this part; called at every load. Rejects in the runtime's words. */
  readonly startRunner: (
    load: PartLoad,
  ) => Promise<{ readonly runner: ModelRunner; readonly threads: number }>;
  /** Monotone clock [ms], as performance.now. */
  readonly nowMs: () => number;
}

interface Loaded {
  readonly part: ModelPart;
  /** null: the part makes nothing, and the runtime refuses such a model. */
  readonly session: ModelSession | null;
}

/**
 * Holds one part and runs it. Loading again releases the part before; the last one goes with its worker. Tensors that crossed a link in fewer bytes are
 * restored first; that, and copying into and out of the runtime's memory, is part of `runS`. Warming up is the caller's
 * business. Nothing rejects.
 */
export function createPartRunner({ startRunner, nowMs }: PartRunnerParts): PartApi {
  let loaded: Loaded | null = null;
  return {
    load: (request) =>
      attempt(async () => {
        const before = loaded;
        loaded = null;
        await before?.session?.release();
        const { part, optimisation } = request;
        const startMs = nowMs();
        const { runner, threads } = await startRunner(request);
        const { model, external } = part;
        const session =
          part.outputs.length === 0
            ? null
            : await runner.open(model, { external, optimisation, profiled: false });
        loaded = { part, session };
        return { createS: (nowMs() - startMs) / 1e3, threads };
      }),
    run: (arrived) =>
      attempt(async () => {
        if (loaded === null) throw new Error('No part is loaded.');
        const { part, session } = loaded;
        return runOpenPart(session, part, arrived, nowMs);
      }),
  };
}

interface PartEnds {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** One run of a part that is open, timed; rejects when something has not arrived or was not made, or in the runtime's words. */
export async function runOpenPart(
  session: Pick<ModelSession, 'run'> | null,
  ends: PartEnds,
  arrived: readonly WireTensor[],
  nowMs: () => number,
): Promise<PartRun> {
  const startMs = nowMs();
  const outputs = session === null ? [] : await session.run(feedsOf(ends, arrived));
  const runS = (nowMs() - startMs) / 1e3;
  const missing = ends.outputs.find((name) => !outputs.some((output) => output.name === name));
  if (missing !== undefined) throw new Error(`${missing} is no tensor of numbers.`);
  return { outputs, runS };
}

/** What the part needs, from what has arrived: that may be more, passed by on its way to a later part. */
function feedsOf({ inputs }: PartEnds, arrived: readonly WireTensor[]): readonly WireTensor[] {
  return inputs.map((name) => {
    const tensor = arrived.find((candidate) => candidate.name === name);
    if (tensor === undefined) throw new Error(`${name} has not arrived.`);
    return restoreTensor(tensor);
  });
}

/** Whatever is thrown as a failure. */
export async function attempt<T>(work: () => Promise<T>): Promise<Result<T, PartFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    const message = messageOf(error);
    return err({ kind: isOutOfMemory(message) ? 'out-of-memory' : 'part-failed', message });
  }
}
