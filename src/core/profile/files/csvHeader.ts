/** What the columns of a table of block times mean. */
import { err, ok, type Result } from '../../result';

export type CsvRole = 'number' | 'block' | 'time' | 'low' | 'high' | 'p90' | 'min';

export interface CsvColumn {
  readonly role: CsvRole;
  /** Seconds = cell / divisor: dividing by a power of ten is exact where multiplying by 0.001 is not. */
  readonly divisor: number;
  /** As the user wrote it. */
  readonly title: string;
}

const csvHeaderWords =
  'columns block (name or number), time_ms (or time_s, time_us), and if known low_ms, high_ms, p90_ms, min_ms';

const divisors: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  seconds: 1,
  ms: 1e3,
  milliseconds: 1e3,
  us: 1e6,
  µs: 1e6,
  microseconds: 1e6,
  ns: 1e9,
};
const roles: Readonly<Record<string, CsvRole>> = {
  number: 'number',
  no: 'number',
  index: 'number',
  block: 'block',
  name: 'block',
  layer: 'block',
  block_name: 'block',
  layer_name: 'block',
  time: 'time',
  latency: 'time',
  median: 'time',
  mean: 'time',
  low: 'low',
  high: 'high',
  p90: 'p90',
  min: 'min',
  minimum: 'min',
};

/** The columns from a table's first line. A column without a unit has that of the time's. */
export function readCsvHeader(
  cells: readonly string[],
): Result<readonly CsvColumn[], { readonly column: number; readonly expected: string }> {
  const columns: { readonly role: CsvRole; readonly divisor: number | null; readonly title: string }[] = [];
  for (const [index, title] of cells.entries()) {
    const column = readColumn(title);
    if (column === null) return err({ column: index + 1, expected: csvHeaderWords });
    if (columns.some(({ role }) => role === column.role)) {
      return err({
        column: index + 1,
        expected: `each column once; "${title.slice(0, 40)}" says the same again`,
      });
    }
    columns.push({ ...column, title });
  }
  const time = columns.findIndex(({ role }) => role === 'time');
  const names = columns.some(({ role }) => role === 'block' || role === 'number');
  if (time < 0 || !names) return err({ column: cells.length + 1, expected: csvHeaderWords });
  const unit = columns[time]!.divisor;
  if (unit === null) {
    return err({
      column: time + 1,
      expected: 'the unit of the time in its title: time_s, time_ms or time_us',
    });
  }
  return ok(columns.map(({ role, divisor, title }) => ({ role, divisor: divisor ?? unit, title })));
}

/** "time_ms", "Time (ms)", "ms", "p90", "Block name". */
function readColumn(title: string): { readonly role: CsvRole; readonly divisor: number | null } | null {
  // A µ in another encoding than UTF-8: without it microseconds would be taken for seconds.
  if (title.includes('\ufffd')) return null;
  const words = title
    .toLowerCase()
    .replace(/μ/g, 'µ')
    .split(/[^a-z0-9µ]+/)
    .filter((word) => word !== '');
  const last = words.at(-1);
  const divisor = last !== undefined && Object.hasOwn(divisors, last) ? divisors[last]! : null;
  const key = (divisor === null ? words : words.slice(0, -1)).join('_');
  if (key === '' && divisor !== null) return { role: 'time', divisor };
  return Object.hasOwn(roles, key) ? { role: roles[key]!, divisor } : null;
}
