import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { readModel } from '../src/core/onnx/read/readModel';
import { expectAccessible } from './pages/accessible';
import { copyLink, expectNoTrouble, hero, idle, open, undoButton, watchTrouble } from './pages/app';
import {
  dropFile,
  modelDialog,
  openModelDialog,
  openTiny,
  patient,
  runningModel,
  saveParts,
  tinyModel,
} from './pages/models';

// Loading the runtime takes seconds on a busy machine.
test.slow();

test('a pretrained model that comes with the page is asked about, opened, split and drawn', async ({
  page,
  context,
  baseURL,
}) => {
  const trouble = await watchTrouble(context);
  await open(page);
  await openModelDialog(page);
  await expect(modelDialog(page)).toContainText('Licence of the weights: Apache-2.0');
  await modelDialog(page)
    .getByRole('button', { name: /^Open Text direction/ })
    .click();
  const height = modelDialog(page).getByLabel('Dimension 3 of x');
  await expect(height).toHaveValue('48', patient);
  await height.fill('0');
  await height.press('Enter');
  await expect(modelDialog(page).getByRole('alert')).toBeVisible();
  await height.fill('32');
  await height.press('Enter');
  await modelDialog(page).getByRole('button', { name: 'Open the model' }).click();
  await expect(runningModel(page, 'Text direction')).toContainText('1 × 3 × 32 × 192', patient);
  await modelDialog(page).getByRole('button', { name: 'Done' }).click();
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
  await dropFile(page, 'tiny.onnx', tinyModel());
  await expect(runningModel(page, 'tiny')).toBeVisible(patient);
  await modelDialog(page).getByText('Check the cuts', { exact: true }).first().click();
  await modelDialog(page).getByRole('checkbox', { name: 'with optimisation, as models run' }).uncheck();
  await modelDialog(page).getByRole('button', { name: 'Check the cuts' }).click();
  await expect(modelDialog(page)).toContainText(
    /cuts give exactly the whole model's result\. At every cut as many bytes/,
    patient,
  );
  await modelDialog(page).getByRole('button', { name: 'Done' }).click();
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
  const saved = await saveParts(page, 1);
  expect(saved.map(([name]) => name)).toEqual(['tiny-head.onnx', 'tiny-tail.onnx']);
  const parts = saved.map(([, bytes]) => {
    const read = readModel(bytes, []);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return read.value;
  });
  const whole = readModel(tinyModel(), []);
  if (!whole.ok) throw new Error(JSON.stringify(whole.error));
  const operators = parts.map((part) => part.operators.length);
  expect(operators[0]! + operators[1]!).toBe(whole.value.operators.length);

  const csv = page.waitForEvent('download');
  await modelDialog(page).getByRole('button', { name: 'Save the layer table as CSV' }).click();
  const table = readFileSync(await (await csv).path(), 'utf8');
  expect(table.split('\r\n')[0]).toContain('modelled (ms)');
  expect(table).toContain('Conv');
});

test('a broken file says what is wrong with it, and nothing is lost', async ({ page }) => {
  await open(page);
  const before = await hero(page).innerText();
  await dropFile(page, 'broken.onnx', tinyModel().slice(0, 700));
  await expect(modelDialog(page).getByRole('alert')).toContainText('broken.onnx: ', patient);
  await expect(modelDialog(page).getByRole('alert')).toContainText(/ends too early|not an ONNX model/);
  await modelDialog(page).getByRole('button', { name: 'Put it away' }).click();
  await expect(modelDialog(page).getByRole('alert')).toHaveCount(0);
  await modelDialog(page).getByRole('button', { name: 'Done' }).click();
  await expect(hero(page)).toHaveText(before);
  await expect(undoButton(page)).toBeDisabled();
});

test('a reload keeps the model, its link opens without the weights, and the same file brings them', async ({
  page,
  browser,
}) => {
  await open(page);
  await openTiny(page);
  await modelDialog(page).getByRole('button', { name: 'Done' }).click();
  await idle(page);
  await page.reload();
  await idle(page);
  await expect(hero(page)).toContainText('tiny');
  await page.getByRole('button', { name: 'Change model' }).first().click();
  await modelDialog(page).getByText('Open another model').click();
  await expect(modelDialog(page).getByRole('region', { name: 'Models kept in this browser' })).toContainText(
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
  await dropFile(other, 'tiny.onnx', tinyModel());
  await expect(missing).toHaveCount(0, patient);
  await elsewhere.close();
});

test('the dialog of models has no faults that axe finds, light and dark', async ({ page }) => {
  // Colours that are still on their way to the other theme are nobody's.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await openTiny(page);
  await modelDialog(page).getByText('Open another model').click();
  await modelDialog(page).getByText('Save the parts or the layer table').click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, colorScheme, 'dialog');
  }
});
