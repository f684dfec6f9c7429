import { expose } from 'comlink';
import type { HostedWorker } from '../workerHost';

/** A worker without a thread: its API runs here, behind a real message channel and comlink. */
export class FakeWorker extends EventTarget implements HostedWorker {
  isTerminated = false;
  readonly #channel = new MessageChannel();

  constructor(api: object) {
    super();
    this.#channel.port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.dispatchEvent(new MessageEvent('message', { data }));
    };
    expose(api, this.#channel.port2);
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#channel.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.isTerminated = true;
    this.#channel.port1.close();
  }

  /** What a browser reports for an uncaught error, or for a script that does not load (no message then). */
  crash(message?: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), message === undefined ? {} : { message }));
  }

  /** What a browser reports for a message that cannot be deserialised. */
  garble(): void {
    this.dispatchEvent(new Event('messageerror'));
  }
}
