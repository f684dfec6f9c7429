/**
 * One WebSocket to an edge server: questions with answers. Every question settles: with its answer, when the connection
 * ends, when it is given up, or when the server has not been heard of for too long.
 */
import { decodeServerFrame } from '../../core/wire/decodeFrame';
import { encodeClientFrame } from '../../core/wire/encodeFrame';
import { chunksOf } from '../../core/wire/assembly';
import type { ClientFrame, ServerFrame } from '../../core/wire/frames';
import { wireLimits } from '../../core/wire/limits';
import type { EdgeFailure } from '../edgeTypes';
import type { EdgeSocket } from './edgeSocket';

/** Bytes handed to the browser and not sent yet: more would only delay what comes after them. */
const bufferLimit = 1_000_000;
const drainMs = 2;
/** A server that says nothing for so long while it owes an answer is gone. */
const silenceMs = 30_000;
const aliveMs = 5_000;

export type Outcome<T> = { readonly value: T } | 'cancelled' | EdgeFailure;
export type Answer = Exclude<ServerFrame, { kind: 'welcome' | 'refused' | 'bye' }>;

export interface Question<T> {
  /** What is sent first, with the number the connection gives it. */
  readonly ask: (id: number) => ClientFrame;
  /** Its bytes, sent in chunks after it. */
  readonly pieces?: readonly Uint8Array[];
  readonly onChunk?: (chunk: Uint8Array) => void;
  /** Sent after the bytes. */
  readonly last?: (id: number) => ClientFrame;
  /** Takes answers until it returns a value; undefined: more to come. A throw is an answer that makes no sense. */
  readonly take: (answer: Answer) => T | undefined;
}

export interface EdgeWire {
  ask<T>(signal: AbortSignal, question: Question<T>): Promise<Outcome<T>>;
  /** Sends something that has no answer. */
  tell(frame: ClientFrame): void;
  /** Ends the connection; questions in flight settle. */
  end(failure: EdgeFailure | null): void;
  /** null when this end closed it. */
  readonly ended: Promise<EdgeFailure | null>;
}

interface Pending {
  readonly take: (answer: Answer) => void;
  readonly settle: (outcome: 'cancelled' | EdgeFailure) => void;
}

/** Takes over a socket whose server has said welcome. */
export function createEdgeWire(socket: EdgeSocket): EdgeWire {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let isOver = false;
  let heardAt = performance.now();
  let tellEnded: (failure: EdgeFailure | null) => void = () => undefined;
  const ended = new Promise<EdgeFailure | null>((resolve) => {
    tellEnded = resolve;
  });

  const tell = (frame: ClientFrame): void => {
    if (!isOver) socket.send(encodeClientFrame(frame));
  };

  const end = (failure: EdgeFailure | null): void => {
    if (isOver) return;
    if (failure === null) tell({ kind: 'bye' });
    isOver = true;
    clearInterval(watch);
    socket.close(1000);
    for (const { settle } of [...pending.values()]) settle(failure ?? 'cancelled');
    tellEnded(failure);
  };
  const lose = (message: string): void => end({ kind: 'edge-lost', message });

  // Pings keep the wire known to be alive while an answer is owed; their answers only count as a sign of life.
  const watch = setInterval(() => {
    if (pending.size === 0) heardAt = performance.now();
    else if (performance.now() - heardAt > silenceMs) lose('The server does not answer');
    else tell({ kind: 'ping', id: (lastId += 1) });
  }, aliveMs);

  socket.onclose = () => lose('The connection was closed');
  socket.onerror = () => undefined;
  /** What is wrong with a message of the server, in words; null: nothing. */
  const hear = (data: unknown): string | null => {
    const read = data instanceof ArrayBuffer ? decodeServerFrame(new Uint8Array(data)) : null;
    if (read?.ok !== true)
      return `The server sent something that is no frame: ${read?.error.message ?? 'text'}`;
    const frame = read.value;
    if (frame.kind === 'bye') return frame.message;
    if (frame.kind === 'welcome' || frame.kind === 'refused') return 'The server said hello twice';
    pending.get(frame.id)?.take(frame);
    return null;
  };
  socket.onmessage = ({ data }: { readonly data: unknown }) => {
    heardAt = performance.now();
    const fault = hear(data);
    if (fault !== null) lose(fault);
  };

  /** Sends bytes as fast as the connection takes them; stops when nobody wants them any more. */
  const sendPieces = async (id: number, { pieces = [], onChunk }: Question<unknown>): Promise<void> => {
    for (const data of chunksOf(pieces, wireLimits.chunkBytes)) {
      for (let before = socket.bufferedAmount; before > bufferLimit; before = socket.bufferedAmount) {
        await new Promise((resolve) => setTimeout(resolve, drainMs));
        // Bytes that leave are a sign of life too.
        if (socket.bufferedAmount < before) heardAt = performance.now();
        if (!pending.has(id)) return;
      }
      if (!pending.has(id)) return;
      onChunk?.(data);
      tell({ kind: 'chunk', id, data });
    }
  };

  return {
    tell,
    end,
    ended,
    ask: (signal, question) =>
      new Promise((resolve) => {
        if (signal.aborted || isOver) {
          resolve(signal.aborted ? 'cancelled' : { kind: 'edge-lost', message: 'The connection was closed' });
          return;
        }
        const id = (lastId += 1);
        const finish = (): void => {
          pending.delete(id);
          signal.removeEventListener('abort', abort);
        };
        const abort = (): void => {
          tell({ kind: 'cancel', id });
          finish();
          resolve('cancelled');
        };
        signal.addEventListener('abort', abort, { once: true });
        pending.set(id, {
          settle: (outcome) => {
            finish();
            resolve(outcome);
          },
          take: (answer) => {
            try {
              const value = question.take(answer);
              if (value === undefined) return;
              finish();
              resolve({ value });
            } catch (error) {
              lose(error instanceof Error ? error.message : String(error));
            }
          },
        });
        if (pending.size === 1) heardAt = performance.now();
        tell(question.ask(id));
        void sendPieces(id, question).then(() => {
          if (question.last !== undefined && pending.has(id)) tell(question.last(id));
        });
      }),
  };
}
