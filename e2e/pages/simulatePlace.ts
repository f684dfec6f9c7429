/** The place that simulates the network in time. */
import { expect, type Locator, type Page } from '@playwright/test';
import { open } from './app';

export function lead(page: Page): Locator {
  return page.locator('[data-simulation-lead]');
}

/** "12.30 s of 60.00 s. Task 123 of 812: …" */
export function moment(page: Page): Locator {
  return page.locator('[data-moment]');
}

export async function shownSeconds(page: Page): Promise<number> {
  // A handover is said first.
  const [, seconds] = /([\d.,]+) s of /.exec(await moment(page).innerText())!;
  return Number.parseFloat(seconds!.replaceAll(',', ''));
}

export function status(page: Page): Locator {
  return page.locator('[data-simulating]');
}

/** Waits for a run that answers the document as it is. */
export async function expectFresh(page: Page): Promise<void> {
  await expect(status(page)).toHaveAttribute('data-simulating', 'done', { timeout: 60_000 });
  await expect(status(page)).toHaveAttribute('data-old', 'false');
}

/** Opens the place, where the first run starts by itself, and waits for it. */
export async function atSimulate(page: Page): Promise<void> {
  await open(page);
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await expectFresh(page);
}

/** A section of the settings, unfolded. */
export async function settings(page: Page, title: string): Promise<Locator> {
  const panel = page.getByRole('complementary', { name: 'Settings of the simulation' });
  const section = panel.getByRole('region', { name: title, exact: true });
  if (!(await section.isVisible())) await panel.locator('summary').filter({ hasText: title }).click();
  return section;
}
