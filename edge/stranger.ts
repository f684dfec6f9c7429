/** Somebody who has connected and not shown the token yet: one message is read, hardly anything explained, nothing kept. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { decodeClientFrame } from '../src/core/wire/decodeFrame';
import { encodeServerFrame } from '../src/core/wire/encodeFrame';
import type { refusals } from '../src/core/wire/frames';
import { wireVersion } from '../src/core/wire/limits';
import { closeCodes, type Peer } from './peer';

/** Bytes that a hello may come in, the WebSocket's own included: a token has 200 at most. */
export const helloBytes = 1_000;

export interface StrangerOptions {
  readonly token: string;
  readonly peer: Peer;
  /** Whether the server takes one more page. */
  readonly hasRoom: () => boolean;
  /** The token is right: what comes next comes from a page. */
  readonly enter: () => void;
  /** A wrong token is answered after this long [ms], so that guessing takes its time. */
  readonly refusalMs?: number;
}

export interface Stranger {
  receive(message: Uint8Array): void;
  /** The connection is gone. */
  end(): void;
}

export function createStranger(options: StrangerOptions): Stranger {
  const { token, peer, hasRoom, enter, refusalMs = 1000 } = options;
  let isOver = false;
  let guess: NodeJS.Timeout | null = null;

  const end = (): void => {
    isOver = true;
    if (guess !== null) clearTimeout(guess);
  };
  const leave = (code: number): void => {
    end();
    peer.close(code);
  };
  const refuse = (reason: (typeof refusals)[number], code: number): void => {
    end();
    const told = peer.send(encodeServerFrame({ kind: 'refused', version: wireVersion, reason }));
    void told.catch(() => undefined).finally(() => peer.close(code));
  };

  return {
    end,
    receive: (message) => {
      if (isOver) return;
      const read = decodeClientFrame(message);
      if (guess !== null) {
        // One guess a connection: more of them while the first is being answered would cost nothing.
        leave(closeCodes.policy);
      } else if (!read.ok || read.value.kind !== 'hello') {
        leave(closeCodes.protocol);
      } else if (read.value.version !== wireVersion) {
        refuse('version', closeCodes.policy);
      } else if (!isSame(read.value.token, token)) {
        guess = setTimeout(() => refuse('token', closeCodes.policy), refusalMs);
      } else if (!hasRoom()) {
        refuse('busy', closeCodes.busy);
      } else {
        end();
        enter();
      }
    },
  };
}

/** Compared in a time that does not depend on where they differ. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
