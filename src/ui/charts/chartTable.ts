/** The numbers behind a chart: shown as a table on demand, and the source of its CSV. */
import { formatNumber, formatWhole } from '../format';

interface TableColumn {
  /** With its unit: "time (ms)". */
  readonly name: string;
}
/** null: no value here. Numbers are in the unit that the column names. */
export type Cell = string | number | null;

export interface ChartTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** How a cell reads on screen, where not as in other tables. */
  readonly text?: (cell: Cell, column: number) => string;
  /** How words are written in CSV, where not as they are. */
  readonly plain?: (text: string) => string;
}

/** A table is where sums are checked: five significant figures, and every digit of a whole number (bytes, blocks). */
export function cellText(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell !== 'number') return cell;
  return Number.isInteger(cell) ? formatWhole(cell) : formatNumber(cell, 5);
}

/** RFC 4180, full precision, missing and non-finite values empty. */
export function tableToCsv(table: ChartTable): string {
  const { columns, rows } = table;
  const plain = (text: string): string => table.plain?.(text) ?? text;
  const lines = [
    columns.map(({ name }) => csvText(plain(name))),
    ...rows.map((row) => row.map((cell) => csvCell(typeof cell === 'string' ? plain(cell) : cell))),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return csvText(cell);
}

/** Names come from documents of strangers: a spreadsheet must not take one for a formula. */
function csvText(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
