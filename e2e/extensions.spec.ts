/** The Extensions tab: training, recurrent networks and agents that learn together. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './pages/accessible';
import { expectNoTrouble, idle, open, openPreset, slider, watchTrouble } from './pages/app';

const lead = (page: Page) => page.getByRole('tabpanel').locator('[data-lead]');
const chart = (page: Page, name: string) => page.locator(`[data-chart="${name}"]`);

async function openExtensions(page: Page, segment: string): Promise<void> {
  await page.getByRole('tab', { name: 'Extensions' }).click();
  await page.getByRole('radio', { name: segment }).check({ force: true });
  await expect(lead(page)).toBeVisible();
}

test('training moves its blocks once enough iterations follow, and starts from there the next time', async ({
  page,
}) => {
  await open(page);
  await openExtensions(page, 'Training');
  await expect(lead(page)).toContainText('With 20 iterations until the next move, the best split is');
  const iterations = page.getByRole('textbox', { name: 'Iterations between moves' });
  await iterations.fill('1');
  await iterations.press('Enter');
  await expect(lead(page)).toContainText('it is best to move nothing: all blocks on Phone');
  await iterations.fill('0');
  await iterations.press('Enter');
  await expect(page.getByRole('tabpanel').getByRole('alert')).toContainText('1 to 1,000,000');
  await iterations.fill('500');
  await iterations.press('Enter');
  await expect(lead(page)).toContainText('With 500 iterations');
  await page.getByRole('button', { name: 'Take the best split as the place before' }).click();
  await expect(lead(page)).toContainText('it is best to move nothing: blocks 1–21 on MEC host');
  const bars = chart(page, 'training').getByRole('listitem');
  await bars.first().focus();
  await page.keyboard.press('End');
  await expect(bars.nth(3)).toBeFocused();
  await expect(bars.nth(3)).toHaveAttribute('aria-label', /^Stays where it was: .*nothing moves/);
});

test('the answers follow the network, and options outlive a visit to another tab', async ({ page }) => {
  await open(page);
  await openExtensions(page, 'Training');
  const iterations = page.getByRole('textbox', { name: 'Iterations between moves' });
  await iterations.fill('300');
  await iterations.press('Enter');
  await expect(lead(page)).toContainText('With 300 iterations');
  const before = await lead(page).innerText();
  await slider(page, 'Phone – gNB').focus();
  await page.keyboard.press('Home');
  await idle(page);
  await expect(lead(page)).not.toHaveText(before);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('tab', { name: 'Extensions' }).click();
  await expect(iterations).toHaveValue('300');
});

test('the tagger is placed in every way, and a large frame keeps its embedding on the phone', async ({
  page,
}) => {
  await open(page);
  await openExtensions(page, 'Recurrent');
  await expect(lead(page)).toContainText('Unrolled, the tagger takes');
  await expect(lead(page)).toContainText('times as long; bringing the hidden state back 199 times');
  await page.getByRole('textbox', { name: 'A step reads' }).fill('20000');
  await page.keyboard.press('Enter');
  await expect(lead(page)).toContainText('embedding on Phone and GRU cell and linear on Cloud');
  await chart(page, 'recurrent').getByRole('button', { name: 'Show as table' }).click();
  await expect(chart(page, 'recurrent').getByRole('cell', { name: 'Layer by layer' })).toBeVisible();
  await expect(chart(page, 'recurrent-live-bytes').getByRole('listitem').first()).toBeVisible();
});

test('agents that count their parameters do better, and the list can be saved', async ({ page }) => {
  await open(page);
  await openPreset(page, 'Five nodes');
  await openExtensions(page, 'Many agents');
  await expect(lead(page)).toContainText('Counting them saves');
  const agents = page.getByRole('textbox', { name: 'Agents' });
  await agents.fill('12');
  await agents.press('Enter');
  await expect(chart(page, 'agents').locator('svg[role="list"]').getByRole('listitem')).toHaveCount(12);
  await page
    .getByRole('combobox', { name: 'Who sends' })
    .selectOption({ label: 'the last node, for all (eq. 13)' });
  await expect(chart(page, 'agents')).toContainText('eq. 13 in its printed range');
  const saved = page.waitForEvent('download');
  await chart(page, 'agents').getByRole('button', { name: 'CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('agents.csv');
});

test('a phone with one computing node says what is missing', async ({ page }) => {
  await open(page);
  for (const name of ['MEC host', 'Cloud']) {
    await page.locator('.react-flow__node').filter({ hasText: name }).first().click();
    await page.getByRole('combobox', { name: 'Device' }).selectOption({ index: 0 });
    await idle(page);
  }
  await page.getByRole('tab', { name: 'Extensions' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('nothing to split over');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every segment is accessible and drawn, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const trouble = await watchTrouble(context);
    const page = await context.newPage();
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page);
    for (const segment of ['Training', 'Recurrent', 'Many agents']) {
      await openExtensions(page, segment);
      await expectAccessible(page, segment, '#dock-panel');
      const file = `${colorScheme}-extensions-${segment.toLowerCase().replace(' ', '-')}`;
      const picture = await page.screenshot({ path: `test-results/screens/${file}.png` });
      expect(picture.length).toBeGreaterThan(20_000);
    }
    expectNoTrouble(trouble, new URL(page.url()).origin);
    await context.close();
  });
}

test('at 360 px nothing sticks out sideways', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await open(page);
  for (const segment of ['Training', 'Recurrent', 'Many agents']) {
    await openExtensions(page, segment);
    const overflow = await page.evaluate(() => {
      const panel = document.querySelector('#dock-panel')!;
      const root = document.documentElement;
      return Math.max(panel.scrollWidth - panel.clientWidth, root.scrollWidth - root.clientWidth);
    });
    expect(overflow, segment).toBeLessThanOrEqual(0);
  }
  await context.close();
});
