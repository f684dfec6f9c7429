/** What follows from each message of a page that has been welcomed. */
import { chunksOf } from '../src/core/wire/assembly';
import type { ClientFrame } from '../src/core/wire/frames';
import { wireLimits } from '../src/core/wire/limits';
import type { Awaited } from './awaited';
import { tooManyQuestions, type Parts } from './parts';
import type { Outlet } from './session';
import type { Transfers } from './transfers';

export interface AnswersOptions {
  readonly parts: Parts;
  readonly transfers: Transfers;
  readonly awaited: Awaited;
  readonly outlet: Outlet;
  /** Incompressible bytes to measure throughput with. */
  readonly noise: Uint8Array;
  readonly leave: () => void;
}

/** Answers a message, or says in words what is wrong with it; null: nothing. */
export function createAnswers(options: AnswersOptions): (frame: ClientFrame) => string | null {
  const { parts, transfers, awaited, outlet, noise, leave } = options;
  let lastId = 0;
  /** A question's number is larger than every one before: a chunk with a smaller, unknown one comes late and is dropped. */
  const isFresh = (id: number): boolean => {
    if (id <= lastId) return false;
    lastId = id;
    return true;
  };

  return (frame) => {
    if (isQuestion(frame) && !isFresh(frame.id)) return 'a number was used before';
    switch (frame.kind) {
      case 'hello':
        return 'hello was said before';
      case 'ping':
        void outlet.send({ kind: 'pong', id: frame.id });
        return null;
      case 'blob-down':
        if (!awaited.add(frame.id)) return tooManyQuestions;
        void outlet.sendBytes(frame.id, repeated(noise, frame.bytes));
        return null;
      case 'blob-up':
      case 'load':
      case 'run':
        return transfers.begin(frame);
      case 'chunk':
        return frame.id > lastId ? 'bytes that were not announced' : transfers.add(frame.id, frame.data);
      case 'load-end':
        return transfers.finishLoad(frame.id, frame.hash);
      case 'cancel':
        transfers.drop(frame.id);
        awaited.drop(frame.id);
        return null;
      case 'release':
        parts.release(frame.slot);
        return null;
      case 'bye':
        leave();
        return null;
    }
  };
}

type Question = Extract<ClientFrame, { kind: 'ping' | 'blob-up' | 'blob-down' | 'load' | 'run' }>;

function isQuestion(frame: ClientFrame): frame is Question {
  return ['ping', 'blob-up', 'blob-down', 'load', 'run'].includes(frame.kind);
}

function* repeated(noise: Uint8Array, bytes: number): Generator<Uint8Array> {
  for (let left = bytes; left > 0; left -= noise.length)
    yield* chunksOf([noise.subarray(0, Math.min(left, noise.length))], wireLimits.chunkBytes);
}
