/** Which columns of a trace hold the time and the rate, and in what unit. */
import { err, ok, type Result } from '../result';

export interface TraceColumn {
  /** From 0. */
  readonly index: number;
  /** Seconds or Mbit/s = cell * times / over: both whole, for dividing by 1000 is exact where multiplying by 0.001 is not. */
  readonly times: number;
  readonly over: number;
  /** As the user wrote it. */
  readonly title: string;
}

export interface TraceColumns {
  readonly time: TraceColumn;
  readonly rate: TraceColumn;
  /** How many columns the header has. */
  readonly count: number;
}

export interface ColumnFault {
  readonly kind: 'no-header' | 'column-missing' | 'column-twice';
  /** From 1. */
  readonly column: number;
  readonly expected: string;
}

type Unit = Pick<TraceColumn, 'times' | 'over'>;

const timeUnits: Readonly<Record<string, Unit>> = {
  t_s: { times: 1, over: 1 },
  time_s: { times: 1, over: 1 },
  t_ms: { times: 1, over: 1000 },
  time_ms: { times: 1, over: 1000 },
};
const rateUnits: Readonly<Record<string, Unit>> = {
  bps: { times: 1, over: 1_000_000 },
  kbps: { times: 1, over: 1000 },
  mbps: { times: 1, over: 1 },
  gbps: { times: 1000, over: 1 },
};

const headerWords = 'a header that names the columns t_s (or t_ms) and mbps (or bps, kbps, gbps)';

/** The columns of a trace from its first line; others are ignored. */
export function readTraceHeader(cells: readonly string[]): Result<TraceColumns, ColumnFault> {
  const isNumbers = cells.some((cell) => /^[+-]?\.?\d/.test(cell));
  if (isNumbers) return err({ kind: 'no-header', column: 1, expected: headerWords });
  const time = findColumn(cells, timeUnits, 'one column of times');
  if (!time.ok) return time;
  const rate = findColumn(cells, rateUnits, 'one column of rates');
  if (!rate.ok) return rate;
  return ok({ time: time.value, rate: rate.value, count: cells.length });
}

function findColumn(
  cells: readonly string[],
  units: Readonly<Record<string, Unit>>,
  once: string,
): Result<TraceColumn, ColumnFault> {
  let found: TraceColumn | null = null;
  for (const [index, title] of cells.entries()) {
    const key = title.toLowerCase();
    if (!Object.hasOwn(units, key)) continue;
    if (found !== null) {
      const expected = `${once}, found ${found.title} and ${title}`;
      return err({ kind: 'column-twice', column: index + 1, expected });
    }
    found = { index, ...units[key]!, title };
  }
  return found === null ? err({ kind: 'column-missing', column: 1, expected: headerWords }) : ok(found);
}
