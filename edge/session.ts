/**
 * One page's connection: a state machine over frames, apart from sockets. It refuses what it does not understand, takes no
 * more than its limits, and keeps nothing of a page that is gone.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { chunksOf } from '../src/core/wire/assembly';
import { decodeClientFrame } from '../src/core/wire/decodeFrame';
import { encodeServerFrame } from '../src/core/wire/encodeFrame';
import type { ClientFrame, EdgeFacts, ServerFrame } from '../src/core/wire/frames';
import { wireLimits, wireVersion } from '../src/core/wire/limits';
import type { MemoryBudget } from './memoryBudget';
import { createParts, type Parts } from './parts';
import type { PartRunner } from './partRunner';
import { createTransfers, type Transfers } from './transfers';

export interface Peer {
  /** Settles when the bytes are handed to the operating system; rejects when the connection is gone. */
  send(frame: Uint8Array): Promise<void>;
  close(code: number): void;
}

export interface SessionOptions {
  readonly token: string;
  readonly facts: EdgeFacts;
  readonly budget: MemoryBudget;
  /** Incompressible bytes to measure throughput with. */
  readonly noise: Uint8Array;
  readonly createRunner: () => PartRunner;
  readonly peer: Peer;
  /** A wrong token is answered after this long, so that guessing takes its time. */
  readonly refusalMs?: number;
}

export interface Session {
  receive(message: Uint8Array): void;
  /** Ends what the protocol does not allow, in words. */
  refuse(message: string): void;
  /** Called every `tickS`: gives up transfers that stand still, and pages that say nothing. */
  tick(): void;
  /** The connection is gone. */
  end(): void;
}

/** Seconds between two ticks. */
export const tickS = 15;
const ticksToHello = 1;
const ticksIdle = (30 * 60) / tickS;

const closeCodes = { done: 1000, protocol: 1002, policy: 1008, busy: 1013 } as const;

export function createSession(options: SessionOptions): Session {
  const { token, facts, budget, noise, peer, refusalMs = 1000 } = options;
  let state: 'waiting' | 'open' | 'over' = 'waiting';
  let quietTicks = 0;
  let lastId = 0;
  let refusal: NodeJS.Timeout | null = null;

  const send = async (frame: ServerFrame): Promise<void> => {
    if (state !== 'over') await peer.send(encodeServerFrame(frame)).catch(() => end());
  };
  /** Chunk by chunk, so that pongs get through in between; stops when the answer is no longer wanted. */
  const sendBytes = async (
    id: number,
    pieces: Iterable<Uint8Array>,
    isWanted: () => boolean,
  ): Promise<void> => {
    for (const data of pieces) {
      if (state === 'over' || !isWanted()) return;
      await send({ kind: 'chunk', id, data });
    }
  };

  const parts: Parts = createParts({ ...options, send, sendBytes });
  const transfers: Transfers = createTransfers({ budget, parts, send });

  const end = (): void => {
    if (state === 'over') return;
    state = 'over';
    if (refusal !== null) clearTimeout(refusal);
    transfers.end();
    parts.end();
  };

  const leave = (frame: ServerFrame | null, code: number): void => {
    if (state === 'over') return;
    const told = frame === null ? Promise.resolve() : send(frame);
    end();
    void told.finally(() => peer.close(code));
  };
  const refuse = (message: string): void => leave({ kind: 'bye', message }, closeCodes.protocol);

  const greet = (frame: ClientFrame): void => {
    if (frame.kind !== 'hello') {
      leave(null, closeCodes.protocol);
    } else if (frame.version !== wireVersion) {
      leave({ kind: 'refused', version: wireVersion, reason: 'version' }, closeCodes.policy);
    } else if (refusal !== null) {
      // One guess a connection: more of them while the first is being answered would cost nothing.
      leave(null, closeCodes.policy);
    } else if (isSame(frame.token, token)) {
      state = 'open';
      void send({ kind: 'welcome', version: wireVersion, facts });
    } else {
      refusal = setTimeout(() => {
        leave({ kind: 'refused', version: wireVersion, reason: 'token' }, closeCodes.policy);
      }, refusalMs);
    }
  };

  /** A question's number is larger than every one before: a chunk with a smaller, unknown one comes late and is dropped. */
  const isFresh = (id: number): boolean => {
    if (id <= lastId) return false;
    lastId = id;
    return true;
  };

  const sendNoise = async (id: number, bytes: number): Promise<void> => {
    await sendBytes(id, repeated(noise, bytes), () => parts.isWanted(id));
    parts.drop(id);
  };

  /** What is wrong with a message, in words; null: nothing. */
  const answer = (frame: ClientFrame): string | null => {
    if (isQuestion(frame) && !isFresh(frame.id)) return 'a number was used before';
    switch (frame.kind) {
      case 'hello':
        return 'hello was said before';
      case 'ping':
        void send({ kind: 'pong', id: frame.id });
        return null;
      case 'blob-down':
        if (!parts.want(frame.id)) return 'too many questions at once';
        void sendNoise(frame.id, frame.bytes);
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
        parts.drop(frame.id);
        return null;
      case 'release':
        parts.release(frame.slot);
        return null;
      case 'bye':
        leave(null, closeCodes.done);
        return null;
    }
  };

  return {
    receive: (message) => {
      if (state === 'over') return;
      quietTicks = 0;
      const read = decodeClientFrame(message, facts.maxModelBytes);
      if (!read.ok) {
        // Nothing is explained to who has not said hello.
        if (state === 'waiting') leave(null, closeCodes.protocol);
        else refuse(read.error.message);
      } else if (state === 'waiting') {
        greet(read.value);
      } else {
        const fault = answer(read.value);
        if (fault !== null) refuse(fault);
      }
    },
    refuse,
    tick: () => {
      quietTicks += 1;
      if (state === 'waiting' && quietTicks > ticksToHello) leave(null, closeCodes.policy);
      else if (quietTicks > ticksIdle)
        leave({ kind: 'bye', message: 'Nothing was asked for half an hour' }, closeCodes.done);
      else transfers.tick();
    },
    end,
  };
}

type Question = Extract<ClientFrame, { kind: 'ping' | 'blob-up' | 'blob-down' | 'load' | 'run' }>;

function isQuestion(frame: ClientFrame): frame is Question {
  return ['ping', 'blob-up', 'blob-down', 'load', 'run'].includes(frame.kind);
}

/** Compared in a time that does not depend on where they differ. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

function* repeated(noise: Uint8Array, bytes: number): Generator<Uint8Array> {
  for (let left = bytes; left > 0; left -= noise.length)
    yield* chunksOf([noise.subarray(0, Math.min(left, noise.length))], wireLimits.chunkBytes);
}
