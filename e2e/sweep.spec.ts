import { expect, test } from '@playwright/test';
import { expectAccessible } from './pages/accessible';
import { expectNoTrouble, hero, idle, open, slider, undoButton, watchTrouble } from './pages/app';

const surface = '[data-sweep-surface]';

test('a sweep shows the slider’s exact breakpoints, and a click moves the scenario there as one undo step', async ({
  page,
  context,
}) => {
  const trouble = await watchTrouble(context);
  await open(page);
  const before = await hero(page).innerText();
  await page.getByRole('tab', { name: 'Sweep', exact: true }).click();
  const chart = page.locator('[data-chart="sweep"]');
  await expect(chart).toContainText(
    'changes four times: at 12.5 Mbit/s, 86 Mbit/s, 247 Mbit/s and 310 Mbit/s',
  );
  await expect(chart).toContainText('all on Phone');
  await expect(page.locator('[data-sweep-now]')).toBeVisible();
  const drawing = page.locator(surface);
  await drawing.scrollIntoViewIfNeeded();
  const box = (await drawing.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.5);
  await expect(page.locator('[data-tooltip]')).toContainText('Plan 1: all on Phone');
  await page.mouse.click(box.x + box.width * 0.2, box.y + box.height * 0.5);
  await idle(page);
  await expect(hero(page)).not.toHaveText(before);
  await expect(hero(page)).toContainText('alone');
  await undoButton(page).click();
  await idle(page);
  await expect(hero(page)).toHaveText(before);
  expectNoTrouble(trouble, new URL(page.url()).origin);
});

test('a sweep is read and set with the keyboard alone', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Sweep', exact: true }).click();
  const drawing = page.locator(surface);
  await drawing.focus();
  await page.keyboard.press('Home');
  await expect(page.locator('[data-tooltip]')).toContainText('1 Mbit/s: 61.6 ms');
  await page.keyboard.press('Enter');
  await idle(page);
  await expect(slider(page, 'Phone – gNB')).toHaveAttribute('aria-valuetext', /^1 Mbit\/s/u);
});

test('two parameters make a map of named plans, whose table and CSV have them all', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Sweep', exact: true }).click();
  await page.getByLabel('against', { exact: true }).selectOption({ label: 'Capacity of Core – Cloud' });
  const chart = page.locator('[data-chart="sweep"]');
  await expect(chart).toContainText('are best somewhere over');
  await expect(chart.getByRole('list', { name: 'Plans' })).toContainText(
    'Phone 1–6 | MEC host 7–21 | Cloud 22–55',
  );
  const download = page.waitForEvent('download');
  await chart.getByRole('button', { name: 'CSV' }).click();
  const stream = await (await download).createReadStream();
  let csv = '';
  for await (const part of stream) csv += String(part);
  expect(csv.split('\r\n')[0]).toBe(
    'Capacity of Phone – gNB (Mbit/s),Capacity of Core – Cloud (Mbit/s),best total (ms),plan no.,best plan',
  );
  expect(csv.split('\r\n').length).toBeGreaterThan(1000);
  // The axes stay when the tab is left and opened again.
  await page.getByRole('tab', { name: 'Layers', exact: true }).click();
  await page.getByRole('tab', { name: 'Sweep', exact: true }).click();
  await expect(chart).toContainText('are best somewhere over');
});

test('the speed of a published device is swept, but not set', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Sweep', exact: true }).click();
  await page.getByRole('combobox', { name: 'Sweep', exact: true }).selectOption({ label: 'Speed of Phone' });
  await expect(page.locator('[data-chart="sweep"]')).toContainText('a click cannot set it');
  await expect(page.locator(surface)).toHaveAttribute('data-settable', 'false');
});

test('ten tabs fit: the row scrolls, keeps the chosen tab in sight, and says that it goes on', async ({
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 800 });
  await open(page);
  await expect(page.locator('[data-dock-more="right"]')).toBeVisible();
  await page.getByRole('tab', { name: 'Layers' }).focus();
  await page.keyboard.press('End');
  const last = page.getByRole('tab', { name: 'Tables' });
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport({ ratio: 0.95 });
  await expect(page.locator('[data-dock-more="left"]')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Layers' })).toBeInViewport({ ratio: 0.95 });
});

for (const size of [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
]) {
  test(`nothing that axe can find stands in the way of a sweep or of the methods at ${size.width} px`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    for (const [tab, wait] of [
      ['Sweep', surface],
      ['Compare', '[data-way-picker]'],
      ['Layers', '[data-chart="layers"]'],
    ] as const) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await expect(page.locator(wait)).toBeVisible();
      await expectAccessible(page, tab);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, tab).toBeLessThanOrEqual(0);
    }
  });
}
