/** The words after `npm run reproduce --`. */
import {
  assumptionPresets,
  figureIds,
  type AssumptionPreset,
  type FigureId,
} from '../src/core/reproduce/types';
import { err, ok, type Result } from '../src/core/result';
import { limits } from '../src/core/scenario/limits';

export interface ReproduceArguments {
  /** In the paper's order, each once. */
  readonly figures: readonly FigureId[];
  readonly seed: number;
  readonly preset: AssumptionPreset;
  /** Of simulated time. */
  readonly scale: number;
  readonly out: string;
  /** Address of the page, without a fragment, before each figure's link; null: the links are fragments. */
  readonly page: string | null;
}

const usualReport = 'reproduce.md';
/** Of `--short`: enough to see that everything runs. */
const shortScale = 0.05;

const valued: readonly string[] = ['--figures', '--seed', '--preset', '--out', '--page'];

export const reproduceUsage = `usage: npm run reproduce [-- options]      runs the figures of HiveMind's evaluation beside the paper's numbers
  --figures 2,6          only these (${figureIds.join(', ')})
  --seed N               of everything random (1)
  --preset honest        224 px pictures; calibrated (the default): 88 px, at which ResNet-18's layers are as large as the paper says
  --short                a twentieth of the simulated time: to see that it runs, not for numbers
  --out FILE             where to write the report (${usualReport}, which git ignores; - = standard output)
  --page URL             address of the page, so that each figure's link is whole; without it the link is what stands after the page's address`;

/** The error is one line that names the argument. */
export function parseReproduceArguments(words: readonly string[]): Result<ReproduceArguments, string> {
  const given = new Map<string, string>();
  for (let k = 0; k < words.length; k++) {
    const [name, attached] = splitWord(words[k]!);
    if (!valued.includes(name) && name !== '--short') {
      return err(`${words[k]!}: no such argument`);
    }
    if (given.has(name)) return err(`${name}: once only`);
    if (name === '--short') {
      if (attached !== null) return err('--short: takes no value');
      given.set(name, '');
      continue;
    }
    const value = attached ?? words[++k];
    if (value === undefined || value === '') return err(`${name}: a value is missing`);
    given.set(name, value);
  }
  const figures = readFigures(given.get('--figures'));
  if (!figures.ok) return figures;
  const seed = readSeed(given.get('--seed') ?? '1');
  if (!seed.ok) return seed;
  const asked = given.get('--preset') ?? 'calibrated';
  const preset = assumptionPresets.find((each) => each === asked);
  if (preset === undefined) return err(`--preset: ${assumptionPresets.join(' or ')}, found "${asked}"`);
  const page = readPage(given.get('--page'));
  if (!page.ok) return page;
  return ok({
    figures: figures.value,
    seed: seed.value,
    preset,
    scale: given.has('--short') ? shortScale : 1,
    out: given.get('--out') ?? usualReport,
    page: page.value,
  });
}

function splitWord(word: string): readonly [name: string, value: string | null] {
  const at = word.indexOf('=');
  return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)];
}

function readFigures(list: string | undefined): Result<readonly FigureId[], string> {
  if (list === undefined) return ok(figureIds);
  const asked = list.split(',').map((word) => word.trim());
  const unknown = asked.find((word) => !figureIds.some((id) => String(id) === word));
  if (unknown !== undefined) {
    return err(`--figures: there is no figure "${unknown}" to reproduce (${figureIds.join(', ')})`);
  }
  return ok(figureIds.filter((id) => asked.includes(String(id))));
}

function readSeed(word: string): Result<number, string> {
  const seed = /^\d+$/.test(word) ? Number(word) : NaN;
  return seed <= limits.seed
    ? ok(seed)
    : err(`--seed: a whole number from 0 to ${limits.seed}, found "${word}"`);
}

function readPage(address: string | undefined): Result<string | null, string> {
  if (address === undefined) return ok(null);
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    return err(`--page: an address that starts with http:// or https://, found "${address}"`);
  }
  url.hash = '';
  return ok(url.href);
}
