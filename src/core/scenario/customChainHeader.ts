/** What the columns of a pasted custom chain mean. */
import { err, ok, type Result } from '../result';

export interface Column {
  readonly role: 'name' | 'seconds' | 'macs' | 'bytesOut' | 'weightBytes';
  /** Value in the document = cell x factor. */
  readonly factor: number;
  /** As the user wrote it. */
  readonly title: string;
}

export interface Header {
  readonly columns: readonly Column[];
  /** false: the first line is data already. */
  readonly isGiven: boolean;
}

const timeUnits: Readonly<Record<string, number>> = { s: 1, ms: 1e-3, us: 1e-6, µs: 1e-6, ns: 1e-9 };
const macUnits: Readonly<Record<string, number>> = { macs: 1, kmacs: 1e3, mmacs: 1e6, gmacs: 1e9 };
const sizeUnits: Readonly<Record<string, number>> = {
  bytes: 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kbit: 125,
  mbit: 125_000,
};

const defaultColumns: readonly Column[] = [
  { role: 'name', factor: 1, title: 'name' },
  { role: 'seconds', factor: 1, title: 'seconds' },
  { role: 'bytesOut', factor: 1, title: 'bytes out' },
  { role: 'weightBytes', factor: 1, title: 'weight bytes' },
];

const headerWords =
  'columns name, time_s (or time_ms, time_us, macs, mmacs, gmacs), bytes_out (or kb_out, mb_out, mbit_out), weight_bytes';

/** The columns of a table from its first line, which is a header when it holds no number. */
export function readHeader(
  cells: readonly string[],
): Result<Header, { readonly column: number; readonly expected: string }> {
  if (cells.some((cell) => /^[+-]?\.?\d/.test(cell))) {
    const count = Math.min(Math.max(cells.length, 3), defaultColumns.length);
    return ok({ columns: defaultColumns.slice(0, count), isGiven: false });
  }
  const columns: Column[] = [];
  for (const [index, title] of cells.entries()) {
    const column = readColumn(title);
    if (column === null) return err({ column: index + 1, expected: headerWords });
    const isDouble = columns.some(
      ({ role, factor }) =>
        role === column.role && (factor === column.factor || !['seconds', 'macs'].includes(role)),
    );
    if (isDouble) return err({ column: index + 1, expected: 'each column once' });
    columns.push(column);
  }
  const has = (role: Column['role']): boolean => columns.some((column) => column.role === role);
  if (!has('bytesOut') || !(has('seconds') || has('macs'))) {
    return err({ column: cells.length + 1, expected: headerWords });
  }
  return ok({ columns, isGiven: true });
}

function readColumn(title: string): Column | null {
  const words = title
    .toLowerCase()
    .replace(/µ|μ/g, 'µ')
    .split(/[^a-zµ]+/)
    .filter((word) => word !== '');
  const key = words.join('_');
  if (['name', 'block', 'layer', 'block_name', 'layer_name'].includes(key)) {
    return { role: 'name', factor: 1, title };
  }
  if (['seconds', 'time_seconds'].includes(key)) return { role: 'seconds', factor: 1, title };
  if (key === 'milliseconds') return { role: 'seconds', factor: 1e-3, title };
  // The names the file format gives these two; "seconds" and "macs" are its other ones.
  if (key === 'bytesout') return { role: 'bytesOut', factor: 1, title };
  if (key === 'weightbytes') return { role: 'weightBytes', factor: 1, title };
  const [first = '', second = ''] = words;
  if (words.length === 1 && Object.hasOwn(macUnits, first)) {
    return { role: 'macs', factor: macUnits[first]!, title };
  }
  if (words.length !== 2) return null;
  if (['time', 'load', 'latency'].includes(first) && Object.hasOwn(timeUnits, second)) {
    return { role: 'seconds', factor: timeUnits[second]!, title };
  }
  return readSize(words, title);
}

/** "bytes_out", "kb_out", "output_bytes", "weight_bytes", "weights_mb". */
function readSize(words: readonly string[], title: string): Column | null {
  const unit = words.find((word) => Object.hasOwn(sizeUnits, word));
  const what = words.find((word) => word !== unit);
  if (unit === undefined || what === undefined) return null;
  const factor = sizeUnits[unit]!;
  if (['out', 'output'].includes(what)) return { role: 'bytesOut', factor, title };
  if (['weight', 'weights', 'parameters'].includes(what)) return { role: 'weightBytes', factor, title };
  return null;
}
