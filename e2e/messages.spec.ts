import { expect, test, type Page } from '@playwright/test';
import { hero, idle, open, openPreset, undoButton } from './pages/app';

const stepSlider = (page: Page) => page.getByRole('slider', { name: 'Step', exact: true });
const words = (page: Page) =>
  page.getByLabel('The split computing interface, step by step').getByRole('status');

async function openMessages(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Messages' }).click();
  await expect(stepSlider(page)).toBeVisible();
}

/** What the page put on the clipboard, without a permission that headless browsers lack. */
async function watchClipboard(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: (text: string) => Promise.resolve(void (document.title = text)) },
    });
  });
  return () => page.title();
}

test('the protocol goes forwards, backwards and to its ends by keyboard, and ends at the optimum', async ({
  page,
}) => {
  await open(page);
  await openPreset(page, 'Three layers');
  await openMessages(page);
  await stepSlider(page).focus();
  await page.keyboard.press('Home');
  await expect(words(page)).toContainText('Nobody knows the whole');
  await page.keyboard.press('ArrowRight');
  await expect(words(page)).toContainText('Cloud tells MEC host');
  await expect(page.getByText('Decision table of Cloud')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(words(page)).toContainText('MEC host tells UE');
  await page.keyboard.press('ArrowLeft');
  await expect(words(page)).toContainText('Cloud tells MEC host');
  await page.keyboard.press('End');
  await expect(words(page)).toContainText('the same');

  // The drawing is a stop of its own and takes the same keys.
  await page.getByRole('group', { name: /^The row of nodes/ }).focus();
  await page.keyboard.press('Home');
  await expect(words(page)).toContainText('Nobody knows the whole');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(words(page)).toContainText('Cloud tells MEC host');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true }).last()).toBeVisible();
});

test('an entry of a message is read by keyboard, with its formula', async ({ page }) => {
  await open(page);
  await openPreset(page, 'Three layers');
  await openMessages(page);
  await stepSlider(page).fill('1');
  const reader = page.getByRole('slider', { name: /^The message of Cloud/ });
  await reader.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText(/^ζ\(0\) = /)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(
    page.getByText('ζ(1) = 1 s hop + 500 ms blocks 2–3 here + 0 ms (the result stays) = 1.5 s'),
  ).toBeVisible();
});

test('a link to a step opens the page at that step', async ({ page, context }) => {
  const copied = await watchClipboard(page);
  await open(page);
  await openPreset(page, 'Three layers');
  await openMessages(page);
  await stepSlider(page).fill('3');
  const said = await words(page).innerText();
  await page.getByRole('button', { name: 'Copy link to this step' }).click();
  await expect(page).toHaveTitle(/#s=\d+\..*&at=messages\.3$/);
  const link = await copied();

  const visitor = await context.newPage();
  await open(visitor, link);
  await expect(visitor.getByRole('tab', { name: 'Messages' })).toHaveAttribute('aria-selected', 'true');
  await expect(words(visitor)).toHaveText(said.replaceAll('\n', ''));
  await expect(visitor.getByText('Step 4 of 7')).toBeVisible();
});

test('a place that a link makes up is ignored, and its document opens all the same', async ({
  page,
  browser,
}) => {
  const copied = await watchClipboard(page);
  await open(page);
  await openPreset(page, 'Three layers');
  const sentence = await hero(page).innerText();
  await openMessages(page);
  await page.getByRole('button', { name: 'Copy link to this step' }).click();
  await expect(page).toHaveTitle(/&at=/);
  const link = (await copied()).replace(/&at=.*$/, '&at=weather.99');
  const context = await browser.newContext();
  const visitor = await context.newPage();
  await open(visitor, link);
  await expect(hero(visitor)).toHaveText(sentence);
  await expect(visitor.getByRole('tab', { name: 'Layers' })).toHaveAttribute('aria-selected', 'true');
  await expect(visitor.getByRole('alert')).toHaveText('');
  await context.close();
});

test('the small example is recomputed when its numbers change', async ({ page }) => {
  await open(page);
  await openMessages(page);
  await expect(page.getByText('The message promised 132 ms, the split costs 149 ms.')).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Tensor 1 over the hop' });
  await field.fill('119');
  await field.press('Enter');
  await expect(page.getByText('The message promised 132 ms, the split costs 159 ms.')).toBeVisible();
});

test('a graph too large to draw says how large it is, and the toy opens as one step to undo', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: 'Split graph' }).click();
  await expect(page.getByRole('heading', { name: 'Too large to draw' })).toBeVisible();
  await page.getByRole('button', { name: /^Open “Three layers/ }).click();
  await idle(page);
  const graph = page.getByRole('slider', { name: /^The split graph/ });
  await expect(graph).toBeVisible();
  await expect(page.getByText(/33 edges\. Shortest path, 2\.27 s/)).toBeVisible();
  await page.getByRole('button', { name: 'Pruned' }).click();
  await expect(page.getByText(/10 of 33 edges are left/)).toBeVisible();
  await graph.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-tooltip]')).toContainText(
    '600 ms hop + 167 ms block 1 on MEC host = 767 ms',
  );
  await undoButton(page).click();
  await expect(page.getByRole('heading', { name: 'Too large to draw' })).toBeVisible();
});
