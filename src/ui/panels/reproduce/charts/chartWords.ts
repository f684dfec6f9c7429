/** What a chart of a figure shows, in a sentence with its numbers; and what a mark of it says. */
import type { Axis, Box, FigureChart } from '../../../../core/reproduce/types';
import { formatNumber } from '../../../format';
import { boxName } from './boxesLayout';
import { curvesOf, valueAt, type Curves } from './curves';

export function quantity(value: number | null, unit: string): string {
  if (value === null || !Number.isFinite(value)) return 'no value';
  return unit === '' ? formatNumber(value) : `${formatNumber(value)} ${unit}`;
}

/** `isLog`: values stand in decades. */
export function chartSummary(chart: FigureChart, isLog: boolean): string {
  const axis = isLog ? ' The axis of values goes in decades, because they are far apart.' : '';
  return `${sentence(chart)}${sameText(chart)}${axis}`;
}

/** Which series run together, so that fewer are seen than there are. */
function sameText(chart: FigureChart): string {
  if (chart.kind !== 'lines' && chart.kind !== 'cdf') return '';
  const groups = new Map<string, string[]>();
  for (const { name, x, y } of curvesOf(chart).curves) {
    const key = JSON.stringify([x, y]);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return [...groups.values()]
    .filter((names) => names.length > 1)
    .map((names) => ` ${names.slice(0, -1).join(', ')} and ${names.at(-1)!} run together.`)
    .join('');
}

function sentence(chart: FigureChart): string {
  switch (chart.kind) {
    case 'lines': {
      const parts = chart.series.map(({ name, y }) => `${name} ${span(y, chart.y.unit)}`);
      return `${inWords(chart.y)} over ${lower(inWords(chart.x))}: ${parts.join('; ')}.`;
    }
    case 'cdf': {
      const parts = chart.series.map(
        ({ name, x, part }) => `${name} ${quantity(firstAt(x, part, 0.5), chart.x.unit)}`,
      );
      return `Half of all tasks take at most: ${parts.join('; ')}.`;
    }
    case 'bars': {
      const parts = chart.series.map(
        ({ name, values }) =>
          `${name} ${values.map((value) => (value === null ? 'none' : formatNumber(value))).join(', ')}`,
      );
      return `${inWords(chart.y)} at ${chart.groups.join(', ')}: ${parts.join('; ')}.`;
    }
    case 'boxes': {
      const parts = chart.boxes.map(
        ({ name, median }) => `${boxName(name, chart.x.unit)} ${formatNumber(median)}`,
      );
      return `Medians: ${parts.join('; ')} ${chart.y.unit}. Boxes hold the middle half, whiskers nine tenths.`;
    }
    case 'table':
      return '';
  }
}

function span(values: readonly (number | null)[], unit: string): string {
  const finite = values.filter((value) => value !== null && Number.isFinite(value)) as number[];
  if (finite.length === 0) return 'without a value';
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  const [from, to] = [formatNumber(least), formatNumber(most)];
  return from === to ? quantity(least, unit) : `${from} to ${quantity(most, unit)}`;
}

function firstAt(x: readonly number[], part: readonly number[], share: number): number | null {
  const index = part.findIndex((each) => each >= share);
  return index < 0 ? null : (x[index] ?? null);
}

function inWords({ name, unit }: Axis): string {
  return unit === '' ? name : `${name} (${unit})`;
}

function lower(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

interface Words {
  readonly title: string;
  readonly lines: readonly string[];
}

/** All curves at a point. */
export function curvesAt({ x, y, curves, isStepped }: Curves, at: number): Words {
  return {
    title: `${isStepped ? 'At most' : x.name} ${quantity(at, x.unit)}`,
    lines: curves.map((curve) => `${curve.name}: ${quantity(valueAt(curve, at, isStepped), y.unit)}`),
  };
}

export function boxWords(box: Box, x: Axis, y: Axis): Words {
  return {
    title: boxName(box.name, x.unit),
    lines: [
      `5 % up to ${quantity(box.p5, y.unit)}`,
      `25 % up to ${quantity(box.q1, y.unit)}`,
      `half up to ${quantity(box.median, y.unit)}`,
      `75 % up to ${quantity(box.q3, y.unit)}`,
      `95 % up to ${quantity(box.p95, y.unit)}`,
    ],
  };
}
