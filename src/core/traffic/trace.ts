/** Capacity traces that a user drops in: CSV text to samples at an even step. */
import { err, ok, type Result } from '../result';
import { readLines, type TableLine } from '../scenario/customChainCsv';
import { longestTraceS, resample } from './resample';
import { readTraceHeader, type ColumnFault, type TraceColumn, type TraceColumns } from './traceColumns';
import type { LinkTrace } from './types';

/** Text longer than this is refused before it is read [characters; in a CSV file that is bytes]. */
export const mostTraceCharacters = 5_000_000;
/** Above this a figure is taken for bit/s [Mbit/s]. */
const mostTraceMbps = 1e6;

/** Where a trace cannot be read, and what was expected there: the line from 1, the header included, the field from 1. */
export interface TraceFault {
  readonly kind:
    | 'too-large'
    | 'empty'
    | ColumnFault['kind']
    | 'not-a-number'
    | 'decimal-comma'
    | 'negative'
    | 'time-not-rising'
    | 'looks-like-bits'
    | 'too-long'
    | 'too-few-rows';
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

export interface ReadTrace {
  readonly trace: Omit<LinkTrace, 'link' | 'direction'>;
  /** Rows of the file. */
  readonly rows: number;
  /** The last row is taken to hold for the median gap [s]. */
  readonly durationS: number;
  readonly medianGapS: number;
  /**
   * What became of the rows: kept as they are (even steps), brought to an even step by time-weighted means, or to a wider
   * one than the median gap, for there would be more than `mostTraceSamples`.
   */
  readonly sampling: 'kept' | 'evened' | 'thinned';
}

/**
 * Reads comma-, semicolon- or tab-separated rows under a header that names t_s or t_ms and bps, kbps, mbps or gbps; a rate
 * holds from its time to the next row's. Lines that start with # are comments, other columns are ignored. Only differences
 * of times matter: a trace begins at its first row. Half a million rows take about a second: not for the thread of the page.
 *
 * @param name - of the file
 */
export function parseTrace(text: string, name: string): Result<ReadTrace, TraceFault> {
  if (text.length > mostTraceCharacters) {
    const expected = `at most ${mostTraceCharacters / 1e6} MB of text, found ${(text.length / 1e6).toFixed(1)} MB`;
    return err({ kind: 'too-large', line: 1, column: 1, expected });
  }
  // Blank lines in the place of comments keep the numbers of lines.
  const [head, ...body] = readLines(text.replace(/^\ufeff/, '').replace(/^[ \t]*#.*$/gm, ''));
  if (head === undefined) {
    return err({ kind: 'empty', line: 1, column: 1, expected: 'a header and at least two rows' });
  }
  const columns = readTraceHeader(head.cells);
  if (!columns.ok) return err({ line: head.line, ...columns.error });
  const rows = readRows(body, columns.value);
  if (!rows.ok) return rows;
  if (body.length < 2) {
    const line = (body[0]?.line ?? head.line) + 1;
    return err({
      kind: 'too-few-rows',
      line,
      column: 1,
      expected: `at least two rows of numbers, found ${body.length}`,
    });
  }
  const { timesS, mbps } = rows.value;
  const { stepS, samples, durationS, medianGapS, sampling } = resample(timesS, mbps);
  return ok({
    trace: { name, stepS, mbps: samples, loop: true },
    rows: body.length,
    durationS,
    medianGapS,
    sampling,
  });
}

interface Rows {
  readonly timesS: Float64Array;
  readonly mbps: Float64Array;
}

function readRows(lines: readonly TableLine[], columns: TraceColumns): Result<Rows, TraceFault> {
  const timesS = new Float64Array(lines.length);
  const mbps = new Float64Array(lines.length);
  for (const [index, line] of lines.entries()) {
    const time = readCell(line, columns, columns.time);
    if (!time.ok) return time;
    const rate = readCell(line, columns, columns.rate);
    if (!rate.ok) return rate;
    const ofTime = index === 0 ? null : timeFault(time.value, timesS[0]!, timesS[index - 1]!);
    if (ofTime !== null) return err({ ...ofTime, line: line.line, column: columns.time.index + 1 });
    const ofRate = rateFault(rate.value, line.cells[columns.rate.index]!);
    if (ofRate !== null) return err({ ...ofRate, line: line.line, column: columns.rate.index + 1 });
    timesS[index] = time.value;
    mbps[index] = rate.value;
  }
  return ok({ timesS, mbps });
}

function readCell(
  { line, cells }: TableLine,
  columns: TraceColumns,
  { index, times, over, title }: TraceColumn,
): Result<number, TraceFault> {
  const cell = cells[index] ?? '';
  const at = { line, column: index + 1 };
  if (/^[+-]?\d*,\d+$/.test(cell)) {
    const expected = `${title}: a decimal point instead of the comma in "${cell.slice(0, 40)}"`;
    return err({ kind: 'decimal-comma', ...at, expected });
  }
  // A comma between digits is a separator here, so that decimals with commas give more fields than the header has.
  if (cells.slice(columns.count).some((extra) => extra !== '')) {
    const expected = `${columns.count} fields as in the header; decimals need a point, not a comma`;
    return err({ kind: 'decimal-comma', line, column: columns.count + 1, expected });
  }
  const value = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(cell)
    ? (Number(cell) * times) / over
    : NaN;
  if (!Number.isFinite(value)) {
    const found = cell === '' ? 'nothing' : `"${cell.slice(0, 40)}"`;
    return err({ kind: 'not-a-number', ...at, expected: `${title}: a number, found ${found}` });
  }
  return ok(value + 0);
}

type ValueFault = Pick<TraceFault, 'kind' | 'expected'>;

function timeFault(timeS: number, firstS: number, beforeS: number): ValueFault | null {
  if (!(timeS > beforeS)) {
    return {
      kind: 'time-not-rising',
      expected: `a time after the row before, ${beforeS} s, found ${timeS} s`,
    };
  }
  if (timeS - firstS <= longestTraceS) return null;
  return { kind: 'too-long', expected: `at most ${longestTraceS} s after the first row, found ${timeS} s` };
}

function rateFault(mbps: number, cell: string): ValueFault | null {
  if (mbps < 0) return { kind: 'negative', expected: `a rate of 0 or more, found ${cell}` };
  if (mbps <= mostTraceMbps) return null;
  return {
    kind: 'looks-like-bits',
    expected: `at most ${mostTraceMbps} Mbit/s, found ${mbps}: this looks like bit/s, whose column is named bps`,
  };
}
