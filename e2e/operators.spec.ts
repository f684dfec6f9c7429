import { expect, test, type Locator, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { deepModel } from '../src/core/onnx/testing/deepModel';
import { expectAccessible } from './pages/accessible';
import { idle, open } from './pages/app';
import { dropFile, modelDialog, patient, runningModel } from './pages/models';

const heading = (page: Page): Locator => page.getByRole('heading', { name: /^Operators of/ });
const graph = (page: Page): Locator => page.getByRole('application', { name: /^Operators of/ });
const lead = (page: Page): Locator => page.getByText(/^Best labelling/);

async function openOperators(page: Page): Promise<void> {
  await open(page);
  await page.getByRole('tab', { name: 'Operators' }).click();
  await expect(graph(page)).toBeVisible();
}

async function choose(page: Page, name: string, title: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: 'Graph' }).selectOption({ label: name });
  await expect(heading(page)).toHaveText(title);
}

/** How many boxes are drawn. */
async function expectBoxes(page: Page, count: number): Promise<void> {
  await expect(graph(page).locator('canvas')).toHaveAttribute('data-operators', String(count));
}

/** Somewhere along the spine is a block, whatever is in the middle of the picture. */
async function readWithTheMouse(page: Page): Promise<void> {
  const box = (await graph(page).boundingBox())!;
  const tooltip = page.locator('[data-tooltip]');
  for (let x = 60; x < box.width - 60; x += 60) {
    await graph(page).hover({ position: { x, y: box.height / 2 + 12 } });
    const words = (await tooltip.allInnerTexts()).join(' ');
    if (words.includes('MEC host')) break;
  }
  await expect(tooltip).toContainText('MEC host');
}

async function savedText(page: Page, button: string): Promise<{ name: string; path: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const file = await download;
  const path = await file.path();
  return { name: file.suggestedFilename(), path, text: readFileSync(path, 'utf8') };
}

test('the best labelling is told in a sentence, and follows the network', async ({ page }) => {
  await openOperators(page);
  await expect(lead(page)).toHaveText(
    /^Best labelling [\d.]+ ms over .* nodes, .* cross; the best split in blocks takes [\d.]+ ms, .* more\.$/,
  );
  const before = await lead(page).innerText();
  const capacity = page.getByRole('main').getByRole('textbox', { name: /Phone – gNB/ });
  await capacity.fill('30');
  await capacity.press('Enter');
  await expect(lead(page)).not.toHaveText(before);
  await page.getByRole('checkbox', { name: 'Let tensors travel back towards the UE' }).check();
  await expect(lead(page)).toHaveText(/^Best labelling [\d.]+ ms/);
});

test('800 operators open, fold, and are found by name, with the keys alone', async ({ page }) => {
  await openOperators(page);
  await choose(page, 'Transformer, 12 layers (generated)', /^Operators of Transformer/);
  // Folded: 26 blocks, the input and the result.
  await expectBoxes(page, 28);
  await graph(page).focus();
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  // An attention block has 59 operators.
  await expectBoxes(page, 86);
  const selected = page.locator('[aria-live=polite]').filter({ hasText: 'Operator' });
  await expect(selected).toContainText('in block 2 of 26');
  await page.keyboard.press('Enter');
  await expectBoxes(page, 28);
  await page.getByRole('button', { name: 'Open all' }).press('Enter');
  await expectBoxes(page, 802);
  const find = page.getByRole('searchbox', { name: 'Find' });
  await find.fill('softmax');
  await expect(page.getByRole('status').filter({ hasText: '144 found' })).toBeVisible();
  await find.press('Enter');
  await find.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '2 of 144' })).toBeVisible();
  await expect(selected).toContainText('(Softmax)');
});

test('a model of 2,000 operators is dropped, opens, is searched and zoomed', async ({ page }) => {
  test.setTimeout(300_000);
  await open(page);
  await dropFile(page, 'deep.onnx', deepModel(2000));
  await expect(runningModel(page, 'deep')).toBeVisible({ timeout: 150_000 });
  await modelDialog(page).getByRole('button', { name: 'Done' }).click();
  await idle(page);
  await page.getByRole('tab', { name: 'Operators' }).click();
  await expect(heading(page)).toHaveText('Operators of deep', patient);
  await page.getByRole('button', { name: 'Fold all' }).click();
  await expect(graph(page).locator('canvas')).not.toHaveAttribute('data-operators', '2002');
  await page.getByRole('button', { name: 'Open all' }).click();
  // With the input and the result.
  await expectBoxes(page, 2002);
  const find = page.getByRole('searchbox', { name: 'Find' });
  await find.fill('unit317.add');
  await expect(page.getByRole('status').filter({ hasText: '1 found' })).toBeVisible();
  await find.press('Enter');
  await expect(page.locator('[aria-live=polite]').filter({ hasText: 'Operator' })).toContainText(
    'unit317.add',
  );
  const picture = () => graph(page).locator('canvas').screenshot();
  const zoom = page.getByRole('group', { name: 'Zoom the operator graph' });
  for (const button of ['Zoom in', 'Show all']) {
    const before = await picture();
    await zoom.getByRole('button', { name: button }).click();
    await expect.poll(async () => before.equals(await picture())).toBe(false);
  }
  await page.getByRole('button', { name: 'Fold all' }).click();
  await expect(graph(page).locator('canvas')).not.toHaveAttribute('data-operators', '2002');
});

test('at the usual height of the dock the drawing fills what the bar above it leaves', async ({ page }) => {
  await openOperators(page);
  const fits = async () => {
    const panel = (await page.getByRole('tabpanel').boundingBox())!;
    const drawing = (await graph(page).boundingBox())!;
    return {
      inSight: drawing.y + drawing.height <= panel.y + panel.height,
      share: drawing.height / panel.height,
    };
  };
  await expect.poll(fits).toMatchObject({ inSight: true });
  expect((await fits()).share).toBeGreaterThan(0.5);
  await page.getByRole('button', { name: /^Enlarge/ }).click();
  await expect.poll(async () => (await fits()).share).toBeGreaterThan(0.7);
  expect((await fits()).inSight).toBe(true);
});

test('a click opens a block where it stands, and the mouse reads what is under it', async ({ page }) => {
  await openOperators(page);
  await choose(page, 'ResNet-152 (generated)', /^Operators of ResNet-152/);
  const canvas = graph(page).locator('canvas');
  const folded = Number(await canvas.getAttribute('data-operators'));
  await graph(page).focus();
  // The second box after the input is selected, so in sight; the words under the graph say what it is.
  for (const key of ['Home', 'ArrowRight']) await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Open the block' }).click();
  await expect(canvas).not.toHaveAttribute('data-operators', String(folded));
  await page.getByRole('button', { name: 'Fold the block' }).click();
  await expectBoxes(page, folded);
  await readWithTheMouse(page);
  await page.getByRole('combobox', { name: 'Colour' }).selectOption({ label: 'Time on Phone' });
  await expect(page.getByText(/log scale$/)).toBeVisible();
});

test('the certificate that is saved proves the labelling to a program of its own', async ({ page }) => {
  await openOperators(page);
  await expect(page.getByRole('heading', { name: 'Proved' })).toBeVisible();
  const { name, path } = await savedText(page, 'Save certificate (JSON)');
  expect(name).toMatch(/^certificate-mobilenetv2.*\.json$/);
  const verdict = execFileSync('npx', ['tsx', 'tools/checkCertificate.ts', path], {
    cwd: new URL('..', import.meta.url),
    encoding: 'utf8',
  });
  expect(verdict).toMatch(/^proved: no labelling costs less than/u);
});

test('the whole graph is saved as SVG and its numbers as CSV', async ({ page }) => {
  await openOperators(page);
  const svg = await savedText(page, 'SVG');
  expect(svg.text).toMatch(/^<svg xmlns/);
  for (const word of ['Input', 'Result', 'Phone', 'features.2.conv.2']) expect(svg.text).toContain(word);
  const csv = await savedText(page, 'CSV');
  expect(csv.text.split('\r\n')[0]).toContain('operator,kind,block,runs on,on Phone (ms)');
  // A heading, the input and 153 operators, each on its line.
  expect(csv.text.trimEnd().split('\r\n')).toHaveLength(155);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing to complain about (${theme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openOperators(page);
    await expectAccessible(page, 'Operators', '#dock-panel');
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('the graph runs downwards, nothing sticks out sideways, and a tap opens what was tapped', async ({
    page,
  }) => {
    await openOperators(page);
    await choose(page, 'Transformer, 12 layers (generated)', /^Operators of Transformer/);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await graph(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Open the block' }).tap();
    await expectBoxes(page, 31);
    for (const button of ['Zoom in', 'Zoom out', 'Show all']) {
      const box = (await page
        .getByRole('group', { name: 'Zoom the operator graph' })
        .getByRole('button', { name: button })
        .boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    }
  });
});
