import { expect, test } from '@playwright/test';
import {
  chooseSmallModel,
  copyLink,
  expectNoTrouble,
  hero,
  idle,
  node,
  open,
  redoButton,
  slider,
  undoButton,
  watchTrouble,
} from './pages/app';
import { chooseOneThread } from './pages/profilePlace';

test('a visitor profiles this device, moves the split by keyboard, shares it, and finds the work again', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const trouble = await watchTrouble(context);
  const page = await context.newPage();
  await open(page);
  await expect(hero(page)).toContainText('split in two places');
  expect(trouble.requests.filter((url) => /\bort\b|onnx|\.wasm/.test(url))).toEqual([]);

  await test.step('profile a small model for real', async () => {
    await chooseSmallModel(page);
    await page.getByRole('button', { name: 'Profile', exact: true }).click();
    await expect(page.getByText(/Up to .* MB/)).toBeVisible();
    // Two configurations with one button are a story of their own, in profileMatrix.spec.ts.
    await chooseOneThread(page);
    await page.getByRole('button', { name: 'Measure', exact: true }).click();
    await expect(page.getByRole('progressbar')).toBeVisible();
    await page.getByRole('button', { name: 'See the split' }).click({ timeout: 120_000 });
    await idle(page);
    await expect(node(page, 'Phone')).toContainText('measured here');
    expect(trouble.requests.some((url) => url.endsWith('.wasm'))).toBe(true);
  });

  const radio = slider(page, 'Phone – gNB');
  const before = await hero(page).innerText();
  await test.step('the slider moves the split by keyboard; each burst of keys is one undo step', async () => {
    const phone = node(page, 'Phone');
    await radio.focus();
    await radio.press('Home');
    await idle(page);
    await expect(phone).toContainText('all 55 blocks');
    const slow = await hero(page).innerText();
    await undoButton(page).click();
    await expect(hero(page)).toHaveText(before);
    await redoButton(page).click();
    await expect(hero(page)).toHaveText(slow);
    await undoButton(page).click();
    await radio.focus();
    await radio.press('End');
    await idle(page);
    await expect(phone).not.toContainText('all 55 blocks');
    await undoButton(page).click();
    await expect(hero(page)).toHaveText(before);
  });

  const link = await copyLink(page);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  await test.step('the link gives the same plan elsewhere, and says where the times come from', async () => {
    const elsewhere = await browser.newContext();
    const guest = await elsewhere.newPage();
    await open(guest, link);
    await expect(hero(guest)).toHaveText(before);
    for (const name of ['Phone', 'MEC host', 'Cloud']) {
      const texts = await Promise.all([page, guest].map((each) => node(each, name).innerText()));
      expect(
        texts[1]!
          .replaceAll('measured on another device', 'measured here')
          .replaceAll('Another device', 'This device'),
      ).toBe(texts[0]);
    }
    await expect(node(guest, 'Phone')).toContainText('measured on another device');
    await elsewhere.close();
  });

  await test.step('a reload finds the work', async () => {
    await page.reload();
    await idle(page);
    await expect(hero(page)).toHaveText(before);
    await expect(node(page, 'Phone')).toContainText('measured here');
  });
  expectNoTrouble(trouble, baseURL!);
  await context.close();
});

test('profiling is cancelled at once and leaves everything as it was', async ({ page }) => {
  await open(page);
  const before = await hero(page).innerText();
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Measure', exact: true })).toBeVisible();
  await expect
    .poll(() => page.workers().filter((worker) => worker.url().includes('profiler')).length)
    .toBe(0);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(hero(page)).toHaveText(before);
  await expect(undoButton(page)).toBeDisabled();
});
