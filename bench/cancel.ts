/**
 * `npm run bench:cancel`: starts every long task in a real Chromium with the built product, waits for a moment of it, presses
 * Cancel with the mouse, and measures inside the page from the press to the page without a progress bar, and to the first
 * frame of it. The workers of the task must be gone too. Ends with 1 where the page takes more than 100 ms. `--short`: once
 * each, at fewer moments, where only a bar or a worker that stays fails.
 *
 * The frame is for information: for seconds after ONNX Runtime was loaded Chromium optimises its code on every core, cancelled
 * or not, and without a GPU a frame waits for its turn (with `--js-flags=--liftoff-only` none takes longer than 60 ms).
 *
 * Studies of the dock have no Cancel: a newer question replaces them, and they end by themselves after two seconds.
 */
import type { Locator, Page } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGraph } from '../src/core/model/catalogue/catalogue';
import { encodeGraph } from '../src/core/onnx/encodeGraph';
import { median } from '../src/core/statistics';
import { launchBrowser } from '../tools/launchBrowser';
import { startPreview } from '../tools/previewServer';
import { printTable } from './measure';

const isShort = process.argv.includes('--short');
const repetitions = isShort ? 1 : 5;
const limitMs = 100;
/** What a slow machine needs until a phase is on, and until the browser reports a worker gone [ms]. */
const patience = { phase: 180_000, gone: 10_000 } as const;
const workersOfTasks = /(profiler|model|part|link)\.worker/;

/** When Cancel is pressed: once the status says this, or so long after the bar is there [ms]. */
type Moment = RegExp | number;

interface Task {
  readonly name: string;
  /** Brings a fresh page to where the task can be started, again and again. */
  readonly prepare: (page: Page) => Promise<void>;
  readonly start: (page: Page) => Promise<void>;
  /** What is on screen while the task runs, the text of its phase included. */
  readonly status: (page: Page) => Locator;
  readonly moments: readonly Moment[];
  readonly shortMoments: readonly Moment[];
}

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'What runs' });

async function idle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['state'] === 'idle');
}

async function atProfile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await page.getByRole('heading', { name: 'Profile this device' }).waitFor();
}

async function choose(page: Page, ...threads: readonly number[]): Promise<void> {
  for (const count of [1, 2]) {
    await page
      .getByRole('checkbox', { name: new RegExp(`^WebAssembly, ${count} thread`) })
      .setChecked(threads.includes(count));
  }
}

async function openModels(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Change model' }).first().click();
  await dialog(page).waitFor();
}

async function chooseModel(page: Page, model: { readonly inputPx: number; readonly width: string }) {
  await openModels(page);
  const size = dialog(page).getByRole('textbox', { name: 'Height and width of the picture' });
  await size.fill(String(model.inputPx));
  await size.press('Enter');
  await dialog(page).getByRole('combobox', { name: 'Width' }).selectOption({ label: model.width });
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await idle(page);
}

function tasksWith(modelFile: string): readonly Task[] {
  const measuring = (page: Page): Locator => page.locator('[data-run-status="running"]');
  const measure = (page: Page) => page.getByRole('button', { name: /^Measure( again)?$/ }).click();
  const split = (page: Page): Locator => page.locator('[data-split-run="running"]');
  return [
    {
      name: 'profile',
      prepare: async (page) => {
        await atProfile(page);
        await choose(page, 1);
      },
      start: measure,
      status: measuring,
      moments: [0, /Loading/, /Preparing/, /Warming up/, /Measuring/],
      shortMoments: [/Loading/, /Measuring/],
    },
    {
      name: 'profile, second of two',
      prepare: async (page) => {
        await chooseModel(page, { inputPx: 64, width: '0.25' });
        await atProfile(page);
        await choose(page, 1, 2);
      },
      start: measure,
      status: (page) => measuring(page).filter({ hasText: '2 threads' }),
      moments: [0, /Measuring/],
      shortMoments: [],
    },
    {
      name: 'open a model of 102 MB',
      prepare: async (page) => {
        await openModels(page);
        await dialog(page).getByRole('radio', { name: 'Your own model (ONNX)' }).check();
      },
      start: (page) =>
        dialog(page)
          .getByLabel(/^Drop an \.onnx file here/)
          .setInputFiles(modelFile),
      status: dialog,
      moments: [0, 300, 1000, /the shape of every tensor/, /which operators are run as one/],
      shortMoments: [/the shape of every tensor/],
    },
    {
      name: 'check the cuts',
      prepare: async (page) => {
        await openModels(page);
        await dialog(page).getByText('Check the cuts', { exact: true }).first().click();
      },
      start: (page) => dialog(page).getByRole('button', { name: 'Check the cuts' }).click(),
      status: dialog,
      moments: [0, 300, 1000, /[1-9]\d* of \d+ cuts/],
      shortMoments: [/[1-9]\d* of \d+ cuts/],
    },
    {
      name: 'run a split',
      prepare: async (page) => {
        await page.getByRole('tab', { name: 'Run', exact: true }).click();
        // The last phase is then seconds away, not a minute.
        for (const factor of ['0.5', '2']) {
          await page.getByRole('checkbox', { name: factor, exact: true }).uncheck();
        }
      },
      start: (page) => page.getByRole('button', { name: /^Run (this split|it again)$/ }).click(),
      status: split,
      moments: [0, /Measuring what/, /Cutting/, /Loading/, /Warming up/, /Executing/, /Comparing/],
      shortMoments: [/Measuring what/, /Executing/],
    },
  ];
}

/** How long after the press nothing of the task is in the page any more, and in a frame that was painted [ms]. */
interface Taken {
  readonly shownMs: number;
  readonly paintedMs: number;
}

/** Runs in the page: promises what the next press takes; null: it did not meet Cancel, which had given way. */
function watchPress(): void {
  const taken = new Promise<Taken | null>((resolve) => {
    const onPress = (event: Event): void => {
      const pressed = (event.target as Element).closest('button');
      if (pressed?.textContent !== 'Cancel') {
        resolve(null);
        return;
      }
      // A message posted inside a frame callback arrives after that frame's style, layout and paint.
      const channel = new MessageChannel();
      const since = (): number => performance.now() - event.timeStamp;
      const observer = new MutationObserver(() => {
        if (document.querySelector('progress') !== null) return;
        observer.disconnect();
        const shownMs = since();
        channel.port1.onmessage = () => resolve({ shownMs, paintedMs: since() });
        requestAnimationFrame(() => channel.port2.postMessage(null));
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true });
    };
    document.addEventListener('pointerup', onPress, { capture: true, once: true });
  });
  Object.assign(window, { taken });
}

/** Whether the status comes before the task is over. */
function isSeen(page: Page, status: Locator): Promise<boolean> {
  const timeout = patience.phase;
  const over = page.waitForFunction(() => document.querySelector('progress') === null, null, { timeout });
  const seen = status.first().waitFor({ timeout });
  return Promise.race([seen.then(() => true), over.then(() => false)]).catch(() => false);
}

/** null: the moment, or the task, was over before Cancel was pressed. */
async function cancelOnce(page: Page, task: Task, moment: Moment): Promise<Taken | null> {
  await task.start(page);
  await page.locator('progress').first().waitFor();
  if (typeof moment === 'number') await page.waitForTimeout(moment);
  else if (!(await isSeen(page, task.status(page).filter({ hasText: moment })))) return null;
  const button = page.getByRole('button', { name: 'Cancel', exact: true });
  await page.evaluate(watchPress);
  const box = await button
    .evaluate(
      (element) => {
        element.scrollIntoView({ block: 'nearest' });
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      },
      null,
      { timeout: 3000 },
    )
    .catch(() => null);
  if (box === null) return null;
  // Not `click`, which waits for frames in which nothing moves: until then the moment is over.
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const taken = await page.evaluate(() => (window as unknown as { taken: Promise<Taken | null> }).taken);
  if (taken === null) return null;
  await workersGone(page, task.name);
  return taken;
}

const nameOf = (moment: Moment): string =>
  typeof moment !== 'number' ? moment.source : moment === 0 ? 'at once' : `after ${moment} ms`;

const workersOf = (page: Page): readonly string[] =>
  page
    .workers()
    .map((worker) => worker.url())
    .filter((url) => workersOfTasks.test(url));

async function workersGone(page: Page, task: string): Promise<void> {
  const deadline = performance.now() + patience.gone;
  while (workersOf(page).length > 0) {
    if (performance.now() > deadline) throw new Error(`${task}: ${workersOf(page).join(', ')} did not end.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function pageFor(task: Task): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 2 });
  });
  // The compiler behind tsx wraps named functions in a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto(server.address);
  await idle(page);
  await task.prepare(page);
  return page;
}

/** Every press; after one that came too late a fresh page, three times at the most. */
async function pressesOf(task: Task, moment: Moment): Promise<readonly Taken[]> {
  const all: Taken[] = [];
  let page = await pageFor(task);
  for (let missed = 0; all.length < repetitions && missed < 3;) {
    const taken = await cancelOnce(page, task, moment);
    if (taken !== null) {
      all.push(taken);
      continue;
    }
    missed++;
    await page.close();
    page = await pageFor(task);
  }
  await page.close();
  return all;
}

const folder = mkdtempSync(join(tmpdir(), 'splitscape-'));
const server = await startPreview(4275);
const browser = await launchBrowser();
let worst = 0;
try {
  const modelFile = join(folder, 'resnet-50.onnx');
  const graph = buildGraph('resnet-50', 224, 1);
  writeFileSync(modelFile, encodeGraph(graph, { seed: 1, weights: 'seeded' }));
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Chromium ${browser.version()}, ${repetitions} presses of Cancel a moment`,
  );
  const rows: (readonly string[])[] = [];
  for (const task of tasksWith(modelFile)) {
    let pressed = 0;
    const moments = isShort ? task.shortMoments : task.moments;
    for (const moment of moments) {
      const taken = await pressesOf(task, moment);
      pressed += taken.length;
      worst = Math.max(worst, ...taken.map(({ shownMs }) => shownMs));
      const figures = [taken.map(({ shownMs }) => shownMs), taken.map(({ paintedMs }) => paintedMs)]
        .flatMap((times) => (times.length === 0 ? [NaN, NaN] : [median(times), Math.max(...times)]))
        .map((ms) => (Number.isNaN(ms) ? 'too short' : ms.toFixed(1)));
      rows.push([task.name, nameOf(moment), String(taken.length), ...figures]);
      console.log(`  ${rows.at(-1)!.join('  ')}`);
    }
    // Words on screen that changed would look like a moment that is never met.
    if (pressed < moments.length) throw new Error(`${task.name}: hardly ever met at the moments asked for.`);
  }
  printTable(['task', 'while', 'presses', 'shown: median ms', 'worst', 'painted: median ms', 'worst'], rows);
} finally {
  await browser.close();
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  `worst ${worst.toFixed(1)} ms from the press to the page without the task (limit ${limitMs} ms), no worker left${isShort ? '; short run, for information only' : ''}`,
);
if (!isShort && worst > limitMs) process.exitCode = 1;
