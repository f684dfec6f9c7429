import { spawn } from 'node:child_process';

export interface PreviewServer {
  readonly address: string;
  stop(): void;
}

/** Serves dist/ as `npm start` does, on a port of its own. Rejects when there is no build or the port is taken. */
export function startPreview(port: number): Promise<PreviewServer> {
  return startVite(['preview'], port);
}

/** Serves the sources as `npm run dev` does. */
export function startDevelopment(port: number): Promise<PreviewServer> {
  return startVite([], port);
}

function startVite(command: readonly string[], port: number): Promise<PreviewServer> {
  const args = ['--no-install', 'vite', ...command, '--port', String(port), '--strictPort'];
  const server = spawn('npx', args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Its own process group, so that npx and vite end together.
    detached: true,
  });
  return new Promise((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes(String(port))) return;
      resolve({
        address: `http://localhost:${port}/`,
        stop: () => {
          if (server.pid !== undefined) process.kill(-server.pid);
        },
      });
    });
    server.on('exit', (code) => reject(new Error(`vite ended with ${code}; is there a build?`)));
  });
}
