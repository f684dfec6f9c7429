import { expect, test, type Page } from '@playwright/test';
import { idle, node, open, openPreset, slider, undoButton } from './pages/app';

const way = (page: Page, id: string) => page.locator(`[data-way="${id}"]`);
const drawn = (page: Page) => page.getByText(/^Drawn:/u);

test('the method picker says what each method assumes, and draws the one that is chosen', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: 'Compare' }).click();
  for (const title of [
    'One frame, latency',
    'A stream of frames',
    'Several objectives',
    'HiveMind as printed',
  ]) {
    await expect(
      page
        .getByRole('rowheader', { name: title })
        .or(page.getByText(title, { exact: true }))
        .first(),
    ).toBeVisible();
  }
  await expect(way(page, 'pipeline')).toContainText('the slowest node or hop');
  await expect(way(page, 'pipeline')).toContainText(/\d ms/u);
  await way(page, 'weighted').getByRole('radio').check();
  await expect(drawn(page)).toContainText('Weighted sum (eq. 11)');
  // The bars follow: its group stands beside the strategies as soon as it is drawn.
  await expect(page.locator('[data-bar="weighted"]')).toBeVisible();
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(page.getByRole('heading', { name: 'One inference: Weighted sum (eq. 11)' })).toBeVisible();
  await page.getByRole('button', { name: 'Draw the best' }).click();
  await expect(drawn(page)).toHaveCount(0);
});

test('a drawn method follows the slider while another tab is open, and goes with the document', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await way(page, 'row').getByRole('radio').check();
  await expect(drawn(page)).toContainText(/Best split on the row, [\d.]+ ms/u);
  const before = await drawn(page).innerText();
  await page.getByRole('tab', { name: 'Layers' }).click();
  await slider(page, 'Phone – gNB').focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('PageDown');
  await idle(page);
  await expect(drawn(page)).not.toHaveText(before);
  await expect(node(page, 'Phone')).toContainText('blocks 1–');
  await openPreset(page, 'Three layers by hand');
  await expect(drawn(page)).toHaveCount(0);
});

test('the printed algorithm shows what it promised and what its split costs', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('button', { name: 'HiveMind as printed' }).click();
  await expect(page.locator('[data-bar="algorithm-1-printed"]')).toBeVisible();
  await expect(way(page, 'algorithm-1-printed')).toContainText(
    /Its message promised [\d.]+ ms; the split costs [\d.]+ ms\./u,
  );
});

test('the sentence leads to the reasons, and a neighbour can be tried and taken back', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Tables' }).click();
  await page.getByRole('button', { name: 'Why?' }).click();
  const reasons = page.getByRole('region', { name: 'Why this split?' }).first();
  await expect(reasons).toBeVisible();
  await expect(reasons.getByRole('row')).toHaveCount(5);
  await page.getByRole('button', { name: 'Try it: the cut after block 6 one block earlier' }).click();
  await idle(page);
  await expect(drawn(page)).toContainText('Your split');
  await expect(page.locator('[data-own-split="chosen"]')).toContainText('slower than the best');
  await undoButton(page).click();
  await idle(page);
  await expect(page.locator('[data-own-split="chosen"]')).toHaveCount(0);
});
