import { expect, test } from '@playwright/test';
import { hero, idle, open, slider } from './pages/app';

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
  await open(page);
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await page.getByRole('button', { name: 'Start measuring' }).tap();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).tap();
  await expect(page.getByRole('button', { name: 'Start measuring' })).toBeVisible();
});
