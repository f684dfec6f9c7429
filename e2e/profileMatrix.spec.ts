/** Several configurations with one button, and what is left of them when the tab goes. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { heldBytes } from '../tools/heldBytes';
import {
  chooseSmallModel,
  expectNoTrouble,
  fewOperators,
  idle,
  node,
  open,
  undoButton,
  watchTrouble,
} from './pages/app';
import {
  atProfile,
  chooseOneThread,
  compared,
  goToProfile,
  importRegion,
  importText,
  kept,
  measure,
  measuringWorkers,
  withTwoCores,
} from './pages/profilePlace';

test('one button measures one thread and two, holds them side by side and names the best', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await withTwoCores(page);
  await open(page);
  await chooseSmallModel(page, fewOperators);
  await goToProfile(page);
  for (const threads of ['1 thread', '2 threads']) {
    await expect(page.getByRole('checkbox', { name: `WebAssembly, ${threads}` })).toBeChecked();
  }
  await measure(page, 'Measure');
  await expect(compared(page)).toHaveCount(2);
  await expect(compared(page).first()).toContainText('1 thread');
  await expect(compared(page).last()).toContainText('2 threads');
  const best = page.locator('[data-profile-best]');
  await expect(best).toContainText(/^Best of these: WebAssembly, [12] threads?/);
  const marked = compared(page).filter({ has: page.getByText('best', { exact: true }) });
  await expect(marked).toHaveCount(1);
  const name = /WebAssembly, [12] threads?/.exec(await marked.innerText())![0];
  await expect(best).toContainText(`Best of these: ${name}`);
  const chart = page.locator('[data-chart="block-times"]');
  await expect(chart.getByRole('listitem')).toHaveText(['WebAssembly, 1 thread', 'WebAssembly, 2 threads']);
  await chart.getByRole('img', { name: /^Block 1, / }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(chart.getByRole('img', { name: /^Block 2, .*1 thread: .*2 threads: / })).toBeVisible();
  await page.getByText('What the columns mean').click();
  await expect(page.getByText('One run in ten takes longer')).toBeVisible();
  await expect(kept(page)).toHaveCount(2);
  await expect(kept(page).filter({ hasText: 'in use by Phone' })).toContainText(name);
});

test('a tab closed between two configurations keeps the one that was done, and the next tab measures', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const context = await browser.newContext();
  const trouble = await watchTrouble(context);
  const closed = await context.newPage();
  await withTwoCores(closed);
  await open(closed);
  await chooseSmallModel(closed, fewOperators);
  await goToProfile(closed);
  await closed.getByRole('button', { name: 'Measure', exact: true }).click();
  const running = closed.locator('[data-run-status="running"]');
  // The next one starts once this one is kept.
  await expect(running).toContainText('2 threads', { timeout: 120_000 });
  await closed.close();

  const page = await context.newPage();
  await open(page);
  await goToProfile(page);
  await expect(kept(page)).toHaveCount(1);
  await expect(kept(page)).toContainText('WebAssembly, 1 thread');
  await expect(kept(page)).toContainText('measured here');
  await expect(kept(page)).not.toContainText('in use by');
  await chooseOneThread(page);
  await measure(page, 'Measure');
  await expect(kept(page)).toHaveCount(2);
  await expect(kept(page).filter({ hasText: 'in use by Phone' })).toHaveCount(1);
  expectNoTrouble(trouble, baseURL!);
  await context.close();
});

const serverProfile = readFileSync(
  new URL('../src/core/profile/files/testing/resnet18Blocked.json', import.meta.url),
  'utf8',
);

test('a server’s own ONNX Runtime profile becomes the times of a MEC host, as long as that is there', async ({
  page,
}) => {
  await open(page);
  await chooseSmallModel(page, 'ResNet-18');
  await page.getByRole('button', { name: /^Add (an? )?MEC host/ }).click();
  await expect(node(page, 'MEC host 2')).toBeVisible();
  await goToProfile(page);
  await importText(page, 'server.json', serverProfile);
  const imported = importRegion(page).getByRole('listitem');
  await expect(imported).toContainText('server, ResNet-18');
  await page.getByRole('combobox', { name: 'Use a profile for' }).selectOption({ label: 'MEC host 2' });
  await imported.getByRole('combobox').selectOption({ label: 'MEC host 2' });
  await imported.getByRole('button', { name: 'Use it for MEC host 2' }).click();
  await expect(imported).toContainText('in use by MEC host 2');
  await expect(kept(page)).toContainText('in use by MEC host 2');
  await page.getByRole('button', { name: 'Back to the network' }).click();
  await idle(page);
  await expect(node(page, 'MEC host 2')).toContainText('imported');

  await goToProfile(page);
  await importText(page, 'server.json', serverProfile);
  await page.getByRole('combobox', { name: 'Use a profile for' }).selectOption({ label: 'MEC host 2' });
  await imported.getByRole('combobox').selectOption({ label: 'MEC host 2' });
  // Its use, then the host itself.
  for (let step = 0; step < 2; step += 1) await undoButton(page).click();
  await expect(kept(page).first().getByRole('button', { name: 'Use for Phone' })).toBeVisible();
  await imported.getByRole('button', { name: 'Use it for MEC host', exact: true }).click();
  await expect(imported).toContainText('in use by MEC host');
});

test('three more measurements in the app leave no worker, and no more memory than those before', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await withTwoCores(page);
  await atProfile(page, fewOperators);
  await page.getByRole('checkbox', { name: 'WebAssembly, 2 threads' }).check();
  await page.getByRole('checkbox', { name: 'WebAssembly, 1 thread' }).uncheck();
  const measureOnce = async (name: 'Measure' | 'Measure again') => {
    await page.getByRole('button', { name, exact: true }).click();
    await expect.poll(() => measuringWorkers(page)).toBeGreaterThan(0);
    await expect(page.getByRole('button', { name: 'See the split' })).toBeVisible({ timeout: 120_000 });
    await expect.poll(() => measuringWorkers(page)).toBe(0);
  };
  await measureOnce('Measure');
  await measureOnce('Measure again');
  // With a result on screen and one before it: what the page loads and compiles for that is no leak.
  const startBytes = await heldBytes(page);
  for (let cycle = 0; cycle < 3; cycle += 1) await measureOnce('Measure again');
  await expect(kept(page)).toHaveCount(5);
  await expect.poll(() => heldBytes(page), { timeout: 90_000 }).toBeLessThan(1.1 * startBytes);
});
