/** The words after `npm run profile --`. */
import { err, ok, type Result } from '../src/core/result';
import { limits } from '../src/core/scenario/limits';
import { architectures, widths, type CatalogueWorkload } from '../src/core/scenario/types';

export interface ProfileArguments {
  readonly model:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'catalogue'; readonly workload: CatalogueWorkload };
  /** Files of external data; `name` where it is not the name that the model uses. */
  readonly external: readonly { readonly name: string | null; readonly path: string }[];
  readonly dims: Readonly<Record<string, number>>;
  readonly engine: 'native' | 'wasm';
  /** At least one, each once, rising. */
  readonly threads: readonly number[];
  readonly deviceName: string | null;
  readonly strip: boolean;
  readonly format: 'json' | 'csv' | 'trace';
  /** null: named after the model; "-": standard output. */
  readonly out: string | null;
}

export const profileUsage = `usage: npm run profile -- MODEL.onnx [options]      measures a model on this machine, block by block
       npm run profile -- --catalogue resnet-18@224x1 [options]
  --threads 1,4        numbers of threads to measure, one after the other (1)
  --engine native      ONNX Runtime's native build (installed into edge/ when first used), or wasm, which is always there
  --dim batch=1        a size that the model leaves open; once for each
  --external w.bin     a file of external data that does not lie beside the model; NAME=PATH where the names differ
  --name "my server"   what to call this machine
  --strip              leave out what identifies this machine
  --out FILE           where to write (MODEL.profile.json; - = standard output)
  --csv, --trace       write a table, or a trace for Perfetto, instead of the JSON that the page imports`;

/** Options that take a value. */
const valued = ['threads', 'engine', 'dim', 'external', 'name', 'out', 'catalogue'] as const;
const flags = ['strip', 'csv', 'trace'] as const;
type Valued = (typeof valued)[number];
type Flag = (typeof flags)[number];

interface Given {
  readonly files: string[];
  readonly values: Partial<Record<Valued, string[]>>;
  readonly flags: Set<Flag>;
}

/** The error is one line that names the argument. */
export function parseProfileArguments(words: readonly string[]): Result<ProfileArguments, string> {
  const sorted = sortWords(words);
  if (!sorted.ok) return sorted;
  const given = sorted.value;
  const repeated = (['threads', 'engine', 'name', 'out', 'catalogue'] as const).find(
    (name) => (given.values[name]?.length ?? 0) > 1,
  );
  if (repeated !== undefined) return err(`--${repeated}: once only`);
  const model = readModel(given);
  if (!model.ok) return model;
  const threads = readThreads(given.values.threads?.[0] ?? '1');
  if (!threads.ok) return threads;
  const engine = given.values.engine?.[0] ?? 'native';
  if (engine !== 'native' && engine !== 'wasm') return err(`--engine: native or wasm, found "${engine}"`);
  const dims = readDims(given.values.dim ?? []);
  if (!dims.ok) return dims;
  if (given.flags.has('csv') && given.flags.has('trace')) return err('--csv or --trace, not both');
  const format = given.flags.has('csv') ? 'csv' : given.flags.has('trace') ? 'trace' : 'json';
  if (format !== 'json' && threads.value.length > 1) {
    return err(`--${format}: holds one measurement, so --threads takes one number`);
  }
  return ok({
    model: model.value,
    external: (given.values.external ?? []).map(readExternal),
    dims: dims.value,
    engine,
    threads: threads.value,
    deviceName: given.values.name?.[0] ?? null,
    strip: given.flags.has('strip'),
    format,
    out: given.values.out?.[0] ?? null,
  });
}

function sortWords(words: readonly string[]): Result<Given, string> {
  const given: Given = { files: [], values: {}, flags: new Set() };
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    if (!word.startsWith('--')) {
      given.files.push(word);
      continue;
    }
    const [name = '', ...joined] = word.slice(2).split('=');
    const flag = flags.find((known) => known === name);
    const option = valued.find((known) => known === name);
    if (flag !== undefined) {
      if (joined.length > 0) return err(`--${flag}: takes no value`);
      given.flags.add(flag);
    } else if (option !== undefined) {
      const value = joined.length > 0 ? joined.join('=') : words[(i += 1)];
      if (value === undefined || value === '' || (joined.length === 0 && value.startsWith('--'))) {
        return err(`--${option}: a value is missing`);
      }
      (given.values[option] ??= []).push(value);
    } else return err(`${word}: no option of this name`);
  }
  return ok(given);
}

function readModel({ files, values }: Given): Result<ProfileArguments['model'], string> {
  const catalogue = values.catalogue?.[0];
  if (catalogue === undefined) {
    const [path] = files;
    if (path === undefined) return err('a model is missing: a file, or --catalogue NAME');
    return files.length > 1 ? err(`${files[1]!}: one model at a time`) : ok({ kind: 'file', path });
  }
  if (files.length > 0) return err(`${files[0]!}: a file or --catalogue, not both`);
  const match = /^([a-z0-9-]+)(?:@(\d{1,4})(?:x(\d(?:\.\d+)?))?)?$/.exec(catalogue);
  const architecture = architectures.find((name) => name === match?.[1]);
  if (architecture === undefined) {
    return err(`--catalogue: one of ${architectures.join(', ')} as NAME@PIXELSxWIDTH, found "${catalogue}"`);
  }
  const inputPx = Number(match![2] ?? 224);
  if (inputPx < limits.minInputPx || inputPx > limits.maxInputPx) {
    return err(`--catalogue: ${limits.minInputPx} to ${limits.maxInputPx} pixels, found ${inputPx}`);
  }
  const width = widths.find((known) => known === Number(match![3] ?? 1));
  if (width === undefined) return err(`--catalogue: a width of ${widths.join(', ')}, found ${match![3]!}`);
  const precisions = { shipped: 'fp32', rawInput: 'uint8' } as const;
  return ok({
    kind: 'catalogue',
    workload: { kind: 'catalogue', architecture, inputPx, width, ...precisions },
  });
}

const mostThreads = 1024;

function readThreads(text: string): Result<readonly number[], string> {
  const threads = new Set<number>();
  for (const part of text.split(',')) {
    const count = /^\s*\d{1,4}\s*$/.test(part) ? Number(part) : 0;
    if (count < 1 || count > mostThreads) {
      return err(`--threads: numbers from 1 to ${mostThreads} with commas between them, found "${text}"`);
    }
    threads.add(count);
  }
  return ok([...threads].sort((a, b) => a - b));
}

function readDims(texts: readonly string[]): Result<Readonly<Record<string, number>>, string> {
  const dims = new Map<string, number>();
  for (const text of texts) {
    const at = text.lastIndexOf('=');
    const name = text.slice(0, Math.max(0, at)).trim();
    const size = /^\d{1,9}$/.test(text.slice(at + 1)) ? Number(text.slice(at + 1)) : 0;
    if (name === '' || size < 1) return err(`--dim: NAME=SIZE with a size from 1, found "${text}"`);
    if (dims.has(name)) return err(`--dim: "${name}" once only`);
    dims.set(name, size);
  }
  return ok(Object.fromEntries(dims));
}

function readExternal(text: string): { readonly name: string | null; readonly path: string } {
  const at = text.indexOf('=');
  return at < 1 ? { name: null, path: text } : { name: text.slice(0, at), path: text.slice(at + 1) };
}
