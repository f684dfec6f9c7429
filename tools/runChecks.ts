/**
 * `npm test`: every check in turn, each stage printed with its time, ending with one line "N passed, N failed"
 * (unit and browser tests summed, every other stage counts as one). `--no-browser` is `npm run check`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './findBrowser';
import { countPlaywright, countVitest, type Count } from './testCounts';

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  /** Where the stage writes its test results as JSON, and how to count them; without it the stage counts as one. */
  readonly results?: { readonly file: string; readonly count: (json: unknown) => Count };
  readonly needsBrowser?: boolean;
  /** Reads files and writes none that others read: runs beside its neighbours that do so too, and prints when it is done. */
  readonly besideOthers?: boolean;
}

const reports = join('node_modules', '.cache', 'reports');
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

const stages: readonly Stage[] = [
  { name: 'lint', command: ['eslint', '--max-warnings=0', '.'], besideOthers: true },
  { name: 'formatting', command: ['prettier', '--check', '--log-level=warn', '.'], besideOthers: true },
  { name: 'types', command: ['tsc', '-b'], besideOthers: true },
  {
    name: 'layer rules',
    command: ['depcruise', '--output-type', 'err', 'src', 'workers', 'cli', 'edge', 'bench', 'tools', 'e2e'],
    besideOthers: true,
  },
  { name: 'dead code', command: ['knip'], besideOthers: true },
  {
    name: 'unit tests',
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitestReport}`],
    results: { file: vitestReport, count: countVitest },
  },
  { name: 'headless solve', command: ['npm', 'run', '-s', 'solve', '--', 'public/examples/opening.json'] },
  {
    name: 'headless raw problem',
    command: ['npm', 'run', '-s', 'solve', '--', 'public/examples/raw-dag.json'],
  },
  {
    name: 'certificate',
    command: ['npm', 'run', '-s', 'check:certificate', '--', 'public/examples/proof.json'],
  },
  {
    name: 'profiler without a browser',
    command: [
      ...['npm', 'run', '-s', 'profile', '--', '--catalogue', 'mobilenet-v2@64x0.25'],
      ...['--engine', 'wasm', '--out', join(reports, 'profile.json')],
    ],
  },
  {
    name: 'the paper, short',
    command: ['npm', 'run', '-s', 'reproduce', '--', '--short', '--out', join(reports, 'reproduce.md')],
  },
  { name: 'solver bench', command: ['npm', 'run', '-s', 'bench'] },
  { name: 'production build', command: ['npm', 'run', '-s', 'build'] },
  { name: 'size budget', command: ['size-limit'] },
  { name: 'development server', command: ['tsx', 'tools/checkDevelopment.ts'] },
  {
    name: 'browser tests',
    command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts'],
    results: { file: playwrightReport, count: countPlaywright },
    needsBrowser: true,
  },
  {
    name: 'profile bench, short',
    command: ['npm', 'run', '-s', 'bench:profile', '--', '--short'],
    needsBrowser: true,
  },
  {
    name: 'split bench, short',
    command: ['npm', 'run', '-s', 'bench:split', '--', '--short'],
    needsBrowser: true,
  },
  {
    name: 'cancel bench, short',
    command: ['npm', 'run', '-s', 'bench:cancel', '--', '--short'],
    needsBrowser: true,
  },
  {
    name: 'simulation in the page, short',
    command: ['npm', 'run', '-s', 'bench:simulate', '--', '--short'],
    needsBrowser: true,
  },
  { name: 'drag bench', command: ['npm', 'run', '-s', 'bench:ui'], needsBrowser: true },
  {
    name: 'picture',
    command: ['npm', 'run', '-s', 'picture', '--', join(reports, 'picture.png')],
    needsBrowser: true,
  },
];

async function runStage(stage: Stage): Promise<Count> {
  const environment: NodeJS.ProcessEnv = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport };
  if (stage.needsBrowser === true) {
    try {
      environment['CHROME_PATH'] = ensureBrowser();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    }
  }
  if (stage.results) rmSync(stage.results.file, { force: true });
  const exitedWell = (await exitOf(stage, environment)) === 0;
  if (!stage.results) return { passed: exitedWell ? 1 : 0, failed: exitedWell ? 0 : 1 };
  const count = readCount(stage.results.file, stage.results.count);
  // A runner that fails without a failed test (a crash, an unhandled error, no test at all) is a failure too.
  return exitedWell && count.passed > 0 ? count : { ...count, failed: Math.max(1, count.failed) };
}

/** Its exit status; null: it did not start, or was ended. */
function exitOf({ command, besideOthers }: Stage, env: NodeJS.ProcessEnv): Promise<number | null> {
  const [program, ...args] = command as [string, ...string[]];
  const started = program === 'npm' ? [program, ...args] : ['npx', '--no-install', program, ...args];
  return new Promise((resolve) => {
    const isHeld = besideOthers === true;
    const child = spawn(started[0]!, started.slice(1), {
      stdio: isHeld ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env,
    });
    const held: Buffer[] = [];
    const hold = (part: Buffer): number => held.push(part);
    child.stdout?.on('data', hold);
    child.stderr?.on('data', hold);
    child.on('error', (error) => {
      console.error(error.message);
      resolve(null);
    });
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(held));
      resolve(status);
    });
  });
}

function readCount(file: string, count: (json: unknown) => Count): Count {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

mkdirSync(reports, { recursive: true });
const browser = !process.argv.includes('--no-browser');
let passed = 0;
let failed = 0;

async function check(stage: Stage): Promise<void> {
  if (stage.besideOthers !== true) console.log(`\n== ${stage.name}`);
  const start = performance.now();
  const count = await runStage(stage);
  passed += count.passed;
  failed += count.failed;
  const verdict = count.failed === 0 ? 'ok' : 'FAILED';
  console.log(`== ${stage.name}: ${verdict}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** One after the other in each of two lanes: a core each on the smallest machine. */
async function checkTogether(together: readonly Stage[]): Promise<void> {
  const waiting = [...together];
  const lane = async (): Promise<void> => {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) await check(stage);
  };
  await Promise.all([lane(), lane()]);
}

const asked = stages.filter((candidate) => browser || candidate.needsBrowser !== true);
await checkTogether(asked.filter(({ besideOthers }) => besideOthers));
for (const stage of asked.filter(({ besideOthers }) => besideOthers !== true)) await check(stage);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
