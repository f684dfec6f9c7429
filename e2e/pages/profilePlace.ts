/** The Profile place as a visitor meets it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { chooseSmallModel, open } from './app';

export async function goToProfile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Profile this device' })).toBeVisible();
}

/** A small model at the Profile place, one thread chosen: one configuration takes seconds. */
export async function atProfile(page: Page, model?: string): Promise<void> {
  await open(page);
  await chooseSmallModel(page, model);
  await goToProfile(page);
  await chooseOneThread(page);
}

export async function chooseOneThread(page: Page): Promise<void> {
  const more = page.getByRole('checkbox', { name: /^WebAssembly, [2-9]/ });
  for (const box of await more.all()) await box.setChecked(false);
}

export async function measure(page: Page, name: 'Measure' | 'Measure again'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('button', { name: 'See the split' })).toBeVisible({ timeout: 120_000 });
}

/** Rows of the history. */
export function kept(page: Page): Locator {
  return page.getByRole('region', { name: 'Profiles kept in this browser' }).locator('tbody tr');
}

/** Whether the history in this browser's storage holds this text by now. */
export function isStored(page: Page, text: string): Promise<boolean> {
  return page.evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('splitscape');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('no history'));
    });
    const all = await new Promise<unknown[]>((resolve, reject) => {
      const reading = database.transaction('history').objectStore('history').getAll();
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error ?? new Error('no history'));
    });
    database.close();
    return JSON.stringify(all).includes(wanted);
  }, text);
}

/** A row for each configuration that was measured. */
export function compared(page: Page): Locator {
  return page.getByRole('region', { name: 'Configurations compared' }).locator('tbody tr');
}

export function importRegion(page: Page): Locator {
  return page.getByRole('region', { name: 'Import a profile' });
}

export async function importText(page: Page, name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file…' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
}

/** Workers of the page besides the one that solves: nothing while nothing is measured. */
export function measuringWorkers(page: Page): number {
  return page.workers().filter((worker) => !worker.url().includes('solver')).length;
}

/** As on a machine of two cores: one thread and two are chosen. */
export async function withTwoCores(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 2 });
  });
}
