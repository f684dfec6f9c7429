/** A split whose parts run on a GPU, on Chromium's software adapter: slow, but every part of it is real. */
import { expect, test } from '@playwright/test';
import { chooseSmallModel, idle, open } from './pages/app';

test('a device measured on its GPU runs the parts there too, and says so', async ({ page }) => {
  test.setTimeout(480_000);
  await open(page);
  await chooseSmallModel(page);
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await page.getByRole('checkbox', { name: /^WebGPU/ }).check();
  for (const box of await page.getByRole('checkbox', { name: /^WebAssembly/ }).all()) await box.uncheck();
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await page.getByRole('button', { name: 'See the split' }).click({ timeout: 240_000 });
  await idle(page);
  // Whatever the best plan is, this one cuts.
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('option', { name: /In proportion to speed/ }).click();
  await idle(page);
  await page.getByRole('tab', { name: 'Run', exact: true }).click();
  const panel = page.locator('[data-split-run]');
  await expect(panel).toContainText('measured here with WebGPU');
  const rows = page.getByRole('region', { name: 'What runs where' }).getByRole('row');
  await expect
    .poll(() => rows.filter({ hasText: 'a worker of this page, WebGPU' }).count())
    .toBeGreaterThanOrEqual(2);
  const count = panel.getByRole('textbox', { name: 'Executions of each cell' });
  await count.fill('3');
  await count.press('Enter');
  for (const factor of ['0.5', '2'])
    await panel.getByRole('checkbox', { name: factor, exact: true }).uncheck();
  await panel.getByRole('button', { name: 'Run this split' }).click();
  await expect(panel).toHaveAttribute('data-split-run', 'done', { timeout: 300_000 });
  await expect(page.locator('[data-run-check]')).toHaveAttribute('data-run-check', /^(equal|close)$/);
  await expect(page.locator('[data-run-report]')).toContainText('Block times: measured here with WebGPU');
});
