/** The dialog of what runs, and small models to open in it. */
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createGraphBuilder } from '../../src/core/model/catalogue/graphBuilder';
import { encodeGraph } from '../../src/core/onnx/encodeGraph';

/** Loading the runtime takes seconds on a busy machine. */
export const patient = { timeout: 90_000 };

export function modelDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'What runs' });
}

/** What the dialog says of the model that runs. */
export function runningModel(page: Page, name: string): Locator {
  return modelDialog(page).getByRole('region', { name: `What runs: ${name}` });
}

export function modelPicker(page: Page): Locator {
  return modelDialog(page).getByLabel(/^Drop an \.onnx file here/);
}

/** Five blocks with one place where two tensors cross. */
export function tinyModel(): Uint8Array<ArrayBuffer> {
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

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function chosenFile(name: string, bytes: Uint8Array): ChosenFile {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

export async function openModelDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Change model' }).first().click();
  await modelDialog(page).getByRole('radio', { name: 'Your own model (ONNX)' }).check();
  await expect(modelDialog(page)).toContainText('The model never leaves this device');
}

export async function openTiny(page: Page): Promise<void> {
  await openModelDialog(page);
  await modelPicker(page).setInputFiles(chosenFile('tiny.onnx', tinyModel()));
  await expect(runningModel(page, 'tiny')).toBeVisible(patient);
}

export async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      const binary = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([binary], fileName));
      return transfer;
    },
    [name, Buffer.from(bytes).toString('base64')] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
}

/** Cuts what runs after this block and saves the parts; gives what was saved, in its order. */
export async function saveParts(
  page: Page,
  boundary: number,
): Promise<readonly (readonly [string, Uint8Array<ArrayBuffer>])[]> {
  const dialog = modelDialog(page);
  await dialog.getByText('Save the parts or the layer table').click();
  const cut = dialog.getByRole('textbox', { name: 'Cut after block' });
  await cut.fill(String(boundary));
  await cut.press('Enter');
  const saved: Download[] = [];
  const keep = (download: Download) => saved.push(download);
  page.on('download', keep);
  await dialog.getByRole('button', { name: 'Save the parts as .onnx' }).press('Enter');
  const told = dialog.getByRole('status').filter({ hasText: /^Saved \w+ files:/ });
  await expect(told).toBeVisible(patient);
  const count = (await told.innerText()).split(', ').length;
  await expect.poll(() => saved.length).toBe(count);
  page.off('download', keep);
  return Promise.all(
    saved.map(
      async (download) =>
        [download.suggestedFilename(), new Uint8Array(readFileSync(await download.path()))] as const,
    ),
  );
}
