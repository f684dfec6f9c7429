import { expect, test } from '@playwright/test';
import { chooseSmallModel, expectNoTrouble, node, open, watchTrouble } from './pages/app';
import { plainPort } from './ports';

test('npm start serves the page isolated and under its policy, workers included', async ({
  page,
  request,
}) => {
  const response = await request.get('./');
  expect(response.headers()['cross-origin-opener-policy']).toBe('same-origin');
  expect(response.headers()['cross-origin-embedder-policy']).toBe('require-corp');
  expect(response.headers()['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'");
  await open(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('a plain static host under a sub-path serves the whole product with one thread, and the page says so', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext();
  const trouble = await watchTrouble(context);
  const page = await context.newPage();
  await open(page, `http://localhost:${plainPort}/some/sub-path/`);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await chooseSmallModel(page);
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await expect(page.getByText(/COOP and COEP.*so the model runs on 1 thread/)).toBeVisible();
  await expect(page.getByRole('group', { name: 'Configurations' }).getByRole('checkbox')).toHaveCount(2);
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await page.getByRole('button', { name: 'See the split' }).click({ timeout: 120_000 });
  await expect(node(page, 'Phone')).toContainText('measured here');
  expectNoTrouble(trouble, `http://localhost:${plainPort}`);
  await context.close();
});
