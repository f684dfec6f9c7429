/** How long a large operator graph takes to be laid out and painted, and a frame of it while it is zoomed. */
import type { Page } from '@playwright/test';
import { deepModel } from '../src/core/onnx/testing/deepModel';

export const graphOperators = 2000;
const repeats = 9;

export interface GraphTimes {
  /** From the press of "Open all" to the frame that shows every operator [ms]. */
  readonly openMs: readonly number[];
  /** The same for "Fold all". */
  readonly foldMs: readonly number[];
  /** From a step of the zoom to its frame [ms]. */
  readonly zoomMs: readonly number[];
}

/** Opens a model of that many operators as a visitor does, and presses the graph's buttons. */
export async function measureGraph(page: Page): Promise<GraphTimes> {
  const dialog = page.getByRole('dialog', { name: 'What runs' });
  await page.getByRole('button', { name: 'Change model' }).first().click();
  await dialog.getByRole('radio', { name: 'Your own model (ONNX)' }).check();
  await dialog.getByLabel(/^Drop an \.onnx file here/).setInputFiles({
    name: 'deep.onnx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(deepModel(graphOperators)),
  });
  await dialog.getByRole('region', { name: 'What runs: deep' }).waitFor({ timeout: 150_000 });
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('tab', { name: 'Operators' }).click();
  await page.getByRole('heading', { name: 'Operators of deep' }).waitFor({ timeout: 90_000 });
  const [openMs, foldMs, zoomMs]: [number[], number[], number[]] = [[], [], []];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    foldMs.push(await pressed(page, 'Fold all'));
    openMs.push(await pressed(page, 'Open all'));
    for (const button of ['Show all', 'Zoom in', 'Zoom out']) zoomMs.push(await pressed(page, button));
  }
  const drawn = await page.locator('canvas[data-operators]').getAttribute('data-operators');
  if (Number(drawn) < graphOperators) throw new Error(`only ${drawn} boxes were drawn`);
  return { openMs, foldMs, zoomMs };
}

/** From a press to the end of the frame after it: script, style, layout and paint [ms]. */
function pressed(page: Page, name: string): Promise<number> {
  const panel = page.getByRole('tabpanel');
  return panel.getByRole('button', { name, exact: true }).evaluate(
    (button) =>
      new Promise<number>((resolve) => {
        const channel = new MessageChannel();
        const start = performance.now();
        // A message posted inside a frame callback arrives after that frame's style, layout and paint.
        channel.port1.onmessage = () => resolve(performance.now() - start);
        (button as HTMLElement).click();
        // The graph paints at once or in the frame that it asks for: the next one follows both.
        requestAnimationFrame(() => requestAnimationFrame(() => channel.port2.postMessage(null)));
      }),
  );
}
