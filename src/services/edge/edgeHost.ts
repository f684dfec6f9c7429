/** A `PartHost` on an edge server: the model is shipped at `load`, its tensors at every `run`. */
import { err, ok, type Result } from '../../core/result';
import { createAssembly, type Assembly } from '../../core/wire/assembly';
import type { TensorHead } from '../../core/wire/frames';
import { createModelHash } from '../../core/wire/modelHash';
import { findTensorFault, tensorBytes } from '../../core/wire/tensorHeads';
import type { WireTensor } from '../../core/wire/wireTensor';
import type { PartFailure, PartLoad, PartLoaded, PartRun } from '../../protocol/partApi';
import type { PartHost } from '../splitTypes';
import type { Cancelled, WorkerFailure } from '../types';
import type { Answer, EdgeWire, Outcome, Question } from './edgeWire';

type Failure = PartFailure | WorkerFailure | Cancelled;

/** `slots`: those of the server that are free; the host takes one and gives it back when it is closed. */
export function createEdgeHost(wire: EdgeWire, slots: Set<number>, maxModelBytes: number): PartHost {
  const slot: number | undefined = [...slots][0];
  if (slot !== undefined) slots.delete(slot);
  let isClosed = false;
  const running = new Set<AbortController>();
  /** Given up with the caller's signal, or with the host. */
  const ask = async <T>(signal: AbortSignal, question: Question<T>): Promise<Outcome<T>> => {
    if (isClosed || signal.aborted) return 'cancelled';
    const mine = new AbortController();
    const abort = (): void => mine.abort();
    signal.addEventListener('abort', abort, { once: true });
    running.add(mine);
    const outcome = await wire.ask(mine.signal, question);
    signal.removeEventListener('abort', abort);
    running.delete(mine);
    return outcome;
  };

  return {
    load: async (signal, request) => {
      if (slot === undefined) return failed('The edge server holds no more parts for one page');
      const bytes = request.part.external.reduce(
        (sum, { data }) => sum + data.length,
        request.part.model.length,
      );
      if (bytes > maxModelBytes)
        return failed(`The part has ${bytes} bytes, the edge server takes ${maxModelBytes} at most`);
      return settled(await ask(signal, loadQuestion(slot, request)));
    },
    run: async (signal, inputs) => {
      if (slot === undefined) return failed('No part is loaded');
      const fault = findTensorFault(inputs);
      if (fault !== null) return failed(fault);
      return settled(await ask(signal, runQuestion(slot, inputs)));
    },
    close: () => {
      if (slot === undefined || isClosed) return;
      isClosed = true;
      for (const controller of [...running]) controller.abort();
      wire.tell({ kind: 'release', slot });
      slots.add(slot);
    },
  };
}

const failed = (message: string) => err({ kind: 'part-failed', message } as const);

function settled<T extends object>(outcome: Outcome<T | PartFailure>): Result<T, Failure> {
  if (outcome === 'cancelled') return err({ kind: 'cancelled' });
  if ('kind' in outcome) {
    const message = outcome.kind === 'edge-lost' ? outcome.message : 'The edge server is gone';
    return err({ kind: 'worker-failed', message });
  }
  const { value } = outcome;
  return isFailure(value) ? err(value) : ok(value);
}

const isFailure = (value: object): value is PartFailure => 'kind' in value;

function loadQuestion(slot: number, { part, threads, optimisation }: PartLoad) {
  const hash = createModelHash();
  return {
    ask: (id: number) =>
      ({
        kind: 'load',
        id,
        slot,
        threads,
        optimisation,
        modelBytes: part.model.length,
        externals: part.external.map(({ path, data }) => ({ path, bytes: data.length })),
      }) as const,
    pieces: [part.model, ...part.external.map(({ data }) => data)],
    onChunk: hash.update,
    last: (id: number) => ({ kind: 'load-end', id, hash: hash.digest() }) as const,
    take: (answer: Answer): PartLoaded | PartFailure | undefined => {
      if (answer.kind === 'failed') return { kind: answer.failure, message: answer.message };
      if (answer.kind !== 'loaded') throw new Error(`"${answer.kind}" does not answer a load`);
      return { createS: answer.createS, threads: answer.threads };
    },
  };
}

function headOf({ name, type, shape, restore }: WireTensor): TensorHead {
  return { name, type, shape, ...(restore !== undefined && { restore }) };
}

function runQuestion(slot: number, inputs: readonly WireTensor[]) {
  let ran: { readonly runS: number; readonly heads: readonly TensorHead[]; readonly bytes: Assembly } | null =
    null;
  return {
    ask: (id: number) =>
      ({
        kind: 'run',
        id,
        slot,
        tensors: inputs.map(headOf),
      }) as const,
    pieces: inputs.map(({ data }) => data),
    take: (answer: Answer): PartRun | PartFailure | undefined => {
      if (answer.kind === 'failed') return { kind: answer.failure, message: answer.message };
      if (answer.kind === 'ran') {
        ran = {
          runS: answer.runS,
          heads: answer.tensors,
          bytes: createAssembly(answer.tensors.map(tensorBytes)),
        };
      } else if (answer.kind !== 'chunk' || ran?.bytes.add(answer.data) !== true) {
        throw new Error('The server sent bytes that nobody asked for');
      }
      if (!ran.bytes.isComplete) return undefined;
      const { heads, bytes, runS } = ran;
      return { outputs: heads.map((head, i) => ({ ...head, data: bytes.pieces[i]! })), runS };
    },
  };
}
