/** What a chart of a figure shows, in a sentence with its numbers; and what a mark of it says. */
import type { Axis, Box, FigureChart } from '../../../../core/reproduce/types';
import { figureText } from '../../../../core/reproduce/figureWords';
import { boxName } from './boxesLayout';
import { chosenText } from './chartTables';
import { valueAt, type Curves } from './curves';
import { togetherText, type Together } from './together';

export function quantity(value: number | null, unit: string): string {
  if (value === null || !Number.isFinite(value)) return 'no value';
  return inUnits(figureText(value), unit);
}

function inUnits(text: string, unit: string): string {
  if (unit === '') return text;
  return unit === '×' ? `${text}×` : `${text} ${unit}`;
}

/** `isLog`: values stand in decades; `together`: which curves are seen as fewer than there are. */
export function chartSummary(
  chart: FigureChart,
  { isLog, together }: { readonly isLog: boolean; readonly together: readonly Together[] },
): string {
  const axis = isLog ? ' The axis of values goes in decades, because they are far apart.' : '';
  const names = chart.kind === 'lines' || chart.kind === 'cdf' ? chart.series.map(({ name }) => name) : [];
  const same = together.map((each) => ` ${togetherText(each, names)}.`).join('');
  const events = chart.kind === 'lines' ? (chart.events ?? []).map(({ name }) => ` ${name}.`).join('') : '';
  return `${sentence(chart)}${events}${same}${axis}`;
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
          `${name} ${values.map((value) => (value === null ? 'none' : figureText(value))).join(', ')}`,
      );
      return `${inWords(chart.y)} at ${chart.groups.join(', ')}: ${parts.join('; ')}.`;
    }
    case 'boxes': {
      const parts = chart.boxes.map(
        ({ name, median }) => `${boxName(name, chart.x.unit)} ${figureText(median)}`,
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
  const [from, to] = [figureText(least), figureText(most)];
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
export function curvesAt({ x, y, curves, events, isStepped }: Curves, at: number): Words {
  const event = events.find((each) => each.x === at);
  return {
    title: `${isStepped ? 'At most' : x.name} ${inUnits(chosenText(at), x.unit)}${event === undefined ? '' : `, ${event.name}`}`,
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
