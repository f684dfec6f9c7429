/** Geometry of predicted against executed times: a row for every part, transfer and the total, two bars in each. */
import { fitText, textWidth } from '../../charts/fitText';
import { linearScale } from '../../charts/scales';
import { formatSeconds } from '../../format';
import type { NodeColour } from '../../nodeColours';

export interface PartsRow {
  readonly id: string;
  readonly kind: 'part' | 'transfer' | 'handling' | 'total';
  readonly name: string;
  readonly colour: NodeColour;
  /** Executed here, and multiplied to the speed of its node's device. */
  readonly scaled: boolean;
  readonly predictedS: number;
  readonly executedS: number;
  readonly intervalS: readonly [number, number];
}

interface Bar {
  readonly y: number;
  readonly width: number;
}

export interface LaidPartsRow extends PartsRow {
  readonly labelX: number;
  readonly labelY: number;
  readonly text: string;
  readonly top: number;
  readonly height: number;
  readonly predicted: Bar;
  readonly executed: Bar;
  readonly whisker: { readonly from: number; readonly to: number; readonly y: number };
  readonly values: { readonly x: number; readonly text: string };
}

export interface PartsLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly barHeight: number;
  readonly axisY: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly rows: readonly LaidPartsRow[];
}

const narrowPx = 640;

export function partsChartLayout(
  rows: readonly PartsRow[],
  { width, textPx }: { readonly width: number; readonly textPx: number },
): PartsLayout {
  const drawn = rows.filter((row) =>
    [row.predictedS, row.executedS, ...row.intervalS].every(Number.isFinite),
  );
  const isNarrow = width < narrowPx;
  const widest = Math.max(0, ...drawn.map(({ name }) => textWidth(name, textPx)));
  const left = isNarrow ? 0 : Math.round(Math.min(width * 0.34, widest + 16));
  const barHeight = Math.round(textPx * 0.8);
  const labelRoom = isNarrow ? textPx * 1.5 : 0;
  const rowHeight = labelRoom + 2 * barHeight + 14;
  const valuesRoom = textWidth('000 ms, 000 ms', textPx) + 12;
  const room = Math.max(60, width - left - (isNarrow ? 8 : valuesRoom));
  const longest = Math.max(0, ...drawn.map((row) => Math.max(row.predictedS, row.intervalS[1])));
  const scale = linearScale(longest, room, Math.max(2, Math.floor(room / (textPx * 7))));
  const axisY = drawn.length * rowHeight + 2;
  return {
    width,
    height: Math.ceil(axisY + textPx * 1.6),
    left,
    barHeight,
    axisY,
    ticks: scale.ticks.map((tick) => ({ x: left + scale.position(tick), label: formatSeconds(tick) })),
    rows: drawn.map((row, k) => {
      const top = k * rowHeight;
      const barsY = top + labelRoom + 5;
      const end = Math.max(row.predictedS, row.intervalS[1]);
      return {
        ...row,
        top,
        height: rowHeight,
        labelX: 2,
        labelY: isNarrow ? top + labelRoom / 2 + 4 : barsY + barHeight,
        text: fitText(row.name, isNarrow ? width - valuesRoom : left - 8, textPx),
        predicted: { y: barsY, width: Math.max(1, scale.position(row.predictedS)) },
        executed: { y: barsY + barHeight + 2, width: Math.max(1, scale.position(row.executedS)) },
        whisker: {
          from: left + scale.position(row.intervalS[0]),
          to: left + scale.position(row.intervalS[1]),
          y: barsY + barHeight + 2 + barHeight / 2,
        },
        values: {
          x: isNarrow ? width - 2 : left + scale.position(end) + 8,
          text: `${formatSeconds(row.predictedS)}, ${formatSeconds(row.executedS)}`,
        },
      };
    }),
  };
}
