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
import { watchLife } from './watchLife';

/** Bytes handed to the browser and not sent yet: more would only delay what comes after them. */
const bufferLimit = 1_000_000;
const drainMs = 2;

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
    life.end();
    socket.close(1000);
    for (const { settle } of [...pending.values()]) settle(failure ?? 'cancelled');
    tellEnded(failure);
  };
  const lose = (message: string): void => end({ kind: 'edge-lost', message });
  const life = watchLife({
    isOwed: () => pending.size > 0,
    // Its answer only counts as a sign of life.
    ping: () => tell({ kind: 'ping', id: (lastId += 1) }),
    onSilence: () => lose('The server does not answer'),
  });

  socket.onclose = () => lose('The connection was closed');
  socket.onerror = () => undefined;
  socket.onmessage = ({ data }: { readonly data: unknown }) => {
    life.heard();
    const answer = readAnswer(data);
    if (typeof answer === 'string') lose(answer);
    else pending.get(answer.id)?.take(answer);
  };

  const ask = <T>(signal: AbortSignal, question: Question<T>): Promise<Outcome<T>> =>
    new Promise((resolve) => {
      const id = (lastId += 1);
      const settle = (outcome: Outcome<T>): void => {
        pending.delete(id);
        signal.removeEventListener('abort', abort);
        resolve(outcome);
      };
      const abort = (): void => {
        tell({ kind: 'cancel', id });
        settle('cancelled');
      };
      const take = (answer: Answer): void => {
        try {
          const value = question.take(answer);
          if (value !== undefined) settle({ value });
        } catch (error) {
          lose(error instanceof Error ? error.message : String(error));
        }
      };
      signal.addEventListener('abort', abort, { once: true });
      if (pending.size === 0) life.heard();
      pending.set(id, { settle, take });
      const isWanted = (): boolean => pending.has(id);
      tell(question.ask(id));
      void sendPieces(socket, id, question, { isWanted, tell, onLeft: life.heard }).then(() => {
        if (question.last !== undefined && isWanted()) tell(question.last(id));
      });
    });

  return {
    tell,
    end,
    ended,
    ask: async (signal, question) => {
      if (signal.aborted) return 'cancelled';
      return isOver ? { kind: 'edge-lost', message: 'The connection was closed' } : ask(signal, question);
    },
  };
}

/** What a message of the server is an answer to, or what is wrong with it, in words. */
function readAnswer(data: unknown): Answer | string {
  const read = data instanceof ArrayBuffer ? decodeServerFrame(new Uint8Array(data)) : null;
  if (read?.ok !== true)
    return `The server sent something that is no frame: ${read?.error.message ?? 'text'}`;
  const frame = read.value;
  if (frame.kind === 'bye') return frame.message;
  return frame.kind === 'welcome' || frame.kind === 'refused' ? 'The server said hello twice' : frame;
}

interface Sending {
  readonly isWanted: () => boolean;
  readonly tell: (frame: ClientFrame) => void;
  /** Bytes have left: a sign of life too. */
  readonly onLeft: () => void;
}

/** Sends a question's bytes as fast as the connection takes them; stops when nobody wants the answer any more. */
async function sendPieces(
  socket: EdgeSocket,
  id: number,
  { pieces = [], onChunk }: Question<unknown>,
  { isWanted, tell, onLeft }: Sending,
): Promise<void> {
  for (const data of chunksOf(pieces, wireLimits.chunkBytes)) {
    for (let before = socket.bufferedAmount; before > bufferLimit; before = socket.bufferedAmount) {
      await new Promise((resolve) => setTimeout(resolve, drainMs));
      if (socket.bufferedAmount < before) onLeft();
      if (!isWanted()) return;
    }
    if (!isWanted()) return;
    onChunk?.(data);
    tell({ kind: 'chunk', id, data });
  }
}
