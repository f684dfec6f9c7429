/** Geometry of bars in groups: upright bars from 0, each with its value, upright where that fits and along the bar where not. */
import { fitText, textWidth } from '../../../charts/fitText';
import type { ScaleKind } from '../../../charts/scales';
import type { FigureChart } from '../../../../core/reproduce/types';
import { formatNumber } from '../../../format';
import { legendLayout, type Legend } from './legendLayout';
import { layAxis, standingTicks, ticksWidth, valueAxis, type Tick } from './plotAxes';

export type BarsChart = Extract<FigureChart, { kind: 'bars' }>;

export interface LaidBar {
  readonly group: number;
  readonly series: number;
  readonly value: number | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
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
  readonly scale: ScaleKind;
  readonly bars: readonly LaidBar[];
  readonly legend: Legend;
  /** false: the values stand along their bars. */
  readonly areLabelsUpright: boolean;
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

export function barsLayout({ groups, series }: BarsChart, { width, textPx }: Size): BarsLayout {
  const plan = valueAxis(series.map(({ values }) => values));
  const left = ticksWidth(plan, textPx);
  const right = Math.max(left + 80, width - 4);
  const groupPx = (right - left) / Math.max(1, groups.length);
  const gapShare = series.length > 1 ? gapShares.several : gapShares.single;
  const barPx = Math.min(widestPx, (groupPx * (1 - gapShare)) / Math.max(1, series.length));
  const labels = series.flatMap(({ values }) => values.map(labelOf));
  const labelPx = Math.max(0, ...labels.map((label) => textWidth(label, textPx)));
  const areLabelsUpright = labelPx <= (series.length > 1 ? barPx : groupPx - 6);
  const isLabelled = areLabelsUpright || barPx >= textPx * 0.9;
  const legend = legendLayout(
    series.map(({ name }) => name),
    null,
    'bar',
    { width, textPx },
  );
  const top = Math.round(legend.heightPx + textPx * 2.2);
  const headPx = areLabelsUpright ? textPx * 1.4 : isLabelled ? labelPx + 8 : 4;
  const bottom = Math.round(top + headPx + plotPx);
  const axis = layAxis(plan, bottom, top + headPx, Math.floor(plotPx / (textPx * 3)));
  const zeroY = plan.scale === 'log' ? bottom : axis.position(0);
  const lay = (value: number | null, g: number, s: number): LaidBar => {
    const x = left + groupPx * (g + 0.5) + barPx * (s - series.length / 2);
    const isShown = value !== null && Number.isFinite(value);
    const y = isShown ? axis.position(value) : zeroY;
    const barTop = Math.min(y, zeroY);
    return {
      group: g,
      series: s,
      value,
      x: x + 1,
      y: barTop,
      width: Math.max(1, barPx - 2),
      height: Math.max(isShown ? 1 : 0, Math.abs(y - zeroY)),
      label: isLabelled || !isShown ? labelOf(value) : '',
      labelX: x + barPx / 2,
      labelY: barTop - 5,
    };
  };
  const names = layNames(groups, groupPx - 4, textPx);
  return {
    width,
    height: Math.ceil(bottom + names.heightPx + textPx * 2.2),
    plot: { left, top, width: right - left, height: bottom - top },
    yTicks: standingTicks(axis),
    scale: plan.scale,
    legend,
    bars: groups.flatMap((_, g) => series.map(({ values }, s) => lay(values[g] ?? null, g, s))),
    areLabelsUpright,
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

function labelOf(value: number | null): string {
  return value === null ? '–' : formatNumber(value);
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

const mostLines = 3;

/** In lines that fit, at most three; what still does not is shortened. */
export function wrapWords(text: string, widthPx: number, textPx: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    const fits = lines.length > 0 && textWidth(longer, textPx) <= widthPx;
    if (fits || lines.length === mostLines) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => fitText(line, widthPx, textPx));
}
