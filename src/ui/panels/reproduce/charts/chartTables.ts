/** The numbers behind a figure's charts, as tables: in figures as everywhere in the place, whole and in ASCII as CSV. */
import type { Axis, FigureChart } from '../../../../core/reproduce/types';
import { figureText, inAscii } from '../../../../core/reproduce/figureWords';
import type { Cell, ChartTable } from '../../../charts/chartTable';
import { formatNumber } from '../../../format';
import { boxName } from './boxesLayout';
import { curvesOf, readingPoints, valueAt } from './curves';

export function inUnit({ name, unit }: Axis): string {
  return unit === '' ? name : `${name} (${unit})`;
}

/** Numbers as the figures write them; words as they are, in a file in ASCII. */
export function figuresTable(
  table: Pick<ChartTable, 'columns' | 'rows'>,
  text: ChartTable['text'] = figureCell,
): ChartTable {
  return { ...table, text, plain: inAscii };
}

function figureCell(cell: Cell): string {
  if (cell === null) return 'none';
  return typeof cell === 'number' ? figureText(cell) : cell;
}

/** A time or a capacity that was chosen needs more figures than what was found there. */
export function chosenText(value: number): string {
  return formatNumber(value, 5).replace('-', '−');
}

export function chartTableOf(chart: FigureChart): ChartTable {
  const isCurve = chart.kind === 'lines' || chart.kind === 'cdf';
  return figuresTable(tableOf(chart), (cell, column) =>
    isCurve && column === 0 && typeof cell === 'number' ? chosenText(cell) : figureCell(cell),
  );
}

function tableOf(chart: FigureChart): ChartTable {
  switch (chart.kind) {
    case 'lines':
    case 'cdf': {
      const data = curvesOf(chart);
      return {
        columns: [
          { name: inUnit(data.x) },
          ...data.curves.map(({ name }) => ({ name: `${name}: ${inUnit(data.y)}` })),
          ...(data.events.length === 0 ? [] : [{ name: 'event' }]),
        ],
        rows: readingPoints(data).map((x): readonly Cell[] => [
          x,
          ...data.curves.map((curve) => valueAt(curve, x, data.isStepped)),
          ...(data.events.length === 0 ? [] : [data.events.find((event) => event.x === x)?.name ?? '']),
        ]),
      };
    }
    case 'bars':
      return {
        columns: [
          { name: inUnit(chart.x) },
          ...chart.series.map(({ name }) => ({ name: `${name}: ${inUnit(chart.y)}` })),
        ],
        rows: chart.groups.map((group, g): readonly Cell[] => [
          group,
          ...chart.series.map(({ values }) => values[g] ?? null),
        ]),
      };
    case 'boxes':
      return {
        columns: [
          { name: chart.x.name },
          ...['5 %', '25 %', 'median', '75 %', '95 %'].map((name) => ({
            name: `${name}: ${inUnit(chart.y)}`,
          })),
        ],
        rows: chart.boxes.map(({ name, p5, q1, median, q3, p95 }) => [
          boxName(name, chart.x.unit),
          p5,
          q1,
          median,
          q3,
          p95,
        ]),
      };
    case 'table':
      return { columns: chart.columns.map((column) => ({ name: inUnit(column) })), rows: chart.rows };
  }
}

/** Values that are missing or not finite. */
export function missingIn(chart: FigureChart): number {
  const count = (values: readonly (number | null)[]): number =>
    values.filter((value) => value === null || !Number.isFinite(value)).length;
  switch (chart.kind) {
    case 'lines':
      return count(chart.series.flatMap(({ y }) => y));
    case 'cdf':
      return count(chart.series.flatMap(({ x }) => x));
    case 'bars':
      return count(chart.series.flatMap(({ values }) => values));
    case 'boxes':
      return chart.boxes.filter(({ p5, q1, median, q3, p95 }) => count([p5, q1, median, q3, p95]) > 0).length;
    case 'table':
      return 0;
  }
}
