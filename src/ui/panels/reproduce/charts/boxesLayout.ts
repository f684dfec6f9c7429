/** Geometry of boxes, one a row over one axis of values: names beside them, above them where it is narrow. */
import type { Box, FigureChart } from '../../../../core/reproduce/types';
import type { BoxMarks } from '../../../charts/BoxMark';
import { fitText, textWidth } from '../../../charts/fitText';
import type { ScaleKind } from '../../../charts/scales';
import { figureText } from '../../../../core/reproduce/figureWords';
import { layAxis, lyingTicks, markAxis, valueAxis, type Tick } from './plotAxes';

export type BoxesChart = Extract<FigureChart, { kind: 'boxes' }>;

export interface LaidRow {
  readonly name: string;
  readonly nameY: number;
  /** Of a rule that sets it off from the row before; null: none. */
  readonly ruleY: number | null;
  /** Of the box. */
  readonly y: number;
  /** null: nothing to draw. */
  readonly marks: BoxMarks | null;
  /** Beside it: its median. */
  readonly median: string;
}

export interface BoxesLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly boxHeight: number;
  readonly isNarrow: boolean;
  readonly xTicks: readonly Tick[];
  readonly scale: ScaleKind;
  readonly rows: readonly LaidRow[];
}

interface Size {
  readonly width: number;
  readonly textPx: number;
}

/** Below this the names stand above their boxes. */
const narrowPx = 560;

export function boxesLayout(chart: BoxesChart, { width, textPx }: Size): BoxesLayout {
  const isNarrow = width < narrowPx;
  const names = chart.boxes.map(({ name }) => boxName(name, chart.x.unit));
  const widest = Math.max(0, ...names.map((name) => textWidth(name, textPx)));
  const medianPx = textWidth('median', textPx) + 10;
  const left = isNarrow ? 8 : Math.min(width * 0.35, widest + 14);
  const right = Math.max(left + 80, width - medianPx);
  const values = chart.boxes.map((box) => figuresOf(box));
  const marked = markAxis(valueAxis(values), Math.floor((right - left) / (textPx * 5)));
  const axis = layAxis(marked, left, right);
  const boxHeight = Math.round(textPx * 1.2);
  const namePx = isNarrow ? Math.round(textPx * 1.3) : 0;
  // A name above its box is much nearer to it than to the box before.
  const gapPx = isNarrow ? Math.round(textPx * 1.5) : 8;
  const rowPx = boxHeight + namePx + gapPx;
  const top = Math.round(textPx * 1.8);
  const bottom = top + chart.boxes.length * rowPx;
  return {
    width,
    height: Math.ceil(bottom + textPx * 3.2),
    left,
    right,
    top,
    bottom,
    boxHeight,
    isNarrow,
    xTicks: lyingTicks(axis, textPx),
    scale: marked.scale,
    rows: chart.boxes.map((box, index) => {
      const rowTop = top + index * rowPx + 4;
      const isDrawn = values[index]!.every(Number.isFinite);
      return {
        name: fitText(names[index]!, isNarrow ? right - left : left - 10, textPx),
        nameY: isNarrow ? rowTop + namePx / 2 : rowTop + boxHeight / 2,
        ruleY: isNarrow && index > 0 ? rowTop - gapPx * 0.4 : null,
        y: rowTop + namePx,
        marks: isDrawn
          ? {
              p5: axis.position(box.p5),
              lower: axis.position(box.q1),
              median: axis.position(box.median),
              upper: axis.position(box.q3),
              p95: axis.position(box.p95),
            }
          : null,
        median: figureText(box.median),
      };
    }),
  };
}

function figuresOf({ p5, q1, median, q3, p95 }: Box): readonly number[] {
  return [p5, q1, median, q3, p95];
}

/** With the unit, where the name is a number of it. */
export function boxName(name: string, unit: string): string {
  return unit !== '' && Number.isFinite(Number(name)) ? `${name} ${unit}` : name;
}
