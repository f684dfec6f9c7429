/** Figures that stand below each other: as many digits each. */
import { cellText, type Cell, type ChartTable } from '../../../charts/chartTable';
import { formatNumber, formatSeconds } from '../../../format';

/** Three significant figures, with the zeros that these have: "38.0", "1,230", "0.500". Nothing at all stays "0". */
export function threeFigures(value: number): string {
  return withZeros(formatNumber(value));
}

/** As many decimals each: moments of a run. */
export function thousandths(value: number): string {
  return decimals.format(value);
}

const decimals = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 3, maximumFractionDigits: 3 });

/** The number that a text begins with, to three figures: "38 ms" becomes "38.0 ms". */
export function withZeros(text: string): string {
  return text.replace(/^(-?)([\d,]+)(\.\d+)?/u, (number, sign: string, whole: string, part = '') => {
    const figures = `${whole}${part}`.replace(/\D/gu, '').replace(/^0+/u, '').length;
    if (figures === 0 || figures >= 3) return number;
    return `${sign}${whole}${part === '' ? '.' : part}${'0'.repeat(3 - figures)}`;
  });
}

/** "38.0 ms" beside "37.5 ms". */
export function secondsFigure(seconds: number): string {
  return withZeros(formatSeconds(seconds));
}

interface Column {
  readonly name: string;
  /** Of its numbers on screen; a CSV has all digits. Left out: whole numbers, or none. */
  readonly format?: (value: number) => string;
}

/** A table whose columns have formats of their own. */
export function tableOf(columns: readonly Column[], rows: ChartTable['rows']): ChartTable {
  return {
    columns: columns.map(({ name }) => ({ name })),
    rows,
    text: (cell: Cell, index: number): string => {
      const format = columns[index]?.format;
      return typeof cell === 'number' && Number.isFinite(cell) && format !== undefined
        ? format(cell)
        : cellText(cell);
    },
  };
}
