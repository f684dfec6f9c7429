/** Serves the built app: files of one folder, nothing else, with the headers that the app needs and deserves. */
import { createReadStream, readFileSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.onnx': 'application/octet-stream',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
};

export type FileHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Throws when the folder holds no build: index.html with a content security policy. */
export function createFileHandler(folder: string): FileHandler {
  const root = resolve(folder);
  const headers = headersOf(readFileSync(join(root, 'index.html'), 'utf8'));
  return async (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const path = pathOf(request.url ?? '');
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const file = path === null || !isRead ? null : await findFile(root, path);
    if (path === null || file === null) {
      response.writeHead(!isRead ? 405 : path === null ? 400 : 404).end();
      return;
    }
    response.setHeader('Content-Type', types[extname(file.path).toLowerCase()] ?? 'application/octet-stream');
    response.setHeader('Content-Length', file.bytes);
    // Names under assets/ carry a hash of their content; whatever else has one name for all versions.
    response.setHeader(
      'Cache-Control',
      path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    response.writeHead(200);
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    // A visitor who goes away mid-file is no error.
    await pipeline(createReadStream(file.path), response).catch(() => undefined);
  };
}

function headersOf(page: string): Readonly<Record<string, string>> {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1];
  if (policy === undefined) throw new Error('index.html has no content security policy');
  return {
    // Workers do not inherit the page's <meta>, and only a header can forbid framing.
    'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
    // WASM threads need SharedArrayBuffer, which browsers give only to cross-origin isolated pages.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // The address may carry the token.
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** The decoded path of a request; null for what is none, or tries to leave the folder. */
function pathOf(url: string): string | null {
  const raw = /^[^?#]*/.exec(url)![0];
  try {
    const path = decodeURIComponent(raw);
    const isOdd = !path.startsWith('/') || /[\\\0]/.test(path) || path.split('/').includes('..');
    return isOdd ? null : path;
  } catch {
    return null;
  }
}

/** A file inside the folder, links followed; `/` is index.html, other folders are nothing. */
async function findFile(
  root: string,
  path: string,
): Promise<{ readonly path: string; readonly bytes: number } | null> {
  try {
    const found = await realpath(join(root, path === '/' ? 'index.html' : path));
    if (!found.startsWith((await realpath(root)) + sep)) return null;
    const facts = await stat(found);
    return facts.isFile() ? { path: found, bytes: facts.size } : null;
  } catch {
    return null;
  }
}
