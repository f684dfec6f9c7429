/**
 * `npm run reproduce`: every figure of HiveMind's evaluation, run from a seed, with the paper's numbers and a verdict for each
 * claim. The table goes to standard output, the report to a Markdown file, progress to standard error. Exit status 0 whatever the
 * verdicts are: to differ is a result; 2 with a line on standard error when it was called wrongly or cannot write.
 */
import { writeFileSync } from 'node:fs';
import { figures } from '../src/core/reproduce/figures';
import { parseReproduceArguments, reproduceUsage, type ReproduceArguments } from './reproduceArguments';
import { reproducedMarkdown, reproducedTable, type Reproduced } from './reproduceReport';

function main(words: readonly string[]): number {
  const options = parseReproduceArguments(words);
  if (!options.ok) return fail(`${options.error}\n${reproduceUsage}`);
  const { out, page } = options.value;
  const all = reproduceAll(options.value);
  const report = reproducedMarkdown(all, page);
  if (out === '-') {
    process.stdout.write(report);
    return 0;
  }
  try {
    writeFileSync(out, report);
  } catch (error) {
    return fail(`${out}: cannot be written (${error instanceof Error ? error.message : String(error)})`);
  }
  process.stdout.write(`${reproducedTable(all, page)}\nThe report is in ${out}.\n`);
  return 0;
}

function reproduceAll({ figures: asked, seed, preset, scale }: ReproduceArguments): Reproduced[] {
  const chosen = figures.filter(({ id }) => asked.includes(id));
  const startMs = performance.now();
  const all = chosen.map((figure): Reproduced => {
    const figureMs = performance.now();
    const onPart = progressOf(figure.id);
    const result = figure.run({ seed, preset, overrides: {}, scale, onPart });
    const tookS = (performance.now() - figureMs) / 1e3;
    say(`Figure ${figure.id}: ${tookS.toFixed(1)} s`);
    return { figure, result, tookS };
  });
  say(`All: ${((performance.now() - startMs) / 1e3).toFixed(1)} s`);
  return all;
}

const { stderr } = process;
let shown = '';

function clear(): void {
  if (shown !== '') stderr.write(`\r${' '.repeat(shown.length)}\r`);
  shown = '';
}

function say(line: string): void {
  clear();
  stderr.write(`${line}\n`);
}

/** A line that changes is for a terminal, not for a log. */
function progressOf(figure: number): (part: number) => void {
  return (part) => {
    if (!stderr.isTTY) return;
    const line = `Figure ${figure}: ${Math.floor(100 * part)} %`;
    if (line === shown) return;
    clear();
    stderr.write(line);
    shown = line;
  };
}

function fail(text: string): number {
  stderr.write(`${text}\n`);
  return 2;
}

const words = process.argv.slice(2);
if (words.includes('--help')) process.stdout.write(`${reproduceUsage}\n`);
else process.exitCode = main(words);
