import { expect, test } from '@playwright/test';
import { chooseSmallModel, hero, idle, open, slider } from './pages/app';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test('at 360 px the network is a strip with sliders, and nothing sticks out sideways', async ({ page }) => {
  await open(page);
  const before = await hero(page).innerText();
  const radio = slider(page, 'Phone – gNB');
  await radio.scrollIntoViewIfNeeded();
  const box = (await radio.boundingBox())!;
  await page.touchscreen.tap(box.x + box.width * 0.1, box.y + box.height / 2);
  await idle(page);
  await expect(hero(page)).not.toHaveText(before);
  for (const tab of ['Compare', 'Timeline', 'Layers']) {
    await page.getByRole('tab', { name: tab }).click();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, tab).toBeLessThanOrEqual(0);
  }
});

test('at 360 px a device can be profiled', async ({ page }) => {
  test.setTimeout(180_000);
  await open(page);
  await chooseSmallModel(page);
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await page.getByRole('button', { name: 'Measure', exact: true }).tap();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).tap();
  await expect(page.getByRole('button', { name: 'Measure', exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: /^WebAssembly, 2/ }).uncheck();
  await page.getByRole('button', { name: 'Measure', exact: true }).tap();
  await expect(page.getByRole('button', { name: 'See the split' })).toBeVisible({ timeout: 120_000 });
  // A row stands as a block, every figure under the name of its column.
  const table = page.getByRole('region', { name: 'Configurations compared' });
  expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
  const label = await table
    .getByRole('cell')
    .nth(2)
    .evaluate((cell) => getComputedStyle(cell, '::before').content);
  expect(label).toBe('"95 % of the median"');
  // Other tables and charts scroll in their own boxes.
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test('at 360 px a finger drags a cut without the strip scrolling away, and buttons move it by one block', async ({
  page,
}) => {
  await open(page);
  const cut = page.getByRole('slider', { name: /^Your cut between Phone/ });
  await cut.scrollIntoViewIfNeeded();
  const start = Number(await cut.getAttribute('aria-valuenow'));
  const box = (await cut.boundingBox())!;
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  // Real touch events: the browser decides by them whether to scroll and to take the pointer away.
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [{ x, y }]);
  for (let step = 1; step <= 10; step += 1) await touch('touchMove', [{ x: x + step * 6, y: y + step }]);
  await touch('touchEnd', []);
  await idle(page);
  const dragged = start + 10;
  await expect(cut).toHaveAttribute('aria-valuenow', String(dragged));
  await page.getByRole('button', { name: /Phone and .*: one block earlier/ }).tap();
  await expect(cut).toHaveAttribute('aria-valuenow', String(dragged - 1));
});
