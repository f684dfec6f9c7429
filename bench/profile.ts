/**
 * `npm run bench:profile`: profiles the models that come with the page in a real Chromium, in the worker as it is built, and says
 * whether the measurements can be trusted. First: blocks add up to the whole within 10 % on one thread, in both passes, for all
 * models but at most one. Second: what is measured again later agrees, for 90 % of the blocks above 0.1 ms. Ends with 1 where
 * either does not hold.
 *
 *   --minutes N     between the two passes (10)
 *   --models a,b    instead of all built-ins, the pretrained ones included
 *   --size N        height and width of the picture of catalogue models (224)
 *   --short         three small models, 64 px, no waiting: shows that it works, not that it holds
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { ProfileMeasurement } from '../src/protocol/profilerApi';
import { launchBrowser } from '../tools/launchBrowser';
import { startPreview } from '../tools/previewServer';
import { openProfilerPage, type ProfilerPage } from '../tools/profilerPage';
import { printTable } from './measure';
import { builtIn, openBuiltIn } from './profileModels';
import { compareBlocks, modelsApart, modelsByMeans, ratioOf } from './profileVerdict';

const exceptionsAllowed = 1;
const agreeAtLeast = 0.9;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    models: { type: 'string' },
    size: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
});
const inputPx = Number(options.size ?? (options.short ? 64 : 224));
const minutes = options.short ? 0 : Number(options.minutes);
if (!Number.isInteger(inputPx) || !(minutes >= 0)) throw new Error('--size and --minutes are numbers');
const names = options.models?.split(',') ?? (options.short ? ['mobilenet-v2', 'alexnet', 'face'] : builtIn);
const models = await Promise.all(
  names.map(async (name) => ({ name, source: await openBuiltIn(name, inputPx) })),
);

type MeasuredPass = ReadonlyMap<string, ProfileMeasurement>;

async function measureAll(page: ProfilerPage): Promise<MeasuredPass> {
  const measured = new Map<string, ProfileMeasurement>();
  for (const { name, source } of models) {
    const profiled = await page.profile({
      source,
      seed: 1,
      backend: 'wasm',
      threads: 1,
      date: new Date().toISOString(),
    });
    if (!profiled.ok) throw new Error(`${name}: ${JSON.stringify(profiled.error)}`);
    measured.set(name, profiled.value);
  }
  return measured;
}

const ms = (seconds: number): string => (seconds * 1e3).toFixed(2);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
/** "none", "2: a, b" */
const listed = (found: readonly string[]): string =>
  found.length === 0 ? 'none' : `${found.length}: ${found.join(', ')}`;

function printPass(title: string, measured: MeasuredPass): void {
  console.log(`\n${title}`);
  printTable(
    [
      'model',
      'end to end ms',
      '95 % interval',
      'p90 ms',
      'min ms',
      'blocks / whole',
      'runs',
      'blocks by',
      'steady',
    ],
    [...measured].map(([name, measurement]) => {
      const { endToEndIntervalS, endToEndMinS, endToEndP90S, endToEndS, runs, statistic, steadiness } =
        measurement.source;
      const interval = endToEndIntervalS.map(ms).join(' to ');
      const [p90, least] = [endToEndP90S, endToEndMinS].map((value) => ms(value ?? NaN));
      return [
        name,
        ms(endToEndS),
        interval,
        p90!,
        least!,
        percent(ratioOf(measurement)),
        String(runs),
        statistic,
        steadiness,
      ];
    }),
  );
  for (const [name, { source }] of measured)
    if (source.reason !== '') console.log(`${name}: ${source.reason}`);
}

const server = await startPreview(4274);
const browser = await launchBrowser();
try {
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Chromium ${browser.version()}, ${inputPx} px, 1 thread`,
  );
  const page = await openProfilerPage(browser, server.address);
  const first = await measureAll(page);
  printPass('First pass', first);
  if (minutes > 0) {
    console.log(`\nWaiting ${minutes} minutes.`);
    await new Promise((resolve) => setTimeout(resolve, minutes * 60_000));
  }
  const second = await measureAll(page);
  printPass('Second pass', second);

  const rows = models.map(({ name }) => compareBlocks(first.get(name)!, second.get(name)!));
  console.log('\nThe same blocks, measured twice');
  printTable(
    ['model', 'blocks > 0.1 ms', 'agree'],
    models.map(({ name }, index) => [name, String(rows[index]!.long), String(rows[index]!.agreeing)]),
  );
  const long = rows.reduce((sum, row) => sum + row.long, 0);
  const agreeing = rows.reduce((sum, row) => sum + row.agreeing, 0);
  const apart = modelsApart([first, second]);
  const byMeans = modelsByMeans([first, second]);
  const addsUp = apart.length <= exceptionsAllowed;
  const repeats = agreeing >= agreeAtLeast * long;
  console.log(
    `\nBlocks add up to the whole within 10 % in both passes, for all models but at most ${exceptionsAllowed} (${listed(apart)}): ${addsUp ? 'holds' : 'DOES NOT HOLD'}.`,
  );
  console.log(
    `Intervals overlap or medians differ by less than 10 % for ${agreeing} of ${long} blocks (90 % wanted): ${repeats ? 'holds' : 'DOES NOT HOLD'}.`,
  );
  console.log(
    `Means in place of medians, where a pass was not steady or its clock is coarse: ${listed(byMeans)}.`,
  );
  if (!options.short && (!addsUp || !repeats)) process.exitCode = 1;
} finally {
  await browser.close();
  server.stop();
}
