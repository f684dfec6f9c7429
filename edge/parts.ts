/** The parts that one page holds, each in a slot that the page numbers. */
import { chunksOf } from '../src/core/wire/assembly';
import type { EdgeFacts } from '../src/core/wire/frames';
import { wireLimits } from '../src/core/wire/limits';
import { findTensorFault, totalTensorBytes } from '../src/core/wire/tensorHeads';
import type { WireTensor } from '../src/core/wire/wireTensor';
import type { PartFailure, PartRun } from '../src/protocol/partApi';
import type { Awaited } from './awaited';
import type { MemoryBudget } from './memoryBudget';
import type { PartRunner, PartToLoad } from './partRunner';
import type { Outlet } from './session';

export interface Parts {
  /** Each answers what is wrong with the question, in words; null: nothing. */
  load(id: number, slot: number, bytes: number, part: PartToLoad): string | null;
  run(id: number, slot: number, inputs: readonly WireTensor[]): string | null;
  release(slot: number): void;
  end(): void;
}

export interface PartsOptions {
  readonly facts: EdgeFacts;
  readonly budget: MemoryBudget;
  readonly createRunner: () => PartRunner;
  readonly awaited: Awaited;
  readonly outlet: Outlet;
}

interface HeldPart {
  readonly runner: PartRunner;
  /** Calls of one part run one after the other. */
  queue: Promise<void>;
  isReleased: boolean;
}

export const tooManyQuestions = 'too many questions at once';
const full: PartFailure = { kind: 'out-of-memory', message: 'The edge server holds too much already' };

export function createParts(options: PartsOptions): Parts {
  const { facts, budget, createRunner, awaited, outlet } = options;
  const held = new Map<number, HeldPart>();
  const fail = async (id: number, { kind, message }: PartFailure): Promise<void> => {
    if (awaited.drop(id)) await outlet.send({ kind: 'failed', id, failure: kind, message });
  };

  const release = (slot: number): void => {
    const part = held.get(slot);
    if (part === undefined) return;
    held.delete(slot);
    part.isReleased = true;
    part.runner.close();
  };

  const load = async (id: number, slot: number, part: HeldPart, given: PartToLoad): Promise<void> => {
    const threads = Math.min(given.threads, facts.threads);
    const loaded = await part.runner.load({ ...given, threads });
    if (loaded.ok) {
      if (awaited.drop(id)) await outlet.send({ kind: 'loaded', id, ...loaded.value });
      return;
    }
    if (held.get(slot) === part) release(slot);
    await fail(id, loaded.error);
  };

  const run = async (id: number, part: HeldPart, inputs: readonly WireTensor[]): Promise<void> => {
    const inputBytes = totalTensorBytes(inputs);
    const ran = awaited.has(id) ? await part.runner.run(inputs) : null;
    // One that was released meanwhile has answered, but its thread may still be at it.
    if (part.isReleased) await part.runner.ended;
    budget.give(inputBytes);
    if (ran === null) return;
    if (!ran.ok) return fail(id, ran.error);
    const fault = findTensorFault(ran.value.outputs);
    if (fault !== null) return fail(id, { kind: 'part-failed', message: fault });
    const outputBytes = totalTensorBytes(ran.value.outputs);
    if (!budget.take(outputBytes)) return fail(id, full);
    if (awaited.has(id)) await sendRun(outlet, id, ran.value);
    budget.give(outputBytes);
  };

  return {
    release,
    load: (id, slot, bytes, given) => {
      if (!awaited.add(id)) return tooManyQuestions;
      release(slot);
      if (!budget.take(bytes)) {
        void fail(id, full);
        return null;
      }
      const part: HeldPart = { runner: createRunner(), queue: Promise.resolve(), isReleased: false };
      held.set(slot, part);
      // A thread that was closed in the middle of a native run has its model until the run is over.
      void part.runner.ended.then(() => budget.give(bytes));
      part.queue = part.queue.then(() => load(id, slot, part, given));
      return null;
    },
    run: (id, slot, inputs) => {
      if (!awaited.add(id)) return tooManyQuestions;
      const part = held.get(slot);
      if (part === undefined) {
        void fail(id, { kind: 'part-failed', message: 'No part is loaded' });
      } else if (!budget.take(totalTensorBytes(inputs))) {
        void fail(id, full);
      } else {
        // Its inputs wait for their turn even when nobody wants the answer any more.
        part.queue = part.queue.then(() => run(id, part, inputs));
      }
      return null;
    },
    end: () => {
      for (const slot of [...held.keys()]) release(slot);
    },
  };
}

async function sendRun(outlet: Outlet, id: number, { outputs, runS }: PartRun): Promise<void> {
  const tensors = outputs.map(({ name, type, shape }) => ({ name, type, shape }));
  await outlet.send({ kind: 'ran', id, runS, tensors });
  const data = outputs.map((output) => output.data);
  await outlet.sendBytes(id, chunksOf(data, wireLimits.chunkBytes));
}
