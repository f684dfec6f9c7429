import { spawn } from 'node:child_process';

export interface PreviewServer {
  readonly address: string;
  stop(): void;
}

/** Serves dist/ as `npm start` does, on a port of its own. Rejects when there is no build or the port is taken. */
export function startPreview(port: number): Promise<PreviewServer> {
  const server = spawn('npx', ['--no-install', 'vite', 'preview', '--port', String(port), '--strictPort'], {
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
    server.on('exit', (code) => reject(new Error(`vite preview ended with ${code}; is there a build?`)));
  });
}
