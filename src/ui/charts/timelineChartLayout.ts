/** Geometry of one inference in time: a row per node and per hop on the way, a bar for what happens there. */
import { formatSeconds } from '../format';
import { fitText, textWidth } from './fitText';
import type { NodeColour } from '../nodeColours';
import { linearScale } from './scales';

export interface TimelineBar {
  readonly id: string;
  readonly kind: 'compute' | 'transfer';
  /** Bars with the same row name share a row: a link that is crossed twice in the same direction, a node visited twice. */
  readonly row: string;
  readonly colour: NodeColour;
  /** What is done: "blocks 1–12", "301 kB". */
  readonly label: string;
  readonly startS: number;
  readonly seconds: number;
}

interface LaidTimelineBar extends TimelineBar {
  readonly x: number;
  readonly width: number;
  /** Middle of the row. */
  readonly y: number;
  /** Where the words go: in the bar, after it, or before it near the right edge. */
  readonly words: {
    readonly x: number;
    readonly anchor: 'start' | 'end';
    readonly inside: boolean;
    readonly text: string;
  };
}

export interface TimelineLayout {
  readonly labels: 'left' | 'above';
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly barHeight: number;
  readonly axisY: number;
  readonly rows: readonly {
    readonly name: string;
    readonly top: number;
    readonly labelY: number;
    readonly kind: 'compute' | 'transfer';
  }[];
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly bars: readonly LaidTimelineBar[];
  readonly missing: number;
}

const narrowPx = 640;
/** What takes no time is still a mark: it happened. */
const thinnestPx = 2;

export function timelineChartLayout(
  bars: readonly TimelineBar[],
  size: { readonly width: number; readonly textPx: number },
): TimelineLayout {
  const { width, textPx } = size;
  const drawn = bars.filter((bar) => Number.isFinite(bar.startS) && Number.isFinite(bar.seconds));
  const labels = width < narrowPx ? 'above' : 'left';
  const names = [...new Set(drawn.map((bar) => bar.row))];
  const widest = Math.max(0, ...names.map((name) => textWidth(name, textPx)));
  const left = labels === 'above' ? 0 : Math.round(Math.min(width * 0.3, widest + 12));
  const line = textPx * 1.5;
  const barHeight = Math.round(textPx * 1.5);
  const labelRoom = labels === 'above' ? line : 0;
  const rowHeight = labelRoom + barHeight + 8;
  const room = Math.max(40, width - left - textPx * 2);
  const end = Math.max(0, ...drawn.map((bar) => bar.startS + bar.seconds));
  const scale = linearScale(end, room, Math.max(2, Math.floor(room / (textPx * 7))));
  const axisY = names.length * rowHeight + 2;
  return {
    labels,
    width,
    height: Math.ceil(axisY + line),
    left,
    barHeight,
    axisY,
    rows: names.map((name, index) => {
      const top = index * rowHeight + labelRoom + 4;
      return {
        name: fitText(name, labels === 'above' ? width : left - 8, textPx),
        top,
        labelY: labels === 'above' ? top - labelRoom / 2 : top + barHeight / 2,
        kind: drawn.find((bar) => bar.row === name)!.kind,
      };
    }),
    ticks: scale.ticks.map((tick) => ({ x: left + scale.position(tick), label: formatSeconds(tick) })),
    bars: drawn.map((bar) => {
      const x = left + scale.position(bar.startS);
      const barWidth = Math.max(
        thinnestPx,
        scale.position(bar.startS + bar.seconds) - scale.position(bar.startS),
      );
      const y = names.indexOf(bar.row) * rowHeight + labelRoom + 4 + barHeight / 2;
      return { ...bar, x, width: barWidth, y, words: placeWords(bar, x, barWidth, left, width, textPx) };
    }),
    missing: bars.length - drawn.length,
  };
}

function placeWords(
  bar: TimelineBar,
  x: number,
  barWidth: number,
  left: number,
  width: number,
  textPx: number,
): LaidTimelineBar['words'] {
  const text = `${bar.label}: ${formatSeconds(bar.seconds)}`;
  const needed = textWidth(text, textPx) + 12;
  // Words on the hatching of a transfer could not be read.
  if (bar.kind === 'compute' && needed <= barWidth) return { x: x + 6, anchor: 'start', inside: true, text };
  const after = x + barWidth + 6;
  if (after + needed <= width) return { x: after, anchor: 'start', inside: false, text };
  const roomBefore = x - left - 6;
  if (roomBefore >= needed) return { x: x - 6, anchor: 'end', inside: false, text };
  const roomAfter = width - after;
  return roomBefore > roomAfter
    ? {
        x: x - 6,
        anchor: 'end',
        inside: false,
        text: fitText(formatSeconds(bar.seconds), roomBefore, textPx),
      }
    : {
        x: after,
        anchor: 'start',
        inside: false,
        text: fitText(formatSeconds(bar.seconds), roomAfter, textPx),
      };
}
