/** Bytes on their way in: announced, gathered, and handed on when they are complete. */
import { createHash, type Hash } from 'node:crypto';
import { createAssembly, type Assembly } from '../src/core/wire/assembly';
import type { ClientFrame, ServerFrame } from '../src/core/wire/frames';
import { tensorBytes } from '../src/core/wire/tensorHeads';
import type { WireTensor } from '../src/core/wire/wireTensor';
import type { MemoryBudget } from './memoryBudget';
import type { PartToLoad } from './partRunner';
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
  /** A load is complete when its hash has come. */
  const complete = (id: number, transfer: Incoming): string | null => {
    if (transfer.kind === 'load') return null;
    drop(id);
    if (transfer.kind === 'run') return parts.run(id, transfer.frame.slot, inputsOf(transfer));
    void send({ kind: 'received', id });
    return null;
  };

  return {
    begin: (frame) => {
      if (incoming.size >= mostTransfers) return 'too many transfers at once';
      const bytes = heldBytes(frame);
      if (!budget.take(bytes)) {
        fail(frame.id, 'out-of-memory', 'The edge server holds too much already');
        return null;
      }
      const transfer = incomingOf(frame, bytes);
      incoming.set(frame.id, transfer);
      return isComplete(transfer) ? complete(frame.id, transfer) : null;
    },
    add: (id, data) => {
      const transfer = incoming.get(id);
      // It was given up meanwhile: what was already on its way is dropped.
      if (transfer === undefined) return null;
      transfer.ticks = 0;
      if (!takeIn(transfer, data)) return 'more bytes than announced';
      return isComplete(transfer) ? complete(id, transfer) : null;
    },
    finishLoad: (id, hash) => {
      const transfer = incoming.get(id);
      if (transfer === undefined) return null;
      if (transfer.kind !== 'load') return 'the end of a load that is none';
      if (!isComplete(transfer)) return 'fewer bytes than announced';
      if (!transfer.hash.digest().equals(hash)) {
        fail(id, 'part-failed', 'The model was damaged on its way');
        return null;
      }
      drop(id);
      return parts.load(id, transfer.frame.slot, transfer.bytes, partOf(transfer));
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

/** Bytes of each piece that is announced and will be kept. */
function sizesOf(frame: Announcement): readonly number[] {
  if (frame.kind === 'blob-up') return [];
  return frame.kind === 'run'
    ? frame.tensors.map(tensorBytes)
    : [frame.modelBytes, ...frame.externals.map(({ bytes }) => bytes)];
}

const heldBytes = (frame: Announcement): number => sizesOf(frame).reduce((sum, size) => sum + size, 0);

function incomingOf(frame: Announcement, bytes: number): Incoming {
  const common = { bytes, ticks: 0 };
  if (frame.kind === 'blob-up') return { ...common, kind: 'blob', left: frame.bytes };
  const assembly = createAssembly(sizesOf(frame));
  return frame.kind === 'load'
    ? { ...common, kind: 'load', frame, assembly, hash: createHash('sha256') }
    : { ...common, kind: 'run', frame, assembly };
}

/** false when more has come than was announced. */
function takeIn(transfer: Incoming, data: Uint8Array): boolean {
  if (transfer.kind === 'blob') {
    transfer.left -= data.length;
    return transfer.left >= 0;
  }
  if (transfer.kind === 'load') transfer.hash.update(data);
  return transfer.assembly.add(data);
}

function isComplete(transfer: Incoming): boolean {
  return transfer.kind === 'blob' ? transfer.left === 0 : transfer.assembly.isComplete;
}

function inputsOf({ frame, assembly }: Extract<Incoming, { kind: 'run' }>): readonly WireTensor[] {
  return frame.tensors.map((head, i) => ({ ...head, data: assembly.pieces[i]! }));
}

function partOf({ frame, assembly }: Extract<Incoming, { kind: 'load' }>): PartToLoad {
  const [model, ...external] = assembly.pieces;
  const { threads, optimisation, externals } = frame;
  return {
    model: model!,
    external: externals.map(({ path }, i) => ({ path, data: external[i]! })),
    threads,
    optimisation,
  };
}
