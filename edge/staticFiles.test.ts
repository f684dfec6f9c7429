import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFileHandler } from './staticFiles';
import { policy, startTestServer, type TestServer } from './testing/startTestServer';

let server: TestServer;
let outside: string;
beforeAll(async () => {
  server = await startTestServer();
  outside = mkdtempSync(join(tmpdir(), 'edge-outside-'));
  writeFileSync(join(outside, 'outside.txt'), 'secret');
  symlinkSync(join(outside, 'outside.txt'), join(server.folder, 'leads-out.txt'));
  mkdirSync(join(server.folder, 'folder'));
});
afterAll(async () => {
  await server.close();
  rmSync(outside, { recursive: true });
});

/** The path as it is: `fetch` would tidy it. */
function get(path: string, method = 'GET') {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      const request = ask({ host: '127.0.0.1', port: server.port, path, method }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      request.on('error', reject).end();
    },
  );
}

test('the page comes with isolation, its policy as a header, and a Referer that keeps the token', async () => {
  const page = await get('/?edge=right-token');
  expect(page).toMatchObject({ status: 200, body: expect.stringContaining('the page') as string });
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `${policy}; frame-ancestors 'none'`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  });
});

test('assets have the types that browsers insist on, and are kept', async () => {
  const wasm = await get('/assets/run-1a2b.wasm');
  expect(wasm.headers).toMatchObject({
    'content-type': 'application/wasm',
    'content-length': '4',
    'cross-origin-embedder-policy': 'require-corp',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await get('/assets/glue.mjs')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(await get('/assets/glue.mjs', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test.each([
  '/../outside.txt',
  '/assets/../../outside.txt',
  '/%2e%2e/outside.txt',
  '/..%2foutside.txt',
  '/assets/..%5c..%5coutside.txt',
  '/index.html%00.txt',
  '/%',
  'outside.txt',
])('%s is no address', async (path) => {
  expect(await get(path)).toMatchObject({ status: 400, body: '' });
});

test.each(['/leads-out.txt', '/folder', '/folder/', '/assets', '/nothing.js'])(
  '%s is nothing',
  async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, body: '' });
  },
);

test('nothing can be put there', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    expect((await get('/', method)).status).toBe(405);
});

test('a folder without a build is refused at the start', () => {
  expect(() => createFileHandler(join(server.folder, 'assets'))).toThrow(/index.html/);
});
