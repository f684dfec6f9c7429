/** The numbers behind a figure's charts, as tables: the source of their CSV. */
import type { Axis, FigureChart } from '../../../../core/reproduce/types';
import type { Cell, ChartTable } from '../../../charts/chartTable';
import { boxName } from './boxesLayout';
import { curvesOf, readingPoints, valueAt } from './curves';

export function inUnit({ name, unit }: Axis): string {
  return unit === '' ? name : `${name} (${unit})`;
}

export function chartTableOf(chart: FigureChart): ChartTable {
  switch (chart.kind) {
    case 'lines':
    case 'cdf': {
      const data = curvesOf(chart);
      return {
        columns: [
          { name: inUnit(data.x) },
          ...data.curves.map(({ name }) => ({ name: `${name}: ${inUnit(data.y)}` })),
        ],
        rows: readingPoints(data).map((x) => [
          x,
          ...data.curves.map((curve) => valueAt(curve, x, data.isStepped)),
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
