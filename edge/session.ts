/**
 * One page's connection after its hello, apart from sockets. It refuses what it does not understand, takes no more than its
 * limits, and keeps nothing of a page that is gone.
 */
import { decodeClientFrame } from '../src/core/wire/decodeFrame';
import { encodeServerFrame } from '../src/core/wire/encodeFrame';
import type { EdgeFacts, ServerFrame } from '../src/core/wire/frames';
import { wireVersion } from '../src/core/wire/limits';
import { createAnswers } from './answers';
import { createAwaited } from './awaited';
import type { MemoryBudget } from './memoryBudget';
import { createParts } from './parts';
import type { PartRunner } from './partRunner';
import { closeCodes, type Peer } from './peer';
import { createTransfers } from './transfers';

export interface SessionOptions {
  readonly facts: EdgeFacts;
  readonly budget: MemoryBudget;
  readonly noise: Uint8Array;
  readonly createRunner: () => PartRunner;
  readonly peer: Peer;
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

/** What a session says; both settle, also when the connection is gone. */
export interface Outlet {
  send(frame: ServerFrame): Promise<void>;
  /** Chunk by chunk, so that pongs get through in between; stops when the answer is no longer awaited, and ends the wait. */
  sendBytes(id: number, pieces: Iterable<Uint8Array>): Promise<void>;
}

/** Seconds between two ticks. */
export const tickS = 15;
const ticksIdle = (30 * 60) / tickS;

export function createSession(options: SessionOptions): Session {
  const { facts, budget, noise, peer } = options;
  const awaited = createAwaited();
  let isOver = false;
  let quietTicks = 0;

  const send = async (frame: ServerFrame): Promise<void> => {
    if (!isOver) await peer.send(encodeServerFrame(frame)).catch(end);
  };
  const sendBytes = async (id: number, pieces: Iterable<Uint8Array>): Promise<void> => {
    for (const data of pieces) {
      if (isOver || !awaited.has(id)) return;
      await send({ kind: 'chunk', id, data });
    }
    awaited.drop(id);
  };
  const outlet: Outlet = { send, sendBytes };

  const end = (): void => {
    if (isOver) return;
    isOver = true;
    awaited.clear();
    transfers.end();
    parts.end();
  };
  const leave = (frame: ServerFrame | null, code: number): void => {
    if (isOver) return;
    const told = frame === null ? Promise.resolve() : send(frame);
    end();
    void told.finally(() => peer.close(code));
  };
  const refuse = (message: string): void => leave({ kind: 'bye', message }, closeCodes.protocol);

  const parts = createParts({ ...options, awaited, outlet });
  const transfers = createTransfers({ budget, parts, send });
  const answer = createAnswers({
    parts,
    transfers,
    awaited,
    outlet,
    noise,
    leave: () => leave(null, closeCodes.done),
  });
  void send({ kind: 'welcome', version: wireVersion, facts });

  return {
    receive: (message) => {
      if (isOver) return;
      quietTicks = 0;
      const read = decodeClientFrame(message, facts.maxModelBytes);
      const fault = read.ok ? answer(read.value) : read.error.message;
      if (fault !== null) refuse(fault);
    },
    refuse,
    tick: () => {
      quietTicks += 1;
      if (quietTicks > ticksIdle)
        leave({ kind: 'bye', message: 'Nothing was asked for half an hour' }, closeCodes.done);
      else transfers.tick();
    },
    end,
  };
}
