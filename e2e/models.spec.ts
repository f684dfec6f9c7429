import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readModel } from '../src/core/onnx/read/readModel';
import { externalModel } from '../src/core/onnx/testing/externalModel';
import { idle, open } from './pages/app';
import {
  chosenFile,
  modelDialog,
  modelPicker,
  openModelDialog,
  openTiny,
  patient,
  runningModel,
  saveParts,
  tinyModel,
} from './pages/models';

test.slow();

const { model, data } = externalModel(tinyModel(), 'data/w.bin');
const modelFile = chosenFile('tiny.onnx', model);
const dataFile = chosenFile('w.bin', data);

async function checkEveryCut(page: Page): Promise<void> {
  await modelDialog(page).getByText('Check the cuts', { exact: true }).first().click();
  await modelDialog(page).getByRole('button', { name: 'Check the cuts' }).click();
  await expect(modelDialog(page)).toContainText(/cuts give (exactly )?the whole model's result/, patient);
}

test('a model and the file of its weights are chosen together; its parts are saved with weights of their own', async ({
  page,
}) => {
  await open(page);
  await openModelDialog(page);
  await modelPicker(page).setInputFiles([dataFile, modelFile]);
  await expect(runningModel(page, 'tiny')).toBeVisible(patient);
  await expect(runningModel(page, 'tiny')).toContainText(/Weights\s*float32 [\d.]+ kB/);
  await checkEveryCut(page);
  const saved = new Map(await saveParts(page, 2));
  expect([...saved.keys()]).toEqual(['tiny-head.onnx', 'tiny-head.data', 'tiny-tail.onnx', 'tiny-tail.data']);
  for (const part of ['tiny-head', 'tiny-tail']) {
    const own = { path: `${part}.data`, data: saved.get(`${part}.data`)! };
    expect(readModel(saved.get(`${part}.onnx`)!, [own]).ok).toBe(true);
  }
  expect(saved.get('tiny-head.data')).not.toEqual(saved.get('tiny-tail.data'));
});

test('a model without its weights says which file is missing, and opens when that is added', async ({
  page,
}) => {
  await open(page);
  await openModelDialog(page);
  await modelPicker(page).setInputFiles(modelFile);
  const alert = modelDialog(page).getByRole('alert');
  await expect(alert).toContainText('in other files that are not here: "data/w.bin"', patient);
  await expect(alert).toContainText('Drop or choose them now');
  await modelPicker(page).setInputFiles(dataFile);
  await expect(runningModel(page, 'tiny')).toBeVisible(patient);
  await expect(alert).toHaveCount(0);
});

test('a file that changes on disk after it was opened is read from the kept copy', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'models-'));
  try {
    const path = join(folder, 'm.onnx');
    writeFileSync(path, tinyModel());
    await open(page);
    await openModelDialog(page);
    await modelPicker(page).setInputFiles(path);
    await expect(runningModel(page, 'm')).toBeVisible(patient);
    // Exported once more, to the same place.
    await modelDialog(page).getByText('Open another model').click();
    await expect(
      modelDialog(page).getByRole('region', { name: 'Models kept in this browser' }),
    ).toBeVisible();
    writeFileSync(path, tinyModel().slice(0, 900));
    await checkEveryCut(page);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a kept model is removed and brought back by keyboard, and the focus stays in the dialog', async ({
  page,
}) => {
  await open(page);
  await openTiny(page);
  await modelDialog(page).getByText('Open another model').click();
  const kept = modelDialog(page).getByRole('region', { name: 'Models kept in this browser' });
  await kept.getByRole('button', { name: 'Remove tiny.onnx from this browser' }).press('Enter');
  await expect(kept).toHaveCount(0);
  const told = modelDialog(page).getByRole('status').filter({ hasText: 'Removed tiny.onnx.' });
  await expect(told).toBeVisible();
  const focusIsInside = () => page.evaluate(() => document.activeElement?.closest('dialog') !== null);
  expect(await focusIsInside()).toBe(true);
  await told.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(kept).toContainText('tiny.onnx');
  expect(await focusIsInside()).toBe(true);
  await page.keyboard.press('Escape');
  await page.reload();
  await idle(page);
  await page.getByRole('button', { name: 'Change model' }).first().click();
  await modelDialog(page).getByText('Open another model').click();
  await expect(kept).toContainText('tiny.onnx');
});

test('what is put away leaves the focus where it was', async ({ page }) => {
  await open(page);
  await openModelDialog(page);
  await modelPicker(page).setInputFiles(chosenFile('broken.onnx', tinyModel().slice(0, 700)));
  await modelDialog(page).getByRole('button', { name: 'Put it away' }).press('Enter');
  await expect(modelDialog(page).getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(modelPicker(page)).toBeFocused();
});
