/** Block times as a table: from a spreadsheet or another program in, and out again. */
import { csvFormatRows } from 'd3-dsv';
import { err, ok, type Result } from '../../result';
import { readLines, type TableError, type TableLine } from '../../scenario/customChainCsv';
import { limits } from '../../scenario/limits';
import type { BlockSample, BlockTime, Profile } from '../types';
import { readCsvHeader, type CsvColumn, type CsvRole } from './csvHeader';

/**
 * Reads one time for every block: comma-, semicolon- or tab-separated, a header first (see csvHeader.ts). A time below the
 * clock's resolution is written "<0.005".
 *
 * @param names - of the model's blocks, in order
 */
export function parseProfileCsv(
  text: string,
  names: readonly string[],
): Result<readonly BlockSample[], TableError> {
  const lines = readLines(text.replace(/^\ufeff/, ''));
  const first = lines[0];
  if (first === undefined) return err({ line: 1, column: 1, expected: 'a header and a line for each block' });
  const header = readCsvHeader(first.cells);
  if (!header.ok) return err({ line: first.line, ...header.error });
  const samples = new Map<number, { readonly sample: BlockSample; readonly line: number }>();
  for (const line of lines.slice(1)) {
    const row = readRow(line, header.value, names);
    if (!row.ok) return row;
    const { block, sample, column } = row.value;
    const before = samples.get(block);
    if (before !== undefined) {
      const expected = `each block once: "${short(names[block]!)}" is already on line ${before.line}`;
      return err({ line: line.line, column, expected });
    }
    samples.set(block, { sample, line: line.line });
  }
  const missing = names.filter((_, block) => !samples.has(block));
  if (missing.length > 0) {
    const expected = `a line for each of the ${names.length} blocks; missing: ${listed(missing)}`;
    return err({ line: lines.at(-1)!.line + 1, column: 1, expected });
  }
  return ok(names.map((_, block) => samples.get(block)!.sample));
}

/** A table that `parseProfileCsv` reads back to the same times. */
export function profileToCsv({ blocks }: Profile, names: readonly string[]): string {
  const has = (key: 'intervalS' | 'p90S' | 'minS'): boolean =>
    blocks.some((sample) => sample[key] !== undefined && sample[key] !== null);
  const optional: readonly (readonly [string, boolean, (sample: BlockSample) => number | undefined])[] = [
    ['low_s', has('intervalS'), ({ intervalS }) => intervalS?.[0]],
    ['high_s', has('intervalS'), ({ intervalS }) => intervalS?.[1]],
    ['p90_s', has('p90S'), ({ p90S }) => p90S],
    ['min_s', has('minS'), ({ minS }) => minS],
  ];
  const used = optional.filter(([, isUsed]) => isUsed);
  const rows = blocks.map((sample, block) => [
    String(block + 1),
    guarded(names[block] ?? ''),
    timeText(sample.time),
    ...used.map(([, , read]) => String(read(sample) ?? '')),
  ]);
  return csvFormatRows([['number', 'block', 'time_s', ...used.map(([title]) => title)], ...rows]);
}

const timeText = (time: BlockTime): string => ('seconds' in time ? String(time.seconds) : `<${time.belowS}`);

/** A spreadsheet would run a name that begins like a formula. */
export const guarded = (name: string): string => (/^[=+\-@\t\r]/.test(name) ? `'${name}` : name);

interface Row {
  readonly block: number;
  readonly sample: BlockSample;
  /** Of what named the block, from 1. */
  readonly column: number;
}

function readRow(
  line: TableLine,
  columns: readonly CsvColumn[],
  names: readonly string[],
): Result<Row, TableError> {
  const fail = (column: number, expected: string) => err({ line: line.line, column, expected });
  if (line.cells.length > columns.length) {
    const expected = `${columns.length} fields as in the header; decimals need a point, not a comma`;
    return fail(columns.length + 1, expected);
  }
  const at = (role: CsvRole): number => columns.findIndex((candidate) => candidate.role === role);
  const cellOf = (role: CsvRole): string => line.cells[at(role)] ?? '';
  const found = findBlock(cellOf('number'), cellOf('block'), names);
  const namedBy = cellOf('number') !== '' ? at('number') : Math.max(at('block'), at('number'));
  const column = namedBy + 1;
  if (!found.ok) return fail(column, found.error);
  const values: Partial<Record<CsvRole, BlockTime>> = {};
  for (const role of ['time', 'low', 'high', 'p90', 'min'] as const) {
    if (at(role) < 0 || (cellOf(role) === '' && role !== 'time')) continue;
    const value = readTime(cellOf(role), columns[at(role)]!);
    if (!value.ok) return fail(at(role) + 1, value.error);
    values[role] = value.value;
  }
  const seconds = (role: CsvRole): number | undefined => {
    const time = values[role];
    return time !== undefined && 'seconds' in time ? time.seconds : undefined;
  };
  const [low, high, p90S, minS] = [seconds('low'), seconds('high'), seconds('p90'), seconds('min')];
  if ((low === undefined) !== (high === undefined)) {
    return fail(
      at(low === undefined ? 'low' : 'high') + 1 || columns.length + 1,
      'both ends of the interval, or neither',
    );
  }
  if (low !== undefined && high !== undefined && low > high) {
    return fail(at('high') + 1, 'an upper end that is not below the lower one');
  }
  const sample: BlockSample = {
    time: values.time!,
    intervalS: low !== undefined && high !== undefined ? [low, high] : null,
    ...(p90S !== undefined && { p90S }),
    ...(minS !== undefined && { minS }),
  };
  return ok({ block: found.value, sample, column });
}

/** By its number if there is one, which a name beside it must not contradict; else by its name, else by a number in its place. */
function findBlock(number: string, name: string, names: readonly string[]): Result<number, string> {
  const plain = name.replace(/^'(?=[=+\-@])/, '');
  if (number !== '') {
    const block = numbered(number, names.length);
    if (block === null) return err(`the number of a block, 1 to ${names.length}, found "${short(number)}"`);
    const expected = names[block]!;
    if (plain === '' || plain === expected.trim()) return ok(block);
    return err(`block ${block + 1} is "${short(expected)}", found "${short(name)}": another model?`);
  }
  const matches = names.flatMap((candidate, block) => (candidate.trim() === plain ? [block] : []));
  if (matches.length === 1) return ok(matches[0]!);
  if (matches.length > 1) return err(`a number: ${matches.length} blocks are named "${short(name)}"`);
  const block = numbered(plain, names.length);
  if (block !== null) return ok(block);
  return err(
    `the name of a block (${listed(names)}) or its number, 1 to ${names.length}, found "${short(name)}"`,
  );
}

function numbered(text: string, count: number): number | null {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= count ? number - 1 : null;
}

function readTime(cell: string, { role, divisor, title }: CsvColumn): Result<BlockTime, string> {
  if (/^<?\s*-?\d+,\d+$/.test(cell))
    return err(`${title}: a decimal point instead of the comma in "${cell}"`);
  const match = /^(<?)\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)$/.exec(cell);
  if (match === null || (match[1] === '<' && role !== 'time')) {
    return err(`${title}: a number, found "${short(cell)}"`);
  }
  const value = Number(match[2]) / divisor;
  if (value === 0 && role === 'time') {
    return err(`${title}: a time above 0; what is shorter than the clock can tell is written "<0.005"`);
  }
  if (!(value >= 0 && value <= limits.sampleSeconds)) {
    return err(`${title}: above 0 and at most ${limits.sampleSeconds * divisor}, found ${short(cell)}`);
  }
  return ok(match[1] === '<' ? { belowS: value } : { seconds: value });
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).map(short).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
