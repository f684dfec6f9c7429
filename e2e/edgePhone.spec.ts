/**
 * The edge server as another device on the network meets it: by an address of this computer that is not localhost, so that plain
 * http is no secure context.
 */
import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { networkAddresses } from '../edge/announce';
import { createGraphBuilder } from '../src/core/model/catalogue/graphBuilder';
import { encodeGraph } from '../src/core/onnx/encodeGraph';
import { startEdgeServer, type EdgeServer } from './edgeServer';
import { chooseSmallModel, expectNoTrouble, fewOperators, open, watchTrouble } from './pages/app';

const [address] = networkAddresses();
test.skip(address === undefined, 'This computer has no address on a network.');
test.slow();

const panel = (page: Page) => page.locator('[data-edge]');

async function connectAndMeasure(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Run', exact: true }).click();
  await expect(panel(page)).toHaveAttribute('data-edge', 'connected');
  await panel(page).getByRole('button', { name: 'Measure the link' }).click();
  await expect(panel(page).getByRole('button', { name: 'Measure again' })).toBeVisible({ timeout: 90_000 });
  await expect(panel(page)).toContainText(/Round trip.*(µs|ms|s) \(95 % interval/s);
}

/** The page's own policy and nothing beside it: a WebSocket of the same origin needs no exception. */
async function expectOwnPolicy(page: Page): Promise<void> {
  const answer = await page.request.get(new URL(page.url()).origin);
  const html = readFileSync(join(import.meta.dirname, '../index.html'), 'utf8');
  const own = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)![1]!;
  expect(own).toMatch(/^default-src 'self';/);
  expect(own).not.toMatch(/connect-src|wss?:|\*|'unsafe-/);
  expect(answer.headers()['content-security-policy']).toBe(`${own}; frame-ancestors 'none'`);
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toBe(own);
}

const contextOf = (page: Page) =>
  page.evaluate(() => ({
    isSecure: isSecureContext,
    isIsolated: crossOriginIsolated,
    hasSubtle: 'subtle' in crypto,
  }));

function tinyModel(): Uint8Array<ArrayBuffer> {
  const graph = createGraphBuilder('tiny', [1, 3, 16, 16]);
  const stem = graph.conv('stem', graph.input, { channels: 8, kernel: 3, stride: 2, padding: 1 });
  const pooled = graph.flatten('flat', graph.globalAveragePool('pool', graph.relu('relu', stem)));
  return encodeGraph(graph.finish(graph.linear('head', pooled, 4)), { seed: 1, weights: 'seeded' });
}

async function openOwnModel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Change model' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'What runs' });
  await dialog.getByRole('radio', { name: 'Your own model (ONNX)' }).check();
  await dialog.getByLabel(/^Drop an \.onnx file here/).setInputFiles({
    name: 'tiny.onnx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(tinyModel()),
  });
  await expect(dialog.getByRole('region', { name: 'What runs: tiny' })).toBeVisible({ timeout: 90_000 });
  await dialog.getByRole('button', { name: 'Done' }).click();
}

test.describe('over plain http', () => {
  let server: EdgeServer;
  test.beforeAll(async () => {
    server = await startEdgeServer(address);
  });
  test.afterAll(() => server.stop());

  test('the page says what it does without, and opens models, measures itself and the link all the same', async ({
    context,
    page,
  }) => {
    const trouble = await watchTrouble(context);
    await open(page, server.address);
    expect(new URL(page.url()).hostname).toBe(address);
    expect(await contextOf(page)).toEqual({ isSecure: false, isIsolated: false, hasSubtle: false });
    await expectOwnPolicy(page);
    await connectAndMeasure(page);
    await expect(panel(page).getByRole('note')).toHaveText(
      /came over plain http: it has no WebGPU, computes with one thread and has a clock that steps by [\d.]+ (µs|ms)\..*--tls/,
    );
    await chooseSmallModel(page, fewOperators);
    await page.getByRole('button', { name: 'Profile', exact: true }).click();
    await expect(page.getByText('came over plain http', { exact: false }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Measure', exact: true }).click();
    await page.getByRole('button', { name: 'See the split' }).click({ timeout: 120_000 });
    await openOwnModel(page);
    // Chromium says so itself of every page and worker that it does not isolate.
    const ignored = /Cross-Origin-(Opener|Embedder)-Policy header has been ignored/;
    expectNoTrouble(
      { ...trouble, messages: trouble.messages.filter((message) => !ignored.test(message)) },
      new URL(server.address).origin,
    );
  });
});

test.describe('with a certificate of its own', () => {
  test.use({ ignoreHTTPSErrors: true });
  let server: EdgeServer;
  const folder = mkdtempSync(join(tmpdir(), 'edge-phone-'));
  test.beforeAll(async () => {
    server = await startEdgeServer(address, '--tls', '--cert-dir', folder);
  });
  test.afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  test('nothing is lost: the page is isolated and the link over TLS is measured', async ({
    context,
    page,
  }) => {
    const trouble = await watchTrouble(context);
    const sockets: string[] = [];
    page.on('websocket', (socket) => sockets.push(socket.url()));
    await open(page, server.address);
    expect(await contextOf(page)).toEqual({ isSecure: true, isIsolated: true, hasSubtle: true });
    await expectOwnPolicy(page);
    await connectAndMeasure(page);
    await expect(panel(page).getByRole('note')).toHaveCount(0);
    const { host, origin } = new URL(server.address);
    expect(sockets).toEqual([`wss://${host}/edge-socket`]);
    expectNoTrouble(trouble, origin);
  });
});
