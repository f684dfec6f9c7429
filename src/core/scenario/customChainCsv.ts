/** Custom chains as tables: text pasted from a spreadsheet or a CSV file in, CSV out. */
import { csvFormatRows, dsvFormat } from 'd3-dsv';
import { err, ok, type Result } from '../result';
import { readHeader, type Column, type Header } from './customChainHeader';
import { limits } from './limits';
import { cleanName } from './text';
import type { BlockLoad, CustomBlock } from './types';

/** Where a table cannot be read, and what was expected there. */
export interface TableError {
  /** From 1, header included. */
  readonly line: number;
  /** Field in the line, from 1. */
  readonly column: number;
  readonly expected: string;
}

/**
 * Reads comma-, semicolon- or tab-separated blocks, one a line. A header names the columns in any order (see
 * customChainHeader.ts); without one they are name, seconds at 1x, bytes out and, if there is a fourth, bytes of weights.
 */
export function parseCustomChainCsv(text: string): Result<CustomBlock[], TableError> {
  const lines = readLines(text.replace(/^\ufeff/, ''));
  const first = lines[0];
  if (first === undefined) return err({ line: 1, column: 1, expected: 'at least one block' });
  const header = readHeader(first.cells);
  if (!header.ok) return err({ line: first.line, ...header.error });
  const body = header.value.isGiven ? lines.slice(1) : lines;
  if (body.length === 0) return err({ line: first.line + 1, column: 1, expected: 'at least one block' });
  const blocks: CustomBlock[] = [];
  for (const line of body) {
    if (blocks.length === limits.blocks) {
      return err({ line: line.line, column: 1, expected: `at most ${limits.blocks} blocks` });
    }
    const block = readBlock(line, header.value, blocks.length + 1);
    if (!block.ok) return block;
    blocks.push(block.value);
  }
  return ok(blocks);
}

/** A table that `parseCustomChainCsv` reads back to the same blocks. */
export function customChainToCsv(blocks: readonly CustomBlock[]): string {
  const rows = blocks.map(({ name, load, bytesOut, weightBytes }) => [
    name,
    load.unit === 'seconds' ? String(load.value) : '',
    load.unit === 'macs' ? String(load.value) : '',
    String(bytesOut),
    String(weightBytes),
  ]);
  return csvFormatRows([['name', 'time_s', 'macs', 'bytes_out', 'weight_bytes'], ...rows]);
}

export interface TableLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Lines that hold something, numbered as in the text although a quoted field may span several. */
export function readLines(text: string): TableLine[] {
  const lines: TableLine[] = [];
  let line = 1;
  for (const row of dsvFormat(separatorOf(text)).parseRows(text)) {
    const cells = row.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) lines.push({ line, cells });
    line += 1 + row.join('').split('\n').length - 1;
  }
  return lines;
}

/** Spreadsheets paste tabs; where the decimal sign is a comma they export semicolons. */
function separatorOf(text: string): string {
  const firstLine = text.trimStart().split('\n', 1)[0] ?? '';
  if (firstLine.includes('\t')) return '\t';
  return firstLine.includes(';') ? ';' : ',';
}

function readBlock(
  { line, cells }: TableLine,
  header: Header,
  number: number,
): Result<CustomBlock, TableError> {
  if (cells.length > header.columns.length) {
    return err({
      line,
      column: header.columns.length + 1,
      expected: `${header.columns.length} fields as in the columns; decimals need a point, not a comma`,
    });
  }
  let name = '';
  let load: BlockLoad | null = null;
  let bytesOut: number | null = null;
  let weightBytes = 0;
  for (const [index, column] of header.columns.entries()) {
    const cell = cells[index] ?? '';
    if (column.role === 'name') {
      name = cleanName(cell);
      continue;
    }
    if (cell === '' && column.role !== 'bytesOut') continue;
    const value = readNumber(cell, column);
    if (!value.ok) return err({ line, column: index + 1, expected: value.error });
    if (column.role === 'bytesOut') bytesOut = value.value;
    else if (column.role === 'weightBytes') weightBytes = value.value;
    else if (load === null) load = { unit: column.role, value: value.value };
    else return err({ line, column: index + 1, expected: 'one load in a line: a time or MACs, not both' });
  }
  const loadColumn = header.columns.findIndex(({ role }) => role === 'seconds' || role === 'macs');
  if (load === null) return err({ line, column: loadColumn + 1, expected: 'a number: the time or the MACs' });
  return ok({ name: name || `Block ${number}`, load, bytesOut: bytesOut ?? 0, weightBytes });
}

function readNumber(cell: string, { role, factor, title }: Column): Result<number, string> {
  if (/^-?\d+,\d+$/.test(cell)) {
    return err(`${title}: a decimal point instead of the comma in "${cell}"`);
  }
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(cell)) {
    return err(`${title}: a number, found "${cell.slice(0, 40)}"`);
  }
  const value = scale(Number(cell), factor);
  const max = role === 'seconds' ? limits.blockSeconds : role === 'macs' ? limits.blockMacs : limits.bytes;
  if (!(value >= 0 && value <= max)) return err(`${title}: from 0 to ${max / factor}, found ${cell}`);
  return ok(value + 0);
}

/** Dividing by a power of ten is exact where multiplying by 0.001 is not: 3 ms is 0.003 s. */
function scale(value: number, factor: number): number {
  return factor < 1 ? value / Math.round(1 / factor) : value * factor;
}
