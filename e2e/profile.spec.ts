import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { chooseSmallModel, expectNoTrouble, fewOperators, idle, node, open, watchTrouble } from './pages/app';
import {
  atProfile,
  compared,
  goToProfile,
  importRegion,
  importText,
  isStored,
  kept,
  measure,
  measuringWorkers,
} from './pages/profilePlace';

async function download(page: Page, format: 'JSON' | 'CSV' | 'Trace'): Promise<string> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('group', { name: 'Export' }).getByRole('button', { name: format }).click(),
  ]);
  return readFile(await saved.path(), 'utf8');
}

test('measurements are named, compared, exported, given to another node, and removed; a reload finds them', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const context = await browser.newContext();
  const trouble = await watchTrouble(context);
  const page = await context.newPage();
  await atProfile(page);
  await measure(page, 'Measure');
  await expect(compared(page)).toHaveCount(1);
  await measure(page, 'Measure again');
  await expect(kept(page)).toHaveCount(2);

  await test.step('a name is given in place and is kept', async () => {
    const name = kept(page).first().getByRole('textbox');
    await name.fill('Laptop, on battery');
    await name.press('Enter');
    await expect.poll(() => isStored(page, 'Laptop, on battery')).toBe(true);
    await page.reload();
    await idle(page);
    await expect(page.getByRole('heading', { name: 'Profile this device' })).toBeVisible();
    await expect(kept(page).first().getByRole('textbox')).toHaveValue('Laptop, on battery');
    await expect(kept(page).first()).toContainText('measured here');
    await expect(kept(page).first()).toContainText('in use by Phone');
  });

  await test.step('two are compared block by block', async () => {
    for (const row of await kept(page).all()) await row.getByRole('checkbox').check();
    await expect(page.locator('[data-comparison]')).toContainText('Laptop, on battery');
    const table = page.getByRole('region', { name: 'Difference of every block' });
    await expect(table.locator('tbody tr')).toHaveCount(55);
    await expect(table).toContainText(/overlap|apart/);
  });

  let csv = '';
  await test.step('files leave out the device unless that is asked for', async () => {
    await kept(page).nth(1).getByRole('checkbox').uncheck();
    const stripped = await download(page, 'JSON');
    expect(stripped).toContain('splitscape-profile');
    expect(stripped).not.toMatch(/Chromium|Laptop/);
    await page.getByRole('checkbox', { name: /^Strip device details/ }).uncheck();
    expect(await download(page, 'JSON')).toMatch(/Laptop, on battery/);
    const trace = JSON.parse(await download(page, 'Trace')) as { traceEvents: unknown[] };
    expect(trace.traceEvents.length).toBeGreaterThan(55);
    csv = await download(page, 'CSV');
    // Read back under the same id, nothing is there twice.
    await importText(page, 'mine.json', await download(page, 'JSON'));
    await expect(page.locator('[data-imported]')).toContainText('one profile from mine.json');
    await expect(kept(page)).toHaveCount(2);
  });

  await test.step('a table becomes the MEC host’s times', async () => {
    await importText(page, 'server.csv', csv);
    const imported = page.getByRole('listitem').filter({ hasText: 'from a table' });
    // Only what is new is said aloud, not the menus beside it.
    await expect(importRegion(page).getByRole('status')).toHaveText(/^Read one profile from server.csv/);
    await expect(imported.getByRole('combobox')).toHaveValue(/.+/);
    await imported.getByRole('button', { name: 'Use it for MEC host' }).click();
    await expect(imported).toContainText('in use by MEC host');
    await page.getByRole('button', { name: 'Back to the network' }).click();
    await idle(page);
    await expect(node(page, 'MEC host')).toContainText('imported');
    await goToProfile(page);
  });

  await test.step('one is removed, then all; all come back; the network keeps its copies', async () => {
    await expect(kept(page)).toHaveCount(3);
    await kept(page)
      .last()
      .getByRole('button', { name: /^Remove/ })
      .click();
    await expect(kept(page)).toHaveCount(2);
    const removeAll = page.getByRole('button', { name: 'Remove all' });
    await removeAll.click();
    await expect(page.getByText('Nothing is kept yet.')).toBeVisible();
    const gone = page.getByRole('status').filter({ hasText: 'Removed 2 profiles.' });
    await gone.getByText('Removed 2 profiles.').getByRole('button', { name: 'Undo' }).click();
    await expect(kept(page)).toHaveCount(2);
    await page.reload();
    await idle(page);
    await expect(kept(page)).toHaveCount(2);
    await removeAll.click();
    await expect(page.getByText('Nothing is kept yet.')).toBeVisible();
    await page.reload();
    await idle(page);
    await expect(page.getByText('Nothing is kept yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(node(page, 'Phone')).toContainText('measured here');
  });
  expectNoTrouble(trouble, baseURL!);
  await context.close();
});

/** A file being dragged: a profile with a wrong id. */
function draggedProfile(page: Page) {
  return page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(
      new File(['{"format": "splitscape-profile",\n"version": 1,\n"profiles": [{"id": 3}]}'], 'p.json'),
    );
    return data;
  });
}

test('a profile dropped on the drawing is read by the import', async ({ page }) => {
  await open(page);
  await page.dispatchEvent('body', 'drop', { dataTransfer: await draggedProfile(page) });
  await expect(importRegion(page).getByRole('alert')).toContainText(
    'p.json: Line 3, the field profiles[0].id',
  );
});

test('a profile dragged over the page onto the import leaves the page uncovered', async ({ page }) => {
  await open(page);
  await goToProfile(page);
  const dataTransfer = await draggedProfile(page);
  const overlay = page.getByText('Drop a scenario (.json)');
  for (const type of ['dragenter', 'dragover']) await page.dispatchEvent('main', type, { dataTransfer });
  await expect(overlay).toBeVisible();
  const box = importRegion(page).locator('[data-hovering]');
  for (const type of ['dragenter', 'dragover', 'drop']) await box.dispatchEvent(type, { dataTransfer });
  await expect(importRegion(page).getByRole('alert')).toContainText('p.json: Line 3');
  await expect(overlay).toBeHidden();
});

test('a file that is no profile says which line or field is wrong, and changes nothing', async ({ page }) => {
  await open(page);
  await goToProfile(page);
  const alert = importRegion(page).getByRole('alert');
  await importText(page, 'cut.json', '{"format": "splitscape-profile",\n "version": 1,\n "profiles": [');
  await expect(alert).toContainText('Line 3: the file ends in the middle.');
  await importText(
    page,
    'field.json',
    '{"format": "splitscape-profile",\n"version": 1,\n"profiles": [{"id": 3}]}',
  );
  await expect(alert).toContainText('Line 3, the field profiles[0].id: expected');
  await importText(page, 'table.csv', 'block,time (ms)\n1,fast\n');
  await expect(alert).toContainText(/Line \d+, column \d+: expected/);
  await importText(page, 'empty.csv', '');
  await expect(alert).toContainText('The file is empty.');
  await importText(page, 'network.json', '{"format": "splitscape", "version": 3}');
  await expect(alert).toContainText('it is a Splitscape scenario');
  await expect(page.getByText('Nothing is kept yet.')).toBeVisible();
});

test('without a mouse: choose the configurations, measure, read the blocks, name the result', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await open(page);
  await chooseSmallModel(page, fewOperators);
  await page.getByRole('button', { name: 'Profile', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Profile this device' })).toBeVisible();
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const label = element?.getAttribute('aria-label') ?? element?.closest('label')?.textContent ?? '';
      return `${label} ${element?.textContent ?? ''}`.trim();
    });
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      if (name.test(await focused())) return;
    }
    throw new Error(`Tab never reached ${String(name)}`);
  };
  await tabTo(/^WebAssembly, 2 threads/);
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'WebAssembly, 2 threads' })).not.toBeChecked();
  await tabTo(/^Measure$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'See the split' })).toBeVisible({ timeout: 120_000 });
  await tabTo(/^Block 1, /);
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toMatch(/^Block 2, /);
  await tabTo(/^Name of/);
  await page.keyboard.type('By hand');
  await page.keyboard.press('Enter');
  await expect(kept(page).first().getByRole('textbox')).toHaveValue(/By hand/);
  // What is removed does not send the keyboard to the top, and can be brought back.
  await tabTo(/^Remove all/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing is kept yet.')).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().focus();
  await page.keyboard.press('Enter');
  await expect(kept(page)).toHaveCount(1);
  await kept(page)
    .first()
    .getByRole('button', { name: /^Remove/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing is kept yet.')).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
});

test('where ONNX Runtime does not arrive, each configuration says so and the network stays as it was', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.route('**/*.wasm', (route) => route.abort());
  await open(page);
  await goToProfile(page);
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await expect(page.getByRole('alert').first()).toContainText('ONNX Runtime could not be loaded', {
    timeout: 60_000,
  });
  await expect(page.getByRole('heading', { name: 'Not measured' })).toBeVisible();
  await page.unroute('**/*.wasm');
  await expect(page.getByRole('button', { name: 'Measure again' })).toBeEnabled();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(node(page, 'Phone')).toContainText('modelled');
});

test('cancelling a matrix keeps what was done and leaves the network alone', async ({ page }) => {
  test.setTimeout(180_000);
  await atProfile(page, fewOperators);
  await page.getByRole('checkbox', { name: 'WebAssembly, 2 threads' }).check();
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await expect(page.locator('[data-run-status="done"]')).toHaveCount(1, { timeout: 120_000 });
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByText(/^Cancelled: what was done/)).toBeVisible();
  await expect(kept(page)).toHaveCount(1);
  await expect.poll(() => measuringWorkers(page)).toBe(0);
  await page.getByRole('button', { name: 'Use it for the phone (UE)' }).click();
  await expect(page.getByText('The phone (UE) in Play now computes with it.')).toBeVisible();
});
