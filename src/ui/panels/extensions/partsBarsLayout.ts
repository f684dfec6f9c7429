/** Geometry of bars made of parts, one below the other, in the order given. */
import { fitText, textWidth } from '../../charts/fitText';
import { linearScale } from '../../charts/scales';
import { formatSeconds } from '../../format';
import type { PartLook } from './partLooks';

export interface PartsBar {
  readonly id: string;
  readonly name: string;
  /** Sum of the parts [s]; Infinity: listed as not possible, not drawn. */
  readonly totalS: number;
  readonly parts: readonly { readonly look: PartLook; readonly seconds: number }[];
  /** "best", or nothing: written after the time. */
  readonly mark: string;
}

interface LaidPart {
  readonly look: PartLook;
  readonly x: number;
  readonly width: number;
}

export interface LaidPartsBar {
  readonly id: string;
  readonly name: string;
  readonly y: number;
  readonly parts: readonly LaidPart[];
  readonly end: number;
  readonly valueText: string;
  readonly isMarked: boolean;
}

export interface PartsBarsLayout {
  readonly labels: 'left' | 'above';
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly barTop: number;
  readonly barHeight: number;
  readonly rowHeight: number;
  readonly axisY: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly bars: readonly LaidPartsBar[];
  /** Where the reference stands, if it is on the axis. */
  readonly referenceX: number | null;
}

const narrowPx = 640;

export function partsBarsLayout(
  bars: readonly PartsBar[],
  referenceS: number | null,
  size: { readonly width: number; readonly textPx: number },
): PartsBarsLayout {
  const { width, textPx } = size;
  const drawn = bars.filter((bar) => Number.isFinite(bar.totalS));
  const labels = width < narrowPx ? 'above' : 'left';
  const widest = Math.max(0, ...drawn.map((bar) => textWidth(bar.name, textPx)));
  const left = labels === 'above' ? 0 : Math.round(Math.min(width * 0.34, widest + 12));
  const line = textPx * 1.5;
  const barHeight = Math.round(textPx * 1.6);
  const barTop = labels === 'above' ? Math.round(line) : 5;
  const rowHeight = barTop + barHeight + 8;
  const valueRoom = Math.max(0, ...drawn.map((bar) => textWidth(valueOf(bar), textPx))) + 12;
  const room = Math.max(40, width - left - valueRoom);
  const max = Math.max(0, referenceS ?? 0, ...drawn.map((bar) => bar.totalS));
  const scale = linearScale(max, room, Math.max(2, Math.floor(room / (textPx * 7))));
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
    bars: drawn.map((bar, index) => ({
      id: bar.id,
      name: fitText(bar.name, labels === 'above' ? width : left - 8, textPx),
      y: index * rowHeight,
      parts: layParts(bar.parts, left, (value) => scale.position(value)),
      end: left + scale.position(bar.totalS),
      valueText: valueOf(bar),
      isMarked: bar.mark !== '',
    })),
    referenceX: referenceS === null ? null : left + scale.position(referenceS),
  };
}

function valueOf({ totalS, mark }: PartsBar): string {
  return mark === '' ? formatSeconds(totalS) : `${formatSeconds(totalS)}, ${mark}`;
}

function layParts(parts: PartsBar['parts'], left: number, position: (value: number) => number): LaidPart[] {
  let done = 0;
  return parts.flatMap(({ look, seconds }) => {
    const from = position(done);
    done += seconds;
    const width = position(done) - from;
    return seconds > 0 ? [{ look, x: left + from, width: Math.max(width, 0.5) }] : [];
  });
}
