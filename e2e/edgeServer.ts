/** `npm run edge` on a free port, as a visitor would start it. */
import { spawn } from 'node:child_process';

export interface EdgeServer {
  /** The first address that it prints, with its token. */
  readonly address: string;
  readonly token: string;
  stop(): Promise<void>;
}

/** Serves dist/, which must be there; to this computer alone unless told otherwise. */
export function startEdgeServer(host = '127.0.0.1', ...more: readonly string[]): Promise<EdgeServer> {
  const args = ['--import', 'tsx', 'edge/start.ts', '--engine', 'wasm', '--port', '0', '--host', host];
  const server = spawn(process.execPath, [...args, ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    server.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /https?:\/\/[^/\s]+\/\?edge=(\w+)/.exec(printed);
      if (found === null || !printed.includes('Ctrl+C')) return;
      resolve({
        address: found[0],
        token: found[1]!,
        stop: () => {
          server.kill('SIGINT');
          return ended;
        },
      });
    });
    server.once('exit', (code) => reject(new Error(`The edge server ended with ${code}: ${printed}`)));
  });
}
