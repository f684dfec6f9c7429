import { expect, test } from '@playwright/test';
import { chooseSmallModel, expectNoTrouble, open, watchTrouble } from './pages/app';

test('the GPU is measured beside the CPU: its programs are shown, and a software adapter is called that', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const context = await browser.newContext();
  const trouble = await watchTrouble(context);
  const page = await context.newPage();
  await open(page);
  await chooseSmallModel(page);
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await expect(page.locator('[data-device-card]')).toContainText('software adapter');
  // Software says nothing of a real GPU: it is offered, not chosen.
  const gpu = page.getByRole('checkbox', { name: /^WebGPU/ });
  await expect(gpu).not.toBeChecked();
  await gpu.check();
  for (const box of await page.getByRole('checkbox', { name: /^WebAssembly, [2-9]/ }).all()) {
    await box.setChecked(false);
  }
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await expect(page.locator('[data-profile-best]')).toContainText('WebAssembly, 1 thread', {
    timeout: 200_000,
  });
  const table = page.getByRole('region', { name: 'Configurations compared' });
  await expect(table.getByRole('row').filter({ hasText: 'WebGPU' })).toContainText('software adapter');
  await page.getByText(/^GPU programs, WebGPU/).click();
  await expect(page.getByRole('region', { name: 'GPU programs' }).getByRole('row').nth(1)).toBeVisible();
  expectNoTrouble(trouble, baseURL!);
  await context.close();
});
