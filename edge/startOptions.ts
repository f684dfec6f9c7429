/** The command line of `npm run edge`. */
import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../src/core/result';
import type { EngineName } from './threadMessages';

export interface StartOptions {
  readonly port: number;
  readonly host: string;
  /** null: as many as the engine is worth. */
  readonly threads: number | null;
  /** null: native where it is or can be installed, else WebAssembly. */
  readonly engine: EngineName | null;
  readonly tls: boolean;
  readonly certificateFolder: string;
  /** null: a new one at every start. */
  readonly token: string | null;
  readonly help: boolean;
}

export const helpText = `npm run edge -- [options]

Serves Splitscape to this computer and to others on the same network, and runs parts of models for them:
a real MEC host. Prints the addresses to open.

  --port NUMBER       4180 unless told
  --host ADDRESS      listen on this address only (0.0.0.0, all of them, unless told)
  --tls               serve https with a certificate made at the first start: phones need it for WebGPU,
                      threads and a fine clock
  --cert-dir FOLDER   where the certificate is kept (~/.splitscape unless told)
  --engine NAME       native (ONNX Runtime for Node, installed on demand, 288 MB) or wasm (nothing to
                      install, one thread, three to four times slower)
  --threads NUMBER    most threads of a part
  --token TEXT        the same token at every start instead of a new one: 10 characters at least
  --help              this text
`;

const usage = 'npm run edge -- --help lists the options.';

export function parseStartOptions(args: readonly string[]): Result<StartOptions, string> {
  const flags = readFlags(args);
  if (!flags.ok) return flags;
  const { port = '4180', threads, engine, token, host = '0.0.0.0', tls = false, help = false } = flags.value;
  const wholePort = wholeNumber(port, 0, 65_535);
  if (wholePort === null) return err(`--port ${port}: a whole number from 0 to 65535. ${usage}`);
  const wholeThreads = threads === undefined ? null : wholeNumber(threads, 1, availableParallelism());
  if (threads !== undefined && wholeThreads === null)
    return err(`--threads ${threads}: a whole number from 1 to ${availableParallelism()}. ${usage}`);
  if (engine !== undefined && engine !== 'native' && engine !== 'wasm')
    return err(`--engine ${engine}: native or wasm. ${usage}`);
  if (token !== undefined && !/^[\w.~-]{10,100}$/.test(token))
    return err(`--token: 10 to 100 letters, digits, "-", "_", "." or "~". ${usage}`);
  return ok({
    port: wholePort,
    host,
    threads: wholeThreads,
    engine: engine ?? null,
    tls,
    certificateFolder: flags.value['cert-dir'] ?? join(homedir(), '.splitscape'),
    token: token ?? null,
    help,
  });
}

function readFlags(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        threads: { type: 'string' },
        engine: { type: 'string' },
        tls: { type: 'boolean' },
        'cert-dir': { type: 'string' },
        token: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    return ok(values);
  } catch (error) {
    const message = error instanceof Error ? error.message.split('.')[0]! : String(error);
    return err(`${message}. ${usage}`);
  }
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : null;
}
