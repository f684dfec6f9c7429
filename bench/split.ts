/**
 * `npm run bench:split`: profiles catalogue models in a real Chromium with the built product, runs every single cut of each at
 * several bandwidths with the product's own workers and links, and holds predicted against executed times. `--short`: one
 * small model at one bandwidth, no limits.
 *
 * Everything is driven as a visitor would: a document is opened, the device measured, the split run, the table saved.
 */
import type { FileChooser, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { workloadChain } from '../src/core/model/workloadChain';
import { refreshProfiles } from '../src/core/profile/profileFor';
import { openingScenario } from '../src/core/scenario/presets/opening';
import type { Architecture, CatalogueWorkload, Scenario, Width } from '../src/core/scenario/types';
import { median, quantile } from '../src/core/statistics';
import { launchBrowser } from '../tools/launchBrowser';
import { startPreview } from '../tools/previewServer';
import { printTable } from './measure';

const isShort = process.argv.includes('--short');
const limits = { cells: 300, median: 0.08, p90: 0.15 } as const;
const repetitions = isShort ? 5 : 10;
const bandwidths: readonly string[] = isShort ? ['1'] : ['0.5', '1', '2', '4'];
/** High enough that the link takes less than half of the total at most cuts [Mbit/s]. */
const radioMbps = 1500;

/** `--models resnet-18@160x1,...` runs these alone. */
const wanted = process.argv.find((_, k) => process.argv[k - 1] === '--models')?.split(',');

const allModels: readonly (readonly [Architecture, number, Width])[] = isShort
  ? [['mobilenet-v2', 128, 0.5]]
  : [
      ['mobilenet-v2', 224, 1],
      ['resnet-18', 160, 1],
      ['mobilenet-v2', 160, 1],
      ['resnet-50', 96, 0.5],
    ];
const models = allModels.filter(
  ([architecture, inputPx, width]) => wanted?.includes(`${architecture}@${inputPx}x${width}`) ?? true,
);

/** One row of the table that the page saves. */
interface Row {
  readonly cut: number;
  readonly factor: number;
  readonly compute: readonly [predicted: number, executed: number];
  readonly total: readonly [predicted: number, executed: number];
  readonly handling: readonly [predicted: number, executed: number];
  readonly bytes: readonly [predicted: number, sent: number];
  readonly counts: boolean;
  /** Computing, as predicted without the pace of the day. */
  readonly unpaced: number;
  readonly pace: number;
}

/** Tells that the file was read. */
const benchName = 'Split bench';

function documentFor(workload: CatalogueWorkload): Scenario {
  const blocks = workloadChain(workload).blocks.length;
  const [phone, , host] = openingScenario.nodes;
  return refreshProfiles({
    ...openingScenario,
    name: benchName,
    workload,
    links: openingScenario.links.map((link, k) =>
      k === 0 ? { ...link, aToBMbps: radioMbps, bToAMbps: radioMbps } : link,
    ),
    ownSplit: { nodes: [phone!.id, host!.id], boundaries: [Math.floor(blocks / 2), blocks] },
  });
}

/** A key pressed before the window has the focus is lost: it is pressed until somebody answers. */
async function chooserOf(page: Page, tries = 6): Promise<FileChooser> {
  const choosing = page.waitForEvent('filechooser', { timeout: 5000 }).catch(() => null);
  await page.keyboard.press('Control+o');
  const chooser = await choosing;
  if (chooser !== null) return chooser;
  if (tries === 0) throw new Error('The page asked for no file.');
  return chooserOf(page, tries - 1);
}

async function openDocument(page: Page, scenario: Scenario): Promise<void> {
  const chooser = await chooserOf(page);
  await chooser.setFiles({
    name: 'bench.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(scenario)),
  });
  await page.waitForFunction(
    (name) => [...document.querySelectorAll('input')].some(({ value }) => value === name),
    benchName,
  );
  await idle(page);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('option', { name: /Your split/ }).click();
  await page.getByRole('tab', { name: 'Run', exact: true }).click();
}

async function idle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['state'] === 'idle');
}

/** Measures on one thread: the page believes in one core, so that it tries no other count. */
async function profile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Measure this device first' }).click();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page
    .getByText(/measured here with WebAssembly, 1 thread/)
    .first()
    .waitFor({ timeout: 180_000 });
}

async function run(page: Page): Promise<readonly Row[]> {
  const panel = page.locator('#dock-panel');
  const count = panel.getByRole('textbox', { name: /^Executions of each cell/ });
  await count.fill(String(repetitions));
  await count.press('Enter');
  await panel.getByRole('combobox', { name: 'Cuts' }).selectOption('all');
  // On before off: one factor has to stay.
  for (const isOn of [true, false]) {
    for (const factor of ['0.25', '0.5', '1', '2', '4']) {
      if (bandwidths.includes(factor) === isOn) {
        await panel.getByRole('checkbox', { name: factor, exact: true }).setChecked(isOn);
      }
    }
  }
  // Other configurations may still be measured: until then it cannot be pressed.
  await panel.getByRole('button', { name: /^Run (this split|it again)$/ }).click({ timeout: 180_000 });
  await page.locator('[data-split-run="done"], [data-split-run="failed"]').waitFor({ timeout: 3_600_000 });
  const failure = panel.getByRole('alert');
  if ((await failure.count()) > 0) throw new Error(await failure.first().innerText());
  const check = panel.locator('[data-run-check]');
  const words = await check.innerText();
  if (!/^(equal|close)$/.test((await check.getAttribute('data-run-check')) ?? '')) throw new Error(words);
  console.log(`  ${words}`);
  const saving = page.waitForEvent('download');
  await panel.locator('[data-chart="run-cells"]').getByRole('button', { name: 'CSV' }).click();
  return parseRows(readFileSync(await (await saving).path(), 'utf8'));
}

function parseRows(csv: string): readonly Row[] {
  return csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => {
      const cells = line.split(',');
      const pair = (k: number): [number, number] => [Number(cells[k]), Number(cells[k + 1])];
      return {
        cut: Number(cells[0]),
        factor: Number(cells[1]),
        compute: pair(3),
        handling: pair(8),
        total: pair(10),
        bytes: pair(13),
        counts: cells[15] === 'yes',
        unpaced: Number(cells[16]),
        pace: Number(cells[17]),
      };
    });
}

const signed = ([predicted, executed]: readonly [number, number]): number => predicted / executed - 1;
const percent = (ratio: number): string => `${(ratio * 100).toFixed(1)} %`;

function line(name: string, rows: readonly Row[]): readonly string[] {
  const counted = rows.filter(({ counts }) => counts);
  const columns = (['compute', 'total'] as const).flatMap((quantity) => {
    const errors = counted.map((row) => signed(row[quantity]));
    const sizes = errors.map(Math.abs);
    return [percent(median(sizes)), percent(quantile(sizes, 0.9)), percent(median(errors))];
  });
  const handling = percent(median(counted.map((row) => signed(row.handling))));
  return [name, `${counted.length}/${rows.length}`, ...columns, handling];
}

/** The same rows as they would be predicted at pace 1: by the profile of minutes ago alone. */
const atPaceOne = (rows: readonly Row[]): readonly Row[] =>
  rows.map((row) => ({
    ...row,
    compute: [row.unpaced, row.compute[1]],
    total: [row.total[0] - row.compute[0] + row.unpaced, row.total[1]],
  }));

const server = await startPreview(4274);
const browser = await launchBrowser();
const all: Row[] = [];
const table: (readonly string[])[] = [];
try {
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Chromium ${browser.version()}, 1 thread, ${repetitions} executions a cell`,
  );
  for (const [architecture, inputPx, width] of models) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // As text: a function would be sent with helpers of the compiler that the page does not have.
    await page.addInitScript({
      content: "Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 1 });",
    });
    await page.goto(server.address);
    if ((await page.evaluate('navigator.hardwareConcurrency')) !== 1)
      throw new Error('The page knows of more than one core.');
    await idle(page);
    const name = `${architecture} ${inputPx} px, width ${width}`;
    console.log(name);
    await openDocument(
      page,
      documentFor({ kind: 'catalogue', architecture, inputPx, width, shipped: 'fp32', rawInput: 'fp32' }),
    );
    await profile(page);
    const rows = await run(page);
    const wrongBytes = rows.filter(({ bytes: [predicted, sent] }) => predicted !== sent);
    if (wrongBytes.length > 0)
      throw new Error(`${name}: ${wrongBytes.length} cells sent other bytes than predicted`);
    all.push(...rows);
    const figures = line(name, rows);
    const plain = line(`${name}, pace 1`, atPaceOne(rows));
    table.push(figures, plain);
    console.log(`  ${figures.slice(1).join('  ')}`);
    console.log(`  at pace 1 (no correction): ${plain.slice(1).join('  ')}`);
    console.log(`  median pace ${median(rows.map(({ pace }) => pace)).toFixed(3)}`);
    await page.close();
  }
} finally {
  await browser.close();
  server.stop();
}
table.push(line('all', all), line('all, pace 1 (no correction)', atPaceOne(all)));
printTable(
  [
    'model',
    'cells',
    'compute median',
    'p90',
    'signed',
    'total median',
    'p90',
    'signed',
    'messages and encoding signed',
  ],
  table,
);
const counted = all.filter(({ counts }) => counts);
const holds = (['compute', 'total'] as const).every((quantity) => {
  const sizes = counted.map((row) => Math.abs(signed(row[quantity])));
  return median(sizes) <= limits.median && quantile(sizes, 0.9) <= limits.p90;
});
console.log(
  `${counted.length} cells with a link that takes at most half of the total (limit: at least ${limits.cells}); errors against ${percent(limits.median)} (median) and ${percent(limits.p90)} (p90): ${holds ? 'hold' : 'do not hold'}${isShort ? '; short run, for information only' : ''}`,
);
if (!isShort && (!holds || counted.length < limits.cells)) process.exitCode = 1;
