/** The other end of a WebSocket, as far as a session needs it. */
import type { WebSocket } from 'ws';

export interface Peer {
  /** Settles when the bytes are handed to the operating system; rejects when the connection is gone. */
  send(frame: Uint8Array): Promise<void>;
  close(code: number): void;
}

export const closeCodes = { done: 1000, leaving: 1001, protocol: 1002, policy: 1008, busy: 1013 } as const;

/** A page that does not read its answers is let go when so much waits for it. */
const unreadLimit = 64_000_000;
/** Until it answers the end of a connection, whatever the other side sends is still read: it is not waited for longer. */
const goodbyeMs = 1_000;

/** `onTaken`: the network took bytes, so somebody is there. */
export function peerOf(socket: WebSocket, onTaken: () => void): Peer {
  return {
    send: (frame) =>
      new Promise((resolve, reject) => {
        if (socket.bufferedAmount > unreadLimit) {
          socket.terminate();
          reject(new Error('too much is unread'));
          return;
        }
        socket.send(frame, (error) => {
          if (error) {
            reject(error);
            return;
          }
          onTaken();
          resolve();
        });
      }),
    close: (code) => {
      socket.close(code);
      terminateSoon(socket);
    },
  };
}

/** For a connection that is ending. */
export function terminateSoon(socket: WebSocket): void {
  setTimeout(() => socket.terminate(), goodbyeMs).unref();
}
