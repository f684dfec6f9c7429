/**
 * A part in a worker thread of its own: ending the thread is the only way to get WebAssembly memory back. A thread on
 * WebAssembly is stopped at once; one in the middle of a native run would take the whole process along, so it is asked to end
 * and does when the run is over.
 */
import { Worker } from 'node:worker_threads';
import { err, type Result } from '../src/core/result';
import type { PartFailure, PartLoaded, PartRun } from '../src/protocol/partApi';
import type { PartRunner } from './partRunner';
import type { EngineFacts, EngineName, ThreadAnswer, ThreadQuestion, ThreadReady } from './threadMessages';

/**
 * Most that JavaScript's own objects may take in a thread [MB]. Models, tensors, WebAssembly and native memory lie outside of that
 * heap, and no limit of Node covers them: the server's memory budget counts what pages send and are sent.
 */
const heapMegabytes = 4096;

type Settle = (answer: ThreadAnswer) => void;

export interface ThreadRunner extends PartRunner {
  /** Its engine, once it runs. */
  readonly ready: Promise<ThreadReady>;
}

export function createThreadRunner(engine: EngineName): ThreadRunner {
  const worker = new Worker(new URL('./partBoot.mjs', import.meta.url), {
    execArgv: [],
    workerData: { engine },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  const waiting: Settle[] = [];
  let isOver = false;
  let tellReady: (ready: ThreadReady) => void = () => undefined;
  const ready = new Promise<ThreadReady>((resolve) => {
    tellReady = resolve;
  });

  const end = (failure: PartFailure): void => {
    if (isOver) return;
    isOver = true;
    if (engine === 'native') worker.postMessage({ kind: 'end' } satisfies ThreadQuestion);
    else void worker.terminate();
    tellReady(err(failure));
    for (const settle of waiting.splice(0)) settle(err(failure));
  };
  worker.once('message', (message: ThreadReady) => {
    tellReady(message);
    worker.on('message', (answer: ThreadAnswer) => waiting.shift()?.(answer));
  });
  worker.once('error', (error) => end({ kind: kindOf(error), message: error.message }));
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      end({ kind: 'part-failed', message: 'The thread of the part has ended' });
      resolve();
    });
  });

  const ask = async (question: ThreadQuestion, gifts: readonly ArrayBuffer[]): Promise<ThreadAnswer> => {
    const started = await ready;
    if (!started.ok) return started;
    if (isOver) return err({ kind: 'part-failed', message: 'The part was let go' });
    return new Promise((resolve) => {
      waiting.push(resolve);
      worker.postMessage(question, [...gifts]);
    });
  };

  // The thread answers a load with PartLoaded and a run with PartRun.
  return {
    ready,
    ended,
    load: (part) =>
      ask({ kind: 'load', part }, [
        part.model.buffer,
        ...part.external.map(({ data }) => data.buffer),
      ]) as Promise<Result<PartLoaded, PartFailure>>,
    run: (inputs) =>
      ask(
        { kind: 'run', inputs },
        inputs.map(({ data }) => data.buffer),
      ) as Promise<Result<PartRun, PartFailure>>,
    close: () => end({ kind: 'part-failed', message: 'The part was let go' }),
  };
}

function kindOf(error: Error): PartFailure['kind'] {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'part-failed';
}

/** Starts an engine once to see that it works and what it is. */
export async function probeEngine(engine: EngineName): Promise<Result<EngineFacts, PartFailure>> {
  const runner = createThreadRunner(engine);
  const ready = await runner.ready;
  runner.close();
  await runner.ended;
  return ready;
}

export interface ThreadRunners {
  readonly create: () => PartRunner;
  /** Settles when every thread that was closed has ended. */
  readonly ended: () => Promise<void>;
}

/** Runners whose threads can be waited for: a process that ends before a native run does is aborted. */
export function createThreadRunners(engine: EngineName): ThreadRunners {
  const living = new Set<Promise<void>>();
  return {
    create: () => {
      const runner = createThreadRunner(engine);
      living.add(runner.ended);
      void runner.ended.then(() => living.delete(runner.ended));
      return runner;
    },
    ended: async () => {
      await Promise.all(living);
    },
  };
}
