/** The place that runs the figures of HiveMind's evaluation. */
import { expect, type Locator, type Page } from '@playwright/test';
import { open } from './app';

export function figure(page: Page): Locator {
  return page.locator('[data-figure]');
}

/** Waits for a result of the shown figure that answers what is asked. */
export async function expectAnswered(page: Page, id: number): Promise<void> {
  await expect(figure(page)).toHaveAttribute('data-figure', String(id));
  await expect(figure(page).locator('[data-reason]').first()).toBeVisible({ timeout: 90_000 });
  await expect(figure(page)).toHaveAttribute('data-figure-run', 'idle', { timeout: 90_000 });
  await expect(figure(page)).toHaveAttribute('data-old', 'false');
}

/** Opens the place, where the first figure runs by itself, and waits for it. */
export async function atReproduce(page: Page): Promise<void> {
  await open(page);
  await page.getByRole('button', { name: 'Reproduce', exact: true }).click();
  await expectAnswered(page, 2);
}

export async function showFigure(page: Page, id: number): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Figures' })
    .getByRole('button', { name: new RegExp(`^Figure ${id} `) })
    .click();
}

/** The claims' verdicts, as they are worded. */
export function verdicts(page: Page): Locator {
  return figure(page).locator('[data-claim] [data-verdict]');
}

/** What was found for each claim. */
export async function reasons(page: Page): Promise<readonly string[]> {
  return figure(page).locator('[data-reason]').allInnerTexts();
}

export async function assume(page: Page, name: string, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name, exact: true });
  await field.fill(value);
  await field.press('Enter');
}
