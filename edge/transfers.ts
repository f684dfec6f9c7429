/** Bytes on their way in: announced, gathered, and handed on when they are complete. */
import { createHash, type Hash } from 'node:crypto';
import { createAssembly, type Assembly } from '../src/core/wire/assembly';
import type { ClientFrame, ServerFrame } from '../src/core/wire/frames';
import { tensorBytes } from '../src/core/wire/tensorHeads';
import type { MemoryBudget } from './memoryBudget';
import type { Parts } from './parts';

type LoadFrame = Extract<ClientFrame, { kind: 'load' }>;
type RunFrame = Extract<ClientFrame, { kind: 'run' }>;
type Announcement = LoadFrame | RunFrame | Extract<ClientFrame, { kind: 'blob-up' }>;

export interface Transfers {
  /** Each answers what is wrong with the question, in words; null: nothing. */
  begin(frame: Announcement): string | null;
  add(id: number, data: Uint8Array): string | null;
  finishLoad(id: number, hash: Uint8Array): string | null;
  drop(id: number): void;
  tick(): void;
  end(): void;
}

type Incoming = { readonly bytes: number; ticks: number } & (
  | { readonly kind: 'blob'; left: number }
  | { readonly kind: 'load'; readonly frame: LoadFrame; readonly assembly: Assembly; readonly hash: Hash }
  | { readonly kind: 'run'; readonly frame: RunFrame; readonly assembly: Assembly }
);

const mostTransfers = 8;
/** A transfer that stands still for so many ticks is given up. */
const ticksStill = 4;

export function createTransfers({
  budget,
  parts,
  send,
}: {
  readonly budget: MemoryBudget;
  readonly parts: Parts;
  readonly send: (frame: ServerFrame) => Promise<void>;
}): Transfers {
  const incoming = new Map<number, Incoming>();

  const drop = (id: number): void => {
    const transfer = incoming.get(id);
    if (transfer === undefined) return;
    incoming.delete(id);
    budget.give(transfer.bytes);
  };
  const fail = (id: number, failure: 'part-failed' | 'out-of-memory', message: string): void => {
    drop(id);
    void send({ kind: 'failed', id, failure, message });
  };

  const completeRun = (
    id: number,
    { frame, assembly }: Extract<Incoming, { kind: 'run' }>,
  ): string | null => {
    const inputs = frame.tensors.map((head, i) => ({ ...head, data: assembly.pieces[i]! }));
    drop(id);
    return parts.run(id, frame.slot, inputs);
  };

  return {
    begin: (frame) => {
      if (incoming.size >= mostTransfers) return 'too many transfers at once';
      if (frame.kind === 'blob-up') {
        if (frame.bytes === 0) void send({ kind: 'received', id: frame.id });
        else incoming.set(frame.id, { kind: 'blob', bytes: 0, ticks: 0, left: frame.bytes });
        return null;
      }
      const sizes =
        frame.kind === 'run'
          ? frame.tensors.map(tensorBytes)
          : [frame.modelBytes, ...frame.externals.map(({ bytes }) => bytes)];
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      if (!budget.take(bytes)) {
        fail(frame.id, 'out-of-memory', 'The edge server holds too much already');
        return null;
      }
      const common = { bytes, ticks: 0, assembly: createAssembly(sizes) };
      if (frame.kind === 'load') {
        incoming.set(frame.id, { ...common, kind: 'load', frame, hash: createHash('sha256') });
        return null;
      }
      const transfer = { ...common, kind: 'run', frame } as const;
      incoming.set(frame.id, transfer);
      return transfer.assembly.isComplete ? completeRun(frame.id, transfer) : null;
    },
    add: (id, data) => {
      const transfer = incoming.get(id);
      // It was given up meanwhile: what was already on its way is dropped.
      if (transfer === undefined) return null;
      transfer.ticks = 0;
      if (transfer.kind === 'blob') {
        transfer.left -= data.length;
        if (transfer.left < 0) return 'more bytes than announced';
        if (transfer.left > 0) return null;
        drop(id);
        void send({ kind: 'received', id });
        return null;
      }
      if (!transfer.assembly.add(data)) return 'more bytes than announced';
      if (transfer.kind === 'load') transfer.hash.update(data);
      else if (transfer.assembly.isComplete) return completeRun(id, transfer);
      return null;
    },
    finishLoad: (id, hash) => {
      const transfer = incoming.get(id);
      if (transfer === undefined) return null;
      if (transfer.kind !== 'load') return 'the end of a load that is none';
      const { frame, assembly } = transfer;
      if (!assembly.isComplete) return 'fewer bytes than announced';
      if (!transfer.hash.digest().equals(hash)) {
        fail(id, 'part-failed', 'The model was damaged on its way');
        return null;
      }
      const [model, ...external] = assembly.pieces;
      drop(id);
      const { slot, threads, optimisation, externals } = frame;
      return parts.load(id, slot, transfer.bytes, {
        model: model!,
        external: externals.map(({ path }, i) => ({ path, data: external[i]! })),
        threads,
        optimisation,
      });
    },
    drop,
    tick: () => {
      for (const [id, transfer] of incoming) {
        transfer.ticks += 1;
        if (transfer.ticks > ticksStill) fail(id, 'part-failed', 'The rest of the bytes did not come');
      }
    },
    end: () => {
      for (const id of [...incoming.keys()]) drop(id);
    },
  };
}
