/** The parts that one page holds, and the answers it waits for. */
import { chunksOf } from '../src/core/wire/assembly';
import type { EdgeFacts, ServerFrame } from '../src/core/wire/frames';
import { wireLimits } from '../src/core/wire/limits';
import { findTensorFault, totalTensorBytes } from '../src/core/wire/tensorHeads';
import type { WireTensor } from '../src/core/wire/wireTensor';
import type { PartFailure } from '../src/protocol/partApi';
import type { MemoryBudget } from './memoryBudget';
import type { PartRunner, PartToLoad } from './partRunner';

export interface Parts {
  /** Each answers what is wrong with the question, in words; null: nothing. */
  load(id: number, slot: number, bytes: number, part: PartToLoad): string | null;
  run(id: number, slot: number, inputs: readonly WireTensor[]): string | null;
  release(slot: number): void;
  /** Notes that an answer is awaited; false when too many are. */
  want(id: number): boolean;
  isWanted(id: number): boolean;
  drop(id: number): void;
  end(): void;
}

interface Slot {
  readonly runner: PartRunner;
  /** Of its model, held while it lives. */
  readonly bytes: number;
  /** Calls of one part run one after the other. */
  queue: Promise<void>;
}

const mostAnswers = 16;

export function createParts({
  facts,
  budget,
  createRunner,
  send,
  sendBytes,
}: {
  readonly facts: EdgeFacts;
  readonly budget: MemoryBudget;
  readonly createRunner: () => PartRunner;
  readonly send: (frame: ServerFrame) => Promise<void>;
  readonly sendBytes: (id: number, pieces: Iterable<Uint8Array>, isWanted: () => boolean) => Promise<void>;
}): Parts {
  const slots = new Map<number, Slot>();
  const wanted = new Set<number>();

  const release = (place: number): void => {
    const slot = slots.get(place);
    if (slot === undefined) return;
    slots.delete(place);
    slot.runner.close();
    budget.give(slot.bytes);
  };
  const fail = async (id: number, { kind, message }: PartFailure): Promise<void> => {
    if (wanted.delete(id)) await send({ kind: 'failed', id, failure: kind, message });
  };
  const want = (id: number): boolean => {
    if (wanted.size >= mostAnswers) return false;
    wanted.add(id);
    return true;
  };

  return {
    want,
    isWanted: (id) => wanted.has(id),
    drop: (id) => void wanted.delete(id),
    release,

    load: (id, place, bytes, part) => {
      if (!want(id)) return 'too many questions at once';
      release(place);
      if (!budget.take(bytes)) {
        void fail(id, { kind: 'out-of-memory', message: 'The edge server holds too much already' });
        return null;
      }
      const slot: Slot = { runner: createRunner(), bytes, queue: Promise.resolve() };
      slots.set(place, slot);
      slot.queue = slot.queue.then(async () => {
        const loaded = await slot.runner.load({ ...part, threads: Math.min(part.threads, facts.threads) });
        if (!loaded.ok) {
          if (slots.get(place) === slot) release(place);
          return fail(id, loaded.error);
        }
        if (wanted.delete(id)) await send({ kind: 'loaded', id, ...loaded.value });
      });
      return null;
    },

    run: (id, place, inputs) => {
      if (!want(id)) return 'too many questions at once';
      const slot = slots.get(place);
      if (slot === undefined) {
        void fail(id, { kind: 'part-failed', message: 'No part is loaded' });
        return null;
      }
      // They wait for their turn even when nobody wants the answer any more.
      const inputBytes = totalTensorBytes(inputs);
      if (!budget.take(inputBytes)) {
        void fail(id, { kind: 'out-of-memory', message: 'The edge server holds too much already' });
        return null;
      }
      slot.queue = slot.queue.then(async () => {
        const ran = wanted.has(id) ? await slot.runner.run(inputs) : null;
        budget.give(inputBytes);
        if (ran === null) return;
        if (!ran.ok) return fail(id, ran.error);
        const { outputs, runS } = ran.value;
        const fault = findTensorFault(outputs);
        if (fault !== null) return fail(id, { kind: 'part-failed', message: fault });
        if (!wanted.has(id)) return;
        const tensors = outputs.map(({ name, type, shape }) => ({ name, type, shape }));
        await send({ kind: 'ran', id, runS, tensors });
        const pieces = chunksOf(
          outputs.map(({ data }) => data),
          wireLimits.chunkBytes,
        );
        await sendBytes(id, pieces, () => wanted.has(id));
        wanted.delete(id);
      });
      return null;
    },

    end: () => {
      wanted.clear();
      for (const place of [...slots.keys()]) release(place);
    },
  };
}
