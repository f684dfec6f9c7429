/** The leakage vector as text: pasted from a spreadsheet or a script, copied as a table to be filled in. */
import { csvFormatRows, dsvFormat } from 'd3-dsv';
import type { WorkloadChain } from '../../../core/model/workloadChain';
import { err, ok, type Result } from '../../../core/result';
import { limits } from '../../../core/scenario/limits';

/** Where the text cannot be read, and what was expected there. */
export interface LeakageError {
  /** Line of the text, from 1. */
  readonly line: number;
  readonly expected: string;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads `need` numbers for boundaries 0 .. need - 1: one a line, the last column where there are several (a first line with
 * titles may stand above), or all of them in one line.
 */
export function parseLeakage(text: string, need: number): Result<number[], LeakageError> {
  const separator = separatorOf(text);
  const rows = readRows(text.replace(/^\ufeff/, ''), separator);
  const [first] = rows;
  if (first === undefined) return err({ line: 1, expected: `${need} numbers, one a boundary` });
  const single = rows.length === 1 ? inOneLine(first, need) : rows;
  const body = single.length > 1 && !isNumber(lastOf(single[0]!)) ? single.slice(1) : single;
  if (separator === ',' && areDecimalCommas(body)) {
    return err({
      line: body[0]!.line,
      expected: `a decimal point instead of the comma in "${body[0]!.cells.join(',')}"`,
    });
  }
  const values: number[] = [];
  for (const row of body) {
    const cell = lastOf(row);
    const value = Number(cell);
    if (!isNumber(cell) || value < 0 || value > limits.leakage) {
      return err({
        line: row.line,
        expected: `a number from 0 to ${limits.leakage}, found "${cell.slice(0, 40)}"`,
      });
    }
    if (values.length === need) return err({ line: row.line, expected: countText(need, body.length) });
    values.push(value + 0);
  }
  return values.length < need
    ? err({ line: body.at(-1)!.line, expected: countText(need, values.length) })
    : ok(values);
}

/** One row a boundary with its label: what `parseLeakage` reads back. Without values, a table to be filled in. */
export function leakageToCsv(
  chain: Pick<WorkloadChain, 'blocks'>,
  leakage: readonly number[] | null,
): string {
  const rows = boundaryLabels(chain).map((label, boundary) => [
    String(boundary),
    label,
    leakage?.[boundary] === undefined ? '' : String(leakage[boundary]),
  ]);
  return csvFormatRows([['boundary', 'after', 'leakage'], ...rows]);
}

/** What is handed on at each boundary: the picture, the features after a block, the result. */
export function boundaryLabels({ blocks }: Pick<WorkloadChain, 'blocks'>): readonly string[] {
  const last = blocks.length - 1;
  return [
    'the picture',
    ...blocks.map(({ label }, index) => (index === last ? `the result, after ${label}` : label)),
  ];
}

function countText(need: number, found: number): string {
  return `${need} numbers (boundaries 0 to ${need - 1}), found ${found}`;
}

function inOneLine(row: Row, need: number): readonly Row[] {
  const tokens = row.cells.flatMap((cell) => cell.split(/\s+/)).filter((token) => token !== '');
  // A single boundary cannot be: every model has two. "0 0.5" is a table of one line all the same.
  return need > 1 && tokens.length > 1 ? tokens.map((token) => ({ line: row.line, cells: [token] })) : [row];
}

const lastOf = ({ cells }: Row): string => cells.at(-1) ?? '';

const isNumber = (cell: string): boolean => /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(cell);

/** "0,5" is a number of another country, unless the first column counts the boundaries. */
function areDecimalCommas(rows: readonly Row[]): boolean {
  if (
    rows.length < 2 ||
    !rows.every(({ cells }) => cells.length === 2 && cells.every((cell) => /^\d+$/.test(cell)))
  )
    return false;
  const start = Number(rows[0]!.cells[0]);
  return !rows.every(({ cells }, index) => Number(cells[0]) === start + index);
}

function separatorOf(text: string): string {
  const firstLine = text.trimStart().split('\n', 1)[0] ?? '';
  if (firstLine.includes('\t')) return '\t';
  return firstLine.includes(';') ? ';' : ',';
}

function readRows(text: string, separator: string): Row[] {
  const rows: Row[] = [];
  let line = 1;
  for (const row of dsvFormat(separator).parseRows(text)) {
    const cells = row.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
    line += 1 + row.join('').split('\n').length - 1;
  }
  return rows;
}
