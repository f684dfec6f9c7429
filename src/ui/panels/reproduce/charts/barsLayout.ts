/** Geometry of bars in groups: from 0, each under its value where that fits; in decades marks, because a length would mean nothing. */
import { fitText, textWidth } from '../../../charts/fitText';
import type { ScaleKind } from '../../../charts/scales';
import type { FigureChart } from '../../../../core/reproduce/types';
import { figureText } from '../../../../core/reproduce/figureWords';
import { legendLayout, type Legend } from './legendLayout';
import { layAxis, markAxis, shares, standingTicks, ticksWidth, valueAxis, type Tick } from './plotAxes';
import { wrapWords } from './wrapWords';

export type BarsChart = Extract<FigureChart, { kind: 'bars' }>;

export interface LaidBar {
  readonly group: number;
  readonly series: number;
  readonly value: number | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where its value is. */
  readonly valueY: number;
  /** Empty: there is no room for it. */
  readonly label: string;
  readonly labelX: number;
  readonly labelY: number;
}

export interface BarsLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly yTicks: readonly Tick[];
  /** In decades there is no 0 to stand on: values are marks, not lengths. */
  readonly scale: ScaleKind;
  readonly bars: readonly LaidBar[];
  readonly legend: Legend;
  /** Size of the values' text [px]. */
  readonly labelTextPx: number;
  readonly groups: readonly {
    readonly centre: number;
    readonly left: number;
    readonly width: number;
    readonly lines: readonly string[];
  }[];
  /** The groups' names rise to their bars: there is no room for their longest word. */
  readonly areNamesSlanted: boolean;
  /** Where the first line of the groups' names stands. */
  readonly groupsY: number;
  readonly zeroY: number;
}

interface Size {
  readonly width: number;
  readonly textPx: number;
}

const plotPx = 220;
/** A bar is no wider than this, so that two of them do not look like a wall. */
const widestPx = 72;
/** Of a group's width, between it and the next: less where bars of several series stand together. */
const gapShares = { single: 0.4, several: 0.22 };

export function barsLayout(chart: BarsChart, { width, textPx }: Size): BarsLayout {
  const { groups, series } = chart;
  const marked = markAxis(axisOf(chart), Math.floor(plotPx / (textPx * 3)));
  const left = ticksWidth(marked, textPx);
  const right = Math.max(left + 80, width - 4);
  const groupPx = (right - left) / Math.max(1, groups.length);
  const gapShare = series.length > 1 ? gapShares.several : gapShares.single;
  const barPx = Math.min(widestPx, (groupPx * (1 - gapShare)) / Math.max(1, series.length));
  const labels = labelling(chart, series.length > 1 ? barPx - 2 : groupPx - 6, textPx);
  const legend = legendLayout(
    { names: series.map(({ name }) => name), letters: null, kind: 'bar', notes: [] },
    { width, textPx },
  );
  const top = Math.round(legend.heightPx + textPx * 2.6);
  const headPx = labels.textPx * 1.4;
  const bottom = Math.round(top + headPx + plotPx);
  const axis = layAxis(marked, bottom, top + headPx);
  const zeroY = marked.scale === 'log' ? bottom : axis.position(0);
  const lay = (value: number | null, g: number, s: number): LaidBar => {
    const x = left + groupPx * (g + 0.5) + barPx * (s - series.length / 2);
    const isShown = value !== null && Number.isFinite(value);
    const valueY = isShown ? axis.position(value) : zeroY;
    const barTop = Math.min(valueY, zeroY);
    return {
      group: g,
      series: s,
      value,
      x: x + 1,
      y: barTop,
      width: Math.max(1, barPx - 2),
      height: Math.max(isShown ? 1 : 0, Math.abs(valueY - zeroY)),
      valueY,
      label: labels.of(value),
      labelX: x + barPx / 2,
      labelY: barTop - (marked.scale === 'log' && isShown && value > 0 ? 9 : 5),
    };
  };
  const names = layNames(groups, groupPx - 4, textPx);
  return {
    width,
    height: Math.ceil(bottom + names.heightPx + textPx * 2.2),
    plot: { left, top, width: right - left, height: bottom - top },
    yTicks: standingTicks(axis),
    scale: marked.scale,
    legend,
    bars: groups.flatMap((_, g) => series.map(({ values }, s) => lay(values[g] ?? null, g, s))),
    labelTextPx: labels.textPx,
    groups: groups.map((_, g) => ({
      centre: left + groupPx * (g + 0.5),
      left: left + groupPx * g,
      width: groupPx,
      lines: names.lines[g]!,
    })),
    areNamesSlanted: names.areSlanted,
    groupsY: bottom + textPx * 1.2,
    zeroY,
  };
}

function axisOf({ series, y }: BarsChart) {
  const rows = series.map(({ values }) => values);
  const isShare =
    y.unit === '%' && rows.flat().every((value) => value === null || (value >= 0 && value <= 100));
  return isShare ? shares : valueAxis(rows);
}

interface Labelling {
  readonly textPx: number;
  readonly of: (value: number | null) => string;
}

/** What text in a drawing may shrink to, of its usual size. */
const smaller = 12 / 14;

/** As many figures as all bars have room for, lying: three, two, or none, which the table has. A missing value is always marked. */
function labelling({ series }: BarsChart, roomPx: number, textPx: number): Labelling {
  const values = series.flatMap((each) => each.values);
  const tried: readonly Labelling[] = [
    { textPx, of: labelOf },
    { textPx: textPx * smaller, of: labelOf },
    { textPx: textPx * smaller, of: twoFigures },
  ];
  const fits = ({ of, textPx: px }: Labelling): boolean =>
    values.every((value) => textWidth(of(value), px) <= roomPx);
  const none: Labelling = { textPx: textPx * smaller, of: (value) => (value === null ? missing : '') };
  return tried.find(fits) ?? none;
}

const missing = '–';

function labelOf(value: number | null): string {
  return value === null ? missing : figureText(value);
}

function twoFigures(value: number | null): string {
  if (value === null || Number.isInteger(value)) return labelOf(value);
  const isShorter = Math.abs(value) < 100 && Math.abs(value) >= 1e-6;
  return isShorter ? value.toPrecision(2).replace('-', '−') : figureText(value);
}

interface Names {
  readonly lines: readonly (readonly string[])[];
  readonly areSlanted: boolean;
  readonly heightPx: number;
}

/** Slanted names rise by so many degrees. */
export const slantDegrees = 50;
const longestSlantedPx = 130;

function layNames(groups: readonly string[], widthPx: number, textPx: number): Names {
  const words = groups.flatMap((group) => group.split(' '));
  const areSlanted = words.some((word) => textWidth(word, textPx) > widthPx);
  if (!areSlanted) {
    const lines = groups.map((group) => wrapWords(group, widthPx, textPx));
    const most = Math.max(1, ...lines.map(({ length }) => length));
    return { lines, areSlanted, heightPx: most * textPx * 1.2 };
  }
  const lines = groups.map((group) => [fitText(group, longestSlantedPx, textPx)]);
  const widest = Math.max(...lines.flat().map((line) => textWidth(line, textPx)));
  const rise = Math.sin((slantDegrees * Math.PI) / 180);
  return { lines, areSlanted, heightPx: widest * rise + textPx };
}
