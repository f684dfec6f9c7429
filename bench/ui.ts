/**
 * `npm run bench:ui`: drags a capacity slider in a real Chromium as a hand would and measures how long the page takes from
 * each input event to the frame that shows its final numbers and cuts. An input counts as painted at the first frame
 * after it in which no newer answer is awaited, so the figures are upper bounds. Then it opens, folds and zooms an operator
 * graph of 2,000 operators; those figures hold up to two frames of waiting.
 */
import type { Page } from '@playwright/test';
import { cpus } from 'node:os';
import { launchBrowser } from '../tools/launchBrowser';
import { startPreview } from '../tools/previewServer';
import { graphOperators, measureGraph } from './uiGraph';

const moves = 180;
const cadenceMs = 33;

interface Sample {
  readonly paintedMs: readonly number[];
  readonly longTasksMs: readonly number[];
}

/** Runs in the page: notes every input event, and every frame painted while nothing is being solved. */
function watchInputs(): void {
  const waiting: number[] = [];
  const paintedMs: number[] = [];
  const longTasksMs: number[] = [];
  Object.assign(window, { dragSample: { paintedMs, longTasksMs } });
  document.addEventListener('input', (event) => waiting.push(event.timeStamp), true);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longTasksMs.push(entry.duration);
  }).observe({ type: 'longtask' });
  const channel = new MessageChannel();
  // A message posted inside a frame callback arrives after that frame's style, layout and paint.
  channel.port1.onmessage = () => {
    if (document.documentElement.dataset['state'] !== 'idle') return;
    const now = performance.now();
    for (const start of waiting.splice(0)) paintedMs.push(now - start);
  };
  const onFrame = () => {
    if (waiting.length > 0) channel.port2.postMessage(null);
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
}

async function drag(page: Page): Promise<Sample> {
  const slider = page
    .getByRole('main')
    .getByRole('slider', { name: /capacity/i })
    .first();
  await slider.waitFor();
  await page.waitForFunction(() => document.documentElement.dataset['state'] === 'idle');
  const box = (await slider.boundingBox())!;
  const y = box.y + box.height / 2;
  const at = (share: number) => box.x + 8 + (box.width - 16) * share;
  await page.mouse.move(at(0.5), y);
  await page.mouse.down();
  // The compiler behind tsx wraps named functions in a helper that the page does not have.
  await page.evaluate('globalThis.__name = (value) => value');
  await page.evaluate(watchInputs);
  for (let i = 0; i < moves; i++) {
    await page.mouse.move(at(0.5 + 0.48 * Math.sin((i / moves) * 6 * Math.PI)), y);
    await new Promise((resolve) => setTimeout(resolve, cadenceMs));
  }
  await page.waitForFunction(() => document.documentElement.dataset['state'] === 'idle');
  const sample = await page.evaluate(() => (window as unknown as { dragSample: Sample }).dragSample);
  await page.mouse.up();
  return sample;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

/** The preset's name as the presets dialog lists it; null: what the page opens with. */
const scenarios: readonly { readonly title: string; readonly preset: string | null }[] = [
  { title: 'opening preset', preset: null },
  { title: 'ResNet-18 over five nodes', preset: 'Five nodes in a row' },
];

const server = await startPreview(4273);
const browser = await launchBrowser();
try {
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Chromium ${browser.version()}, ${moves} moves every ${cadenceMs} ms`,
  );
  console.log('scenario                    inputs  median ms   p95 ms   max ms   long tasks');
  for (const { title, preset } of scenarios) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(server.address);
    if (preset !== null) {
      await page
        .getByRole('button', { name: /presets/i })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('button', { name: preset }).click();
    }
    const { paintedMs, longTasksMs } = await drag(page);
    if (paintedMs.length < moves / 2)
      throw new Error(`${title}: only ${paintedMs.length} inputs reached the page`);
    const [median, p95, max] = [0.5, 0.95, 1].map((q) => quantile(paintedMs, q).toFixed(1).padStart(8));
    console.log(
      `${title.padEnd(27)} ${String(paintedMs.length).padStart(6)}  ${median}  ${p95} ${max}   ${longTasksMs.length}`,
    );
    await page.close();
  }
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(server.address);
  const { foldMs, openMs, zoomMs } = await measureGraph(page);
  console.log(`\noperator graph of ${graphOperators}   median ms   max ms`);
  for (const [title, times] of [
    ['open all', openMs],
    ['fold all', foldMs],
    ['a zoom', zoomMs],
  ] as const) {
    const [median, max] = [0.5, 1].map((q) => quantile(times, q).toFixed(1).padStart(8));
    console.log(`${title.padEnd(26)} ${median}  ${max}`);
  }
} finally {
  await browser.close();
  server.stop();
}
