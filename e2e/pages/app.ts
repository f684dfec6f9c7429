/** The page as a visitor meets it: what is on it, by role and name, and how to wait for it. */
import { readFile } from 'node:fs/promises';
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

/** Waits until no answer is awaited from the solver. */
export async function idle(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-state', 'idle');
}

export async function open(page: Page, address = './'): Promise<void> {
  await page.goto(address);
  await idle(page);
}

/** The dock's tabs, in their order. */
export const dockTabNames = [
  'Layers',
  'Compare',
  'Timeline',
  'Run',
  'Sweep',
  'Pareto',
  'Messages',
  'Split graph',
  'Operators',
  'Extensions',
  'Tables',
] as const;

export function hero(page: Page): Locator {
  return page.locator('[data-hero]');
}

/** A node's box on the canvas, by its name. */
export function node(page: Page, name: string): Locator {
  return page.locator('.react-flow__node').filter({ has: page.getByText(name, { exact: true }) });
}

/** The slider of a link on the canvas or the strip; `ends` like "Phone – gNB". */
export function slider(page: Page, ends: string): Locator {
  return page.getByRole('main').getByRole('slider', { name: `Capacity of ${ends}` });
}

export function undoButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Undo/ });
}

export function redoButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Redo/ });
}

export async function openPreset(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Presets/ }).click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await idle(page);
}

/** Chooses a scenario file with this text. */
export async function openFile(page: Page, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Open/ }).click(),
  ]);
  await chooser.setFiles({ name: 'scenario.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** The text of the file that pressing a button saves. */
export async function savedText(page: Page, button: Locator): Promise<string> {
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFile(await saved.path(), 'utf8');
}

/** The link the share dialog offers, copied with its button. */
export async function copyLink(page: Page): Promise<string> {
  await page
    .getByRole('button', { name: /^Share/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  const text = dialog.getByRole('textbox');
  await expect(text).toHaveValue(/#s=/);
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  await expect(dialog.getByRole('status')).toContainText('Link copied');
  const link = await text.inputValue();
  await page.keyboard.press('Escape');
  return link;
}

/** The catalogue's model of the fewest operators, by its name: quickest to measure where any model tells the same. */
export const fewOperators = 'AlexNet';

/** Chooses a small catalogue model, so that profiling takes seconds: 64 px, width 0.25. */
export async function chooseSmallModel(page: Page, model?: string): Promise<void> {
  await page.getByRole('button', { name: 'Change model' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'What runs' });
  if (model !== undefined) {
    await dialog.getByRole('combobox', { name: 'Model', exact: true }).selectOption({ label: model });
  }
  const size = dialog.getByRole('textbox', { name: 'Height and width of the picture' });
  await size.fill('64');
  await size.press('Enter');
  await dialog.getByRole('combobox', { name: 'Width' }).selectOption({ label: '0.25' });
  await dialog.getByRole('button', { name: 'Done' }).click();
  await idle(page);
}

export interface Trouble {
  readonly messages: string[];
  /** Every address asked for. */
  readonly requests: string[];
}

/** What Chromium itself logs where a page asks for a GPU and there is none; the page says so in its own words. */
const noGpuHere = 'No available adapters.';

/** Collects what must never happen: console errors, uncaught errors, violations of the content security policy. */
export async function watchTrouble(context: BrowserContext): Promise<Trouble> {
  const trouble: Trouble = { messages: [], requests: [] };
  context.on('console', (message) => {
    if (message.text() === noGpuHere) return;
    if (message.type() === 'error' || message.type() === 'warning') trouble.messages.push(message.text());
  });
  context.on('weberror', (error) => trouble.messages.push(error.error().message));
  context.on('request', (request) => trouble.requests.push(request.url()));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return trouble;
}

/** Nothing went wrong, and nothing was asked of any other origin. */
export function expectNoTrouble(trouble: Trouble, origin: string): void {
  expect(trouble.messages).toEqual([]);
  const elsewhere = trouble.requests.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url));
  expect(elsewhere).toEqual([]);
}
