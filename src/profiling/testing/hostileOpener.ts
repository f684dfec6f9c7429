/** Opens models in ONNX Runtime, each in a process that can be ended: what a damaged one does to the runtime ends with it. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** 'opened', the kind of fault with the runtime's words, or 'took-too-long'. */
export type Outcome = { readonly kind: string; readonly message: string };

export interface HostileOpener {
  /** Always answers, after this time at the latest [ms]. */
  open(bytes: Uint8Array, limitMs: number): Promise<Outcome>;
  close(): void;
}

/** What WebAssembly says when it is beyond use; the page starts every model in a worker of its own. */
const isBroken = /RuntimeError|abort|unreachable|out of bounds|null function|signature mismatch/i;

export function createHostileOpener(): HostileOpener {
  let child: ChildProcess | null = null;
  const end = (): void => {
    child?.kill('SIGKILL');
    child = null;
  };
  return {
    close: end,
    open: (bytes, limitMs) =>
      new Promise((resolve) => {
        child ??= fork(fileURLToPath(new URL('openHostile.ts', import.meta.url)), {
          execArgv: ['--import', 'tsx'],
          serialization: 'advanced',
          stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        });
        const asked = child;
        const settle = (outcome: Outcome): void => {
          clearTimeout(timer);
          asked.removeAllListeners();
          if (outcome.kind === 'took-too-long' || outcome.kind === 'ended' || isBroken.test(outcome.message))
            end();
          resolve(outcome);
        };
        const timer = setTimeout(() => settle({ kind: 'took-too-long', message: '' }), limitMs);
        asked.once('exit', (code, signal) => settle({ kind: 'ended', message: `${code ?? signal}` }));
        asked.once('message', (outcome) => settle(outcome as Outcome));
        asked.send(bytes);
      }),
  };
}
