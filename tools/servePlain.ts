/**
 * Serves dist/ under a sub-path without any special header, as a plain static host does: the browser tests use it to
 * prove that the page works there (relative URLs, one thread, coarse clock).
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};
const prefix = '/some/sub-path/';
const port = Number(process.argv[2] ?? 4174);

createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  const relative = normalize(path.slice(prefix.length) || 'index.html');
  const file = join('dist', relative);
  if (
    !path.startsWith(prefix) ||
    relative.startsWith('..') ||
    !existsSync(file) ||
    !statSync(file).isFile()
  ) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}).listen(port, '127.0.0.1', () => console.log(`Plain static host: http://localhost:${port}${prefix}`));
