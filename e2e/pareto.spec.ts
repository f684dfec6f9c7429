import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './pages/accessible';
import { idle, open, undoButton } from './pages/app';

/** Opens the tab with bytes upwards, where the opening scenario has many plans to trade. */
async function openPareto(page: Page): Promise<Locator> {
  await open(page);
  await page.getByRole('tab', { name: 'Pareto' }).click();
  const panel = page.getByRole('tabpanel');
  await panel.getByRole('combobox', { name: 'Upwards' }).selectOption({ label: 'Bytes sent' });
  await expect(panel.getByRole('heading', { name: 'Latency against bytes sent' })).toBeVisible();
  await expect(panel.getByRole('option', { name: /^1 of/ })).toBeVisible();
  return panel;
}

const limit = (panel: Locator) => panel.getByRole('slider', { name: 'Limit of latency' });
const limitField = (panel: Locator) => panel.getByRole('textbox', { name: /^Limit of latency/ });

test('a limit is dragged in from the end of the axis as one undo step, and Escape takes a drag back', async ({
  page,
}) => {
  const panel = await openPareto(page);
  const line = limit(panel);
  await expect(line).toHaveAttribute('aria-valuetext', 'no limit');
  const drag = async () => {
    await line.scrollIntoViewIfNeeded();
    const box = (await line.locator('rect').last().boundingBox())!;
    const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (let step = 1; step <= 10; step++) await page.mouse.move(from.x - step * 40, from.y);
  };
  await drag();
  await expect(line).toHaveAttribute('aria-valuetext', /^at most [\d.]+ ms$/);
  await page.mouse.up();
  await expect(limitField(panel)).toHaveValue(/^[\d.]+$/);
  await expect(panel).toContainText(/With latency at most [\d.]+ ms, the least UE energy is/);
  await expect(panel.locator('[data-beyond]')).toHaveCount(1);

  await undoButton(page).click();
  await expect(line).toHaveAttribute('aria-valuetext', 'no limit');
  await expect(undoButton(page)).toBeDisabled();

  await drag();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(line).toHaveAttribute('aria-valuetext', 'no limit');
  await expect(undoButton(page)).toBeDisabled();
});

test('a limit is moved by keys and typed into its field, and Delete removes the limit, not what is selected', async ({
  page,
}) => {
  const panel = await openPareto(page);
  const line = limit(panel);
  await page.locator('.react-flow__node').first().click();
  await line.focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowLeft');
  await expect(line).toHaveAttribute('aria-valuetext', /^at most/);
  await page.keyboard.press('Delete');
  await expect(line).toHaveAttribute('aria-valuetext', 'no limit');
  await expect(page.locator('.react-flow__node')).toHaveCount(5);

  await limitField(panel).fill('30');
  await limitField(panel).press('Enter');
  await expect(line).toHaveAttribute('aria-valuetext', 'at most 30 ms');
  await expect(panel).toContainText('With latency at most 30 ms');

  await limitField(panel).fill('1');
  await limitField(panel).press('Enter');
  await expect(panel).toContainText(/No plan keeps the latency limit of 1 ms: the least is [\d.]+ ms/);
});

test('a plan of the front is chosen by key and by mouse, and drawn on the canvas', async ({ page }) => {
  const panel = await openPareto(page);
  const points = panel.getByRole('listbox', { name: /^Plans/ }).getByRole('option');
  const canvas = page.locator('.react-flow');
  const before = await canvas.innerText();
  await points.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(points.nth(2)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText(/^Drawn:/)).toContainText('Pareto point');
  await expect.poll(() => canvas.innerText()).not.toBe(before);

  // The last plan of the front sends nothing: all of it runs on the phone.
  const last = panel.locator('[data-point][data-beaten="false"]').last();
  await last.scrollIntoViewIfNeeded();
  const box = (await last.locator('path').boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await idle(page);
  await expect(canvas).toContainText('all 55 blocks');
  await page.getByRole('button', { name: 'Draw the best' }).click();
  await expect.poll(() => canvas.innerText()).toBe(before);
});

test('a method is drawn from the table, and the chart has its numbers as a table', async ({ page }) => {
  const panel = await openPareto(page);
  const method = panel.getByRole('button', { name: 'Weighted sum (eq. 11)' });
  await method.click();
  await expect(method).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(/^Drawn:/)).toContainText('Weighted sum (eq. 11)');
  await panel.getByRole('button', { name: 'Show as table' }).click();
  await expect(panel.getByRole('columnheader', { name: 'UE energy (mJ)' })).toBeVisible();
  await expect(panel.getByRole('cell', { name: 'Best within limits' })).toBeVisible();
});

test('leakage asks for figures, names the line that is wrong, and trades them once it has them', async ({
  page,
}) => {
  const panel = await openPareto(page);
  await panel.getByRole('combobox', { name: 'Upwards' }).selectOption({ label: 'Leakage' });
  await expect(panel).toContainText('Depth is not privacy');
  const text = panel.getByRole('textbox', { name: /numbers, one a line/ });
  const figures = Array.from({ length: 56 }, (_, boundary) => String(Math.round(1e3 / (1 + boundary)) / 1e3));
  await text.fill([...figures.slice(0, 3), 'high', ...figures.slice(4)].join('\n'));
  await panel.getByRole('button', { name: 'Use these figures' }).click();
  await expect(panel.getByRole('alert')).toContainText('Line 4');
  await text.fill(figures.join('\n'));
  await panel.getByRole('button', { name: 'Use these figures' }).click();
  await expect(panel.getByRole('heading', { name: 'Latency against leakage' })).toBeVisible();
  await undoButton(page).click();
  await expect(panel).toContainText('no figures have been given');
});

test('on a phone a finger drags a limit in, and the page stays where it is', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const panel = await openPareto(page);
  const line = limit(panel);
  await line.scrollIntoViewIfNeeded();
  const target = line.locator('rect').first();
  const box = (await target.boundingBox())!;
  expect(box.width).toBeGreaterThanOrEqual(44);
  expect(box.height).toBeGreaterThanOrEqual(44);
  const scrolled = await page.evaluate(() => window.scrollY);
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const finger = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x, y: from.y }],
    });
  await touch('touchStart', from.x);
  for (let step = 1; step <= 8; step++) await touch('touchMove', from.x - step * 15);
  await touch('touchEnd', from.x - 120);
  await expect(line).toHaveAttribute('aria-valuetext', /^at most/);
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing that axe can find stands in the way of the Pareto tab (${colorScheme})`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const panel = await openPareto(page);
    await expectAccessible(page, 'bytes');
    await limitField(panel).fill('28');
    await limitField(panel).press('Enter');
    await expect(panel.locator('[data-beyond]')).toHaveCount(1);
    await expectAccessible(page, 'a limit');
    await panel.getByRole('combobox', { name: 'Upwards' }).selectOption({ label: 'Leakage' });
    await expect(panel).toContainText('Depth is not privacy');
    await expectAccessible(page, 'leakage');
    await context.close();
  });
}
