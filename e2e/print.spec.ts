import { expect, test } from '@playwright/test';
import { hero, open } from './pages/app';

test('paper shows the sentence, the drawing, the chart and the sources, and nothing to choose from', async ({
  page,
}) => {
  await open(page);
  await expect(page.getByText(/^Drag a cut/)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(hero(page)).toBeVisible();
  await expect(page.locator('.react-flow__node').first()).toBeVisible();
  await expect(page.locator('[data-chart="layers"] svg').first()).toBeVisible();
  const facts = page.getByRole('region', { name: 'About this scenario' });
  await expect(facts.getByRole('heading', { name: 'Where the times come from' })).toBeVisible();
  await expect(facts.getByText('Source').first()).toBeVisible();
  await expect(page.getByRole('tablist')).toBeHidden();
  await expect(page.getByText(/^Drag a cut/)).toBeHidden();
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await expect(facts).toHaveCount(0);
});

test('the sources are on paper also when the inspector is folded', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  // The browser lays out for paper right after this event: the list must be there by then, not a frame later.
  const isThere = await page.evaluate(async () => {
    window.dispatchEvent(new Event('beforeprint'));
    await Promise.resolve();
    return document.body.innerText.includes('Where the times come from');
  });
  expect(isThere).toBe(true);
});
