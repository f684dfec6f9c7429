/**
 * `npm run bench:profile`: profiles the built-in models in a real Chromium, in the worker as it is built, and says whether
 * the measurements can be trusted. First: blocks add up to the whole within 10 % on one thread, for all models but at most one.
 * Second: what is measured again later agrees, for 90 % of the blocks above 0.1 ms. Ends with 1 where either does not hold.
 *
 *   --minutes N     between the two passes (10)
 *   --models a,b    instead of all built-ins
 *   --size N        height and width of the picture (224)
 *   --short         two small models, 64 px, no waiting: shows that it works, not that it holds
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { secondsOf } from '../src/core/profile/blockTime';
import type { BlockSample } from '../src/core/profile/types';
import { architectures, type Architecture, type CatalogueWorkload } from '../src/core/scenario/types';
import type { ProfileMeasurement } from '../src/protocol/profilerApi';
import { launchBrowser } from '../tools/launchBrowser';
import { startPreview } from '../tools/previewServer';
import { openProfilerPage, type ProfilerPage } from '../tools/profilerPage';
import { printTable } from './measure';

const sumWithin = 0.1;
const exceptionsAllowed = 1;
const longBlockS = 1e-4;
const mediansWithin = 0.1;
const agreeAtLeast = 0.9;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    models: { type: 'string' },
    size: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
});
const chosen = options.models?.split(',') ?? (options.short ? ['mobilenet-v2', 'alexnet'] : architectures);
const models = chosen.map((name): Architecture => {
  const known = architectures.find((architecture) => architecture === name);
  if (known === undefined) throw new Error(`${name} is none of ${architectures.join(', ')}`);
  return known;
});
const inputPx = Number(options.size ?? (options.short ? 64 : 224));
const minutes = options.short ? 0 : Number(options.minutes);
if (!Number.isInteger(inputPx) || !(minutes >= 0)) throw new Error('--size and --minutes are numbers');

async function measureAll(page: ProfilerPage): Promise<ReadonlyMap<Architecture, ProfileMeasurement>> {
  const measured = new Map<Architecture, ProfileMeasurement>();
  for (const architecture of models) {
    const workload: CatalogueWorkload = {
      kind: 'catalogue',
      architecture,
      inputPx,
      width: 1,
      shipped: 'fp32',
      rawInput: 'fp32',
    };
    const profiled = await page.profile({
      source: { kind: 'catalogue', workload, seed: 1, weights: 'cheap' },
      seed: 1,
      backend: 'wasm',
      threads: 1,
      date: new Date().toISOString(),
    });
    if (!profiled.ok) throw new Error(`${architecture}: ${JSON.stringify(profiled.error)}`);
    measured.set(architecture, profiled.value);
  }
  return measured;
}

interface Agreement {
  readonly long: number;
  readonly agreeing: number;
}

/** Blocks above 0.1 ms in either pass, and how many of them were found to take the same. */
function compareBlocks(first: readonly BlockSample[], second: readonly BlockSample[]): Agreement {
  const pairs = first.map((block, index) => [block, second[index]!] as const);
  const long = pairs.filter((pair) => pair.some(({ time }) => secondsOf(time) > longBlockS));
  return { long: long.length, agreeing: long.filter(([a, b]) => agree(a, b)).length };
}

function agree(a: BlockSample, b: BlockSample): boolean {
  const [timeA, timeB] = [secondsOf(a.time), secondsOf(b.time)];
  if (Math.abs(timeA - timeB) < mediansWithin * Math.min(timeA, timeB)) return true;
  if (a.intervalS === null || b.intervalS === null) return false;
  return a.intervalS[0] <= b.intervalS[1] && b.intervalS[0] <= a.intervalS[1];
}

const ms = (seconds: number): string => (seconds * 1e3).toFixed(2);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const ratioOf = ({ source }: ProfileMeasurement): number => source.ratio ?? source.sumS / source.endToEndS;

function printPass(title: string, measured: ReadonlyMap<Architecture, ProfileMeasurement>): number {
  console.log(`\n${title}`);
  printTable(
    ['model', 'end to end ms', '95 % interval', 'p90 ms', 'min ms', 'blocks / whole', 'runs', 'steady'],
    [...measured].map(([name, measurement]) => {
      const { endToEndIntervalS, endToEndMinS, endToEndP90S, endToEndS, runs, steadiness } =
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
        steadiness,
      ];
    }),
  );
  for (const [name, { source }] of measured)
    if (source.reason !== '') console.log(`${name}: ${source.reason}`);
  return [...measured.values()].filter((measurement) => Math.abs(ratioOf(measurement) - 1) > sumWithin)
    .length;
}

const server = await startPreview(4274);
const browser = await launchBrowser();
try {
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Chromium ${browser.version()}, ${inputPx} px, 1 thread`,
  );
  const page = await openProfilerPage(browser, server.address);
  const first = await measureAll(page);
  const apart = printPass('First pass', first);
  if (minutes > 0) {
    console.log(`\nWaiting ${minutes} minutes.`);
    await new Promise((resolve) => setTimeout(resolve, minutes * 60_000));
  }
  const second = await measureAll(page);
  const apartAgain = printPass('Second pass', second);

  const rows = models.map((name) => compareBlocks(first.get(name)!.blocks, second.get(name)!.blocks));
  console.log('\nThe same blocks, measured twice');
  printTable(
    ['model', 'blocks > 0.1 ms', 'agree'],
    models.map((name, index) => [name, String(rows[index]!.long), String(rows[index]!.agreeing)]),
  );
  const long = rows.reduce((sum, row) => sum + row.long, 0);
  const agreeing = rows.reduce((sum, row) => sum + row.agreeing, 0);
  const addsUp = Math.max(apart, apartAgain) <= exceptionsAllowed;
  const repeats = agreeing >= agreeAtLeast * long;
  console.log(
    `\nBlocks add up to the whole within 10 %, with at most ${exceptionsAllowed} exception a pass (${apart} and ${apartAgain}): ${addsUp ? 'holds' : 'DOES NOT HOLD'}.`,
  );
  console.log(
    `Intervals overlap or medians differ by less than 10 % for ${agreeing} of ${long} blocks (90 % wanted): ${repeats ? 'holds' : 'DOES NOT HOLD'}.`,
  );
  if (!options.short && (!addsUp || !repeats)) process.exitCode = 1;
} finally {
  await browser.close();
  server.stop();
}
