/** Geometry of the comparison: a stacked bar per strategy, compute and transfer in the order they happen, best first. */
import { formatSeconds } from '../format';
import { fitText, textWidth } from './fitText';
import type { NodeColour } from '../nodeColours';
import { linearScale } from './scales';

interface ComparePart {
  readonly kind: 'compute' | 'transfer';
  /** "Phone", "Phone – gNB". */
  readonly name: string;
  /** Grey for transfers, which are hatched. */
  readonly colour: NodeColour;
  readonly seconds: number;
}

export interface CompareBar {
  readonly id: string;
  readonly name: string;
  readonly totalS: number;
  readonly parts: readonly ComparePart[];
  /** "best" or nothing, written after the time. */
  readonly mark: string;
  /** How much faster the best one is, in words and shorter; empty for the best itself. */
  readonly gain: string;
  readonly shortGain: string;
}

interface LaidPart extends ComparePart {
  readonly x: number;
  readonly width: number;
  /** Name, where it fits in the bar. */
  readonly label: string;
}

export interface LaidBar {
  readonly id: string;
  readonly name: string;
  /** Top of the bar's row; rows are moved there, so that they glide when the order changes. */
  readonly y: number;
  readonly rank: number;
  readonly parts: readonly LaidPart[];
  readonly end: number;
  /** "62 ms, best" */
  readonly valueText: string;
  /** After the value where there is room, else (narrow) at the right end of the name's line. */
  readonly gainText: string;
}

export interface CompareLayout {
  readonly labels: 'left' | 'above';
  readonly width: number;
  readonly height: number;
  /** Where the bars start, and their place inside a row. */
  readonly left: number;
  readonly barTop: number;
  readonly barHeight: number;
  readonly rowHeight: number;
  readonly axisY: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  /** In the order given (stable for animation); `rank` says the order on screen. */
  readonly bars: readonly LaidBar[];
  /** Bars whose total is not finite: listed, not drawn. */
  readonly missing: number;
}

const narrowPx = 640;

export function compareChartLayout(
  bars: readonly CompareBar[],
  size: { readonly width: number; readonly textPx: number },
): CompareLayout {
  const { width, textPx } = size;
  const drawn = bars.filter((bar) => Number.isFinite(bar.totalS));
  const labels = width < narrowPx ? 'above' : 'left';
  const widest = Math.max(0, ...drawn.map((bar) => textWidth(bar.name, textPx)));
  const left = labels === 'above' ? 0 : Math.round(Math.min(width * 0.3, widest + 12));
  const line = textPx * 1.5;
  const barHeight = Math.round(textPx * 1.6);
  const barTop = labels === 'above' ? Math.round(line) : 5;
  const rowHeight = barTop + barHeight + 8;
  const gainOf =
    labels === 'above' || width < 960 ? (bar: CompareBar) => bar.shortGain : (bar: CompareBar) => bar.gain;
  const valueRoom =
    Math.max(
      0,
      ...drawn.map((bar) =>
        textWidth(valueTextOf(bar) + (labels === 'above' ? '' : `  ${gainOf(bar)}`), textPx),
      ),
    ) + 12;
  const room = Math.max(40, width - left - valueRoom);
  const max = Math.max(0, ...drawn.map((bar) => bar.totalS));
  const scale = linearScale(max, room, Math.max(2, Math.floor(room / (textPx * 7))));
  // Totals that agree to a billionth are a tie, and ties keep the order they came in.
  const order = [...drawn].sort((a, b) =>
    Math.abs(a.totalS - b.totalS) <= 1e-9 * Math.max(a.totalS, b.totalS) ? 0 : a.totalS - b.totalS,
  );
  const axisY = drawn.length * rowHeight + 2;
  return {
    labels,
    width,
    height: Math.ceil(axisY + line),
    left,
    barTop,
    barHeight,
    rowHeight,
    axisY,
    ticks: scale.ticks.map((tick) => ({ x: left + scale.position(tick), label: formatSeconds(tick) })),
    bars: drawn.map((bar) => {
      const rank = order.indexOf(bar);
      const parts = layParts(bar.parts, left, (value) => scale.position(value), textPx);
      return {
        id: bar.id,
        name: fitText(bar.name, labels === 'above' ? width : left - 8, textPx),
        y: rank * rowHeight,
        rank,
        parts,
        end: left + scale.position(bar.totalS),
        valueText: valueTextOf(bar),
        gainText: gainOf(bar),
      };
    }),
    missing: bars.length - drawn.length,
  };
}

function valueTextOf(bar: CompareBar): string {
  return bar.mark === '' ? formatSeconds(bar.totalS) : `${formatSeconds(bar.totalS)}, ${bar.mark}`;
}

function layParts(
  parts: readonly ComparePart[],
  left: number,
  position: (value: number) => number,
  textPx: number,
): LaidPart[] {
  let done = 0;
  return parts.map((part) => {
    const from = position(done);
    // A part that is missing takes no room: the bar's total says so.
    done += Number.isFinite(part.seconds) ? part.seconds : 0;
    const width = position(done) - from;
    return { ...part, x: left + from, width, label: fitText(part.name, width - 8, textPx) };
  });
}
