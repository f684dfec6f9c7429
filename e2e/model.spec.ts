import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Download, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createGraphBuilder } from '../src/core/model/catalogue/graphBuilder';
import { encodeGraph } from '../src/core/onnx/encodeGraph';
import { readModel } from '../src/core/onnx/read/readModel';
import { copyLink, expectNoTrouble, hero, idle, open, undoButton, watchTrouble } from './pages/app';

// Loading the runtime takes seconds on a busy machine.
test.slow();

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'What runs' });
const runs = (page: Page, name: string): Locator =>
  dialog(page).getByRole('region', { name: `What runs: ${name}` });
const patient = { timeout: 90_000 };

/** Five blocks with one place where two tensors cross. */
function tinyModel(): Uint8Array<ArrayBuffer> {
  const graph = createGraphBuilder('tiny', [1, 3, 16, 16]);
  const stem = graph.relu(
    'stem.relu',
    graph.conv('stem', graph.input, { channels: 8, kernel: 3, stride: 2, padding: 1 }),
  );
  const branch = graph.conv('branch', stem, { channels: 8, kernel: 3, padding: 1 });
  const sum = graph.relu('sum.relu', graph.add('sum', branch, stem));
  const pooled = graph.flatten('flat', graph.globalAveragePool('pool', sum));
  return encodeGraph(graph.finish(graph.linear('head', pooled, 4)), { seed: 1, weights: 'seeded' });
}
const file = (name: string, bytes: Uint8Array): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Change model' }).first().click();
  await dialog(page).getByRole('radio', { name: 'Your own model (ONNX)' }).check();
  await expect(dialog(page)).toContainText('The model never leaves this device');
}

async function openTiny(page: Page): Promise<void> {
  await openDialog(page);
  await dialog(page)
    .getByLabel(/^Drop an \.onnx file here/)
    .setInputFiles(file('tiny.onnx', tinyModel()));
  await expect(runs(page, 'tiny')).toBeVisible(patient);
}

async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(content)], fileName));
      return transfer;
    },
    [name, [...bytes]] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
}

test('a pretrained model that comes with the page is asked about, opened, split and drawn', async ({
  page,
  context,
  baseURL,
}) => {
  const trouble = await watchTrouble(context);
  await open(page);
  await openDialog(page);
  await expect(dialog(page)).toContainText('Licence of the weights: Apache-2.0');
  await dialog(page)
    .getByRole('button', { name: /^Open Text direction/ })
    .click();
  const height = dialog(page).getByLabel('Dimension 3 of x');
  await expect(height).toHaveValue('48', patient);
  await height.fill('0');
  await height.press('Enter');
  await expect(dialog(page).getByRole('alert')).toBeVisible();
  await height.fill('32');
  await height.press('Enter');
  await dialog(page).getByRole('button', { name: 'Open the model' }).click();
  await expect(runs(page, 'Text direction')).toContainText('1 × 3 × 32 × 192', patient);
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await idle(page);
  await expect(hero(page)).toContainText('Text direction takes');
  await page.getByRole('tab', { name: 'Operators' }).click();
  await expect(page.getByText(/^Best labelling [\d.]+/)).toBeVisible();
  await expect(page.getByText(/220 operators in \d+ blocks/)).toBeVisible();
  expectNoTrouble(trouble, baseURL!);
});

test('a model of one’s own is dropped, checked at every cut, and undone in one step', async ({ page }) => {
  await open(page);
  const before = await hero(page).innerText();
  await drop(page, 'tiny.onnx', tinyModel());
  await expect(runs(page, 'tiny')).toBeVisible(patient);
  await dialog(page).getByText('Check the cuts', { exact: true }).first().click();
  await dialog(page).getByRole('checkbox', { name: 'with optimisation, as models run' }).uncheck();
  await dialog(page).getByRole('button', { name: 'Check the cuts' }).click();
  await expect(dialog(page)).toContainText(
    /cuts give exactly the whole model's result\. At every cut as many bytes/,
    patient,
  );
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await idle(page);
  await expect(hero(page)).toContainText('tiny');
  await undoButton(page).click();
  await idle(page);
  await expect(hero(page)).toHaveText(before);
});

test('head and tail are saved as models that can be read again, and the layer table with sources', async ({
  page,
}) => {
  await open(page);
  await openTiny(page);
  await dialog(page).getByText('Save the parts or the layer table').click();
  const cut = dialog(page).getByRole('textbox', { name: 'Cut after block' });
  await cut.fill('1');
  await cut.press('Enter');
  const saved: Download[] = [];
  page.on('download', (download) => saved.push(download));
  await dialog(page).getByRole('button', { name: 'Save the parts as .onnx' }).click();
  await expect(dialog(page).getByRole('status').filter({ hasText: 'Saved two files' })).toBeVisible(patient);
  await expect
    .poll(() => saved.map((download) => download.suggestedFilename()))
    .toEqual(['tiny-head.onnx', 'tiny-tail.onnx']);
  const parts = await Promise.all(
    saved.map(async (download) => {
      const read = readModel(new Uint8Array(readFileSync(await download.path())), []);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      return read.value;
    }),
  );
  const whole = readModel(tinyModel(), []);
  if (!whole.ok) throw new Error(JSON.stringify(whole.error));
  const operators = parts.map((part) => part.operators.length);
  expect(operators[0]! + operators[1]!).toBe(whole.value.operators.length);

  const csv = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Save the layer table as CSV' }).click();
  const table = readFileSync(await (await csv).path(), 'utf8');
  expect(table.split('\r\n')[0]).toContain('modelled (ms)');
  expect(table).toContain('Conv');
});

test('a broken file says what is wrong with it, and nothing is lost', async ({ page }) => {
  await open(page);
  const before = await hero(page).innerText();
  await drop(page, 'broken.onnx', tinyModel().slice(0, 700));
  await expect(dialog(page).getByRole('alert')).toContainText('broken.onnx: ', patient);
  await expect(dialog(page).getByRole('alert')).toContainText(/ends too early|not an ONNX model/);
  await dialog(page).getByRole('button', { name: 'Put it away' }).click();
  await expect(dialog(page).getByRole('alert')).toHaveCount(0);
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await expect(hero(page)).toHaveText(before);
  await expect(undoButton(page)).toBeDisabled();
});

test('a reload keeps the model, its link opens without the weights, and the same file brings them', async ({
  page,
  browser,
}) => {
  await open(page);
  await openTiny(page);
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await idle(page);
  await page.reload();
  await idle(page);
  await expect(hero(page)).toContainText('tiny');
  await page.getByRole('button', { name: 'Change model' }).first().click();
  await dialog(page).getByText('Open another model').click();
  await expect(dialog(page).getByRole('region', { name: 'Models kept in this browser' })).toContainText(
    'tiny.onnx',
  );
  await page.keyboard.press('Escape');
  const link = await copyLink(page);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await open(other, link);
  await expect(hero(other)).toContainText('tiny');
  const missing = other.getByRole('note').filter({ hasText: 'weights of tiny are not in this browser' });
  await expect(missing.first()).toBeVisible();
  await drop(other, 'tiny.onnx', tinyModel());
  await expect(missing).toHaveCount(0, patient);
  await elsewhere.close();
});

test('the dialog of models has no faults that axe finds, light and dark', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await open(page);
    await openTiny(page);
    await dialog(page).getByText('Open another model').click();
    await dialog(page).getByText('Save the parts or the layer table').click();
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});
