/**
 * `npm run bench:simulate`: a long run of the simulator in a real Chromium with the built product: 10,000 background UEs, ten
 * minutes at 100 ms. Measures inside the page what holds its thread while the run is on and when it arrives, how long every
 * input takes until the frame that answers it, and how long Cancel takes. Ends with 1 where a limit is broken. `--short`:
 * the first run alone, once, with fewer inputs, where no time is judged.
 */
import type { Locator, Page } from '@playwright/test';
import { cpus } from 'node:os';
import { median } from '../src/core/statistics';
import { launchBrowser } from '../tools/launchBrowser';
import { startPreview } from '../tools/previewServer';
import { printTable } from './measure';
import { addWatch, watched, type Watched } from './pageWatch';

const isShort = process.argv.includes('--short');
const runs = isShort ? 1 : 3;
const inputs = isShort ? 12 : 60;
const presses = isShort ? 1 : 5;
/** No task of the page's thread may take longer, no input longer until it is painted, no Cancel [ms]. */
const limits = { longTaskMs: 50, inputMs: 100, cancelMs: 100 } as const;
const runMs = 120_000;
const cadenceMs = 40;
const settleMs = 250;

/** The run that must hold, and one whose log of tasks is full. */
const cases = [
  { title: 'back to back', periodMs: null },
  { title: 'one every 6 ms', periodMs: 6 },
] as const;

const rows: string[][] = [];
let broken = 0;

/** A row of the table; `limitMs`: of the inputs, null where they are for information. */
function note(what: string, { paintedMs, longTasksMs, framesMs }: Watched, limitMs: number | null): void {
  const isBroken = longTasksMs.length > 0 || (limitMs !== null && Math.max(...paintedMs) > limitMs);
  if (isBroken) broken += 1;
  const figures = (times: readonly number[]) =>
    times.length === 0 ? ['', ''] : [median(times), Math.max(...times)].map((ms) => ms.toFixed(1));
  const long = longTasksMs.length === 0 ? 'none' : longTasksMs.map((ms) => ms.toFixed(0)).join(' ');
  rows.push([what, String(paintedMs.length), ...figures(paintedMs), figures(framesMs)[1]!, long]);
  console.log(`  ${rows.at(-1)!.join('  ')}${isBroken ? '  OVER THE LIMIT' : ''}`);
}

const status = (page: Page) => page.locator('[data-simulating]');
const done = (page: Page) =>
  page.locator('[data-simulating="done"][data-old="false"]').waitFor({ timeout: runMs });

/** Where a hand would press. Found beforehand: the driver's search for a button takes the page's thread too. */
async function spotOf(target: Locator): Promise<readonly [x: number, y: number]> {
  await target.scrollIntoViewIfNeeded();
  const box = (await target.boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function fill(page: Page, section: string, field: string, value: string): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Settings of the simulation' });
  const region = panel.getByRole('region', { name: section, exact: true });
  if (!(await region.isVisible())) await panel.locator('summary').filter({ hasText: section }).click();
  const input = region.getByRole('textbox', { name: field, exact: true });
  await input.fill(value);
  await input.press('Enter');
}

async function atLongRun(page: Page, periodMs: number | null): Promise<void> {
  await addWatch(page);
  await page.goto(server.address);
  await page.getByRole('button', { name: /^Presets/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'HiveMind: mmWave IAB tree' }).click();
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  // The first run starts by itself.
  await done(page);
  await fill(page, 'Time and tasks', 'Duration', '600');
  await fill(page, 'Time and tasks', 'Coherence time', '100');
  if (periodMs !== null) {
    await page.getByRole('combobox', { name: 'Tasks start' }).selectOption({ label: 'at a rate' });
    await fill(page, 'Time and tasks', 'Period', String(periodMs));
  }
  await fill(page, 'Traffic', 'Background UEs', '10000');
}

async function benchRuns(page: Page): Promise<void> {
  for (let run = 0; run < runs; run += 1) {
    const spot = await spotOf(page.locator('[data-run]'));
    const start = performance.now();
    let tookMs = 0;
    const seen = await watched(page, [], async () => {
      await page.mouse.click(...spot);
      await page.locator('[data-simulating="running"]').waitFor();
      await done(page);
      tookMs = performance.now() - start;
    });
    note(`run of ${(tookMs / 1e3).toFixed(1)} s, and its result`, seen, null);
  }
}

/** Drags over an element from side to side, as a hand would. */
async function drag(page: Page, selector: string, from: number, to: number, steps: number, y = 0.5) {
  const element = page.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  // A hand presses what it sees: what was scrolled into sight is painted by then.
  await pause(settleMs);
  const box = (await element.boundingBox())!;
  const at = (share: number) => box.x + 4 + (box.width - 8) * share;
  const height = box.y + box.height * y;
  await page.mouse.move(at(from), height);
  await page.mouse.down();
  for (let step = 1; step <= steps; step += 1) {
    await page.mouse.move(at(from + ((to - from) * step) / steps), height);
    await pause(cadenceMs);
  }
  await page.mouse.up();
}

async function benchMoments(page: Page): Promise<void> {
  const moment = page.locator('[data-moment]');
  const before = await moment.innerText();
  const slider = page.getByRole('slider', { name: 'Moment', exact: true });
  const box = (await slider.boundingBox())!;
  const jumps = await watched(page, ['pointerdown'], async () => {
    for (let k = 0; k < inputs; k += 1) {
      // Anywhere, far from the moment before.
      await page.mouse.click(box.x + 8 + (box.width - 16) * ((k * 0.618) % 1), box.y + box.height / 2);
      await pause(cadenceMs);
    }
  });
  if ((await moment.innerText()) === before) throw new Error('The scrubber did not move.');
  note('scrubber, to any moment', jumps, limits.inputMs);
  note(
    'scrubber, dragged',
    await watched(page, ['pointermove'], () => drag(page, 'input[aria-label="Moment"]', 0.05, 0.95, inputs)),
    limits.inputMs,
  );
  note(
    'cursor of the charts, dragged',
    await watched(page, ['pointermove'], () => drag(page, '[data-time-cursor]', 0.2, 0.9, inputs, 0.1)),
    limits.inputMs,
  );
}

async function benchWindow(page: Page): Promise<void> {
  note(
    'stretch, drawn with the brush',
    await watched(page, ['pointermove', 'pointerup'], async () => {
      for (const [from, to] of [
        [0.3, 0.6],
        [0.1, 0.95],
        [0.4, 0.5],
      ] as const) {
        await drag(page, '[data-window-brush]', from, to, Math.ceil(inputs / 3));
        await pause(cadenceMs);
        await page.keyboard.press('Escape');
      }
    }),
    limits.inputMs,
  );
  const brush = page.locator('[data-window-brush]');
  await brush.focus();
  note(
    'stretch, moved with keys',
    await watched(page, ['keydown'], async () => {
      for (let k = 0; k < inputs / 3; k += 1) {
        await page.keyboard.press(k < 4 ? 'ArrowUp' : k % 2 === 0 ? 'ArrowLeft' : 'ArrowRight');
        await pause(cadenceMs);
      }
    }),
    limits.inputMs,
  );
}

async function benchViews(page: Page): Promise<void> {
  const tabs = page.getByRole('tablist', { name: 'Charts and tables' }).getByRole('tab');
  const names = await tabs.allInnerTexts();
  // Back to the first at the end.
  for (const name of [...names.slice(1), names[0]!]) {
    const spot = await spotOf(tabs.filter({ hasText: name }));
    note(
      `tab ${name}`,
      await watched(page, ['pointerdown'], () => page.mouse.click(...spot)),
      limits.inputMs,
    );
  }
  for (const format of ['CSV', 'Perfetto trace']) {
    const spot = await spotOf(status(page).getByRole('button', { name: format, exact: true }));
    const seen = await watched(page, ['pointerdown'], async () => {
      const saved = page.waitForEvent('download');
      await page.mouse.click(...spot);
      await (await saved).path();
    });
    note(`saved as ${format}`, seen, limits.inputMs);
  }
  await page.getByRole('combobox', { name: 'Playback' }).selectOption('60');
  await page.getByRole('slider', { name: 'Moment', exact: true }).focus();
  await page.keyboard.press('Home');
  // Play and Pause are one button.
  const spot = await spotOf(page.getByRole('button', { name: 'Play the run' }));
  const playing = await watched(page, [], async () => {
    await page.mouse.click(...spot);
    await pause(isShort ? 1500 : 5000);
    await page.mouse.click(...spot);
  });
  note('playing, 60 times as fast', playing, null);
}

/** From the press of Cancel to a painted page without the run. */
async function benchCancel(page: Page): Promise<void> {
  const takenMs: number[] = [];
  for (let press = 0; press < presses; press += 1) {
    await page.mouse.click(...(await spotOf(page.locator('[data-run]'))));
    const cancel = page.getByRole('button', { name: 'Cancel', exact: true });
    await cancel.waitFor();
    await pause(150 + 100 * press);
    const taken = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const channel = new MessageChannel();
          document.addEventListener(
            'pointerup',
            ({ timeStamp }) => {
              channel.port1.onmessage = () => resolve(performance.now() - timeStamp);
              const look = () => {
                if (document.querySelector('[data-simulating="running"]') === null)
                  channel.port2.postMessage(null);
                else requestAnimationFrame(look);
              };
              requestAnimationFrame(look);
            },
            { capture: true, once: true },
          );
        }),
    );
    await page.mouse.click(...(await spotOf(cancel)));
    takenMs.push(await taken);
  }
  note('cancelled', { paintedMs: takenMs, longTasksMs: [], framesMs: [] }, limits.cancelMs);
}

const server = await startPreview(4277);
const browser = await launchBrowser();
try {
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Chromium ${browser.version()}`,
  );
  for (const { title, periodMs } of isShort ? cases.slice(0, 1) : cases) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // The compiler behind tsx wraps named functions in a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (value) => value');
    await atLongRun(page, periodMs);
    rows.push([`TASKS ${title.toUpperCase()}`, '', '', '', '', '']);
    await benchRuns(page);
    await benchMoments(page);
    await benchWindow(page);
    await benchViews(page);
    await benchCancel(page);
    await page.close();
  }
} finally {
  await browser.close();
  server.stop();
}
console.log('');
printTable(
  ['10,000 UEs, 10 minutes', 'inputs', 'painted: median ms', 'worst', 'longest frame ms', 'tasks over 50 ms'],
  rows,
);
console.log(
  `limits: no task over ${limits.longTaskMs} ms, inputs painted in ${limits.inputMs} ms, cancelled in ${limits.cancelMs} ms; ${broken === 0 ? 'all hold' : `${broken} broken`}${isShort ? '; short run, for information only' : ''}`,
);
if (!isShort && broken > 0) process.exitCode = 1;
