import { expect, test, type Page } from '@playwright/test';
import { expectNoTrouble, hero, open, openPreset, undoButton, watchTrouble } from './pages/app';

const fragment = 'figure=16&seed=7&assume=honest&durationS=2&population=10';
const figure = (page: Page, id: number) => page.locator(`[data-figure="${id}"]`);

test('a link opens a figure with its seed and assumptions and runs it, in a page that is open and in a new one; the drawing stays', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const trouble = await watchTrouble(context);
  const page = await context.newPage();
  await open(page);
  await openPreset(page, 'Five nodes');
  const sentence = await hero(page).innerText();

  const expectOpened = async (where: Page): Promise<void> => {
    await expect(figure(where, 16)).toBeVisible();
    await expect(figure(where, 16)).toHaveAttribute('data-figure-run', 'idle', { timeout: 90_000 });
    await expect(where.getByRole('textbox', { name: 'Seed' })).toHaveValue('7');
    await expect(where.getByRole('radio', { name: /Honest/ })).toBeChecked();
    await expect(figure(where, 16)).toHaveAttribute('data-old', 'false');
    await expect(figure(where, 16).locator('[data-provenance]')).toContainText('2 changed');
    // The work from here on is the visitor's own: the address says nothing any more.
    expect(new URL(where.url()).hash).toBe('');
  };

  await test.step('the page is open: only its address changes', async () => {
    await page.goto(`./#${fragment}`);
    await expectOpened(page);
  });

  await test.step('the link that is copied is the one that was opened', async () => {
    await figure(page, 16).getByRole('button', { name: 'Copy link' }).click();
    await expect(figure(page, 16).getByText('Link copied.')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`${baseURL!}#${fragment}`);
  });

  await test.step('a new page of the same visitor: the figure first, the drawing as it was left', async () => {
    const next = await context.newPage();
    await open(next, `./#${fragment}`);
    await expectOpened(next);
    await next.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(hero(next)).toHaveText(sentence.replace(/\s+/g, ' '));
    await expect(undoButton(next)).toBeDisabled();
  });
  expectNoTrouble(trouble, baseURL!);
  await context.close();
});

test('a faulty link of a figure says which part is wrong, and nothing is lost', async ({ page }) => {
  await open(page);
  await openPreset(page, 'Five nodes');
  const sentence = await hero(page).innerText();
  const faults: readonly (readonly [link: string, words: RegExp])[] = [
    ['figure=3', /“figure” is “3”, expected one of 2, 6/],
    ['figure=16&seed=-1', /“seed” is “-1”, expected a whole number/],
    ['figure=16&inputPx=9999', /“inputPx” is “9999”, expected a whole number from 64 to 512 px/],
    ['figure=16&__proto__=1', /figure 16 has no assumption “__proto__”/],
    ['figure=16&inputPx=1%00', /“inputPx” is “1%00”, expected a number/],
  ];
  for (const [link, words] of faults) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, link);
    const alert = page.getByRole('alert').filter({ hasText: 'The link of a figure cannot be opened' });
    await expect(alert).toContainText(words);
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(hero(page)).toHaveText(sentence.replace(/\s+/g, ' '));
  }
});
