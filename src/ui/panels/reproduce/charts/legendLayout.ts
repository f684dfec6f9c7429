/** Where the entries of a legend stand above their plot: part of the drawing, so that a saved picture has it too. */
import { fitText, textWidth } from '../../../charts/fitText';

interface LegendEntry {
  readonly x: number;
  /** Its middle. */
  readonly y: number;
  /** Where its words begin. */
  readonly textX: number;
  readonly label: string;
}

export interface Legend {
  readonly entries: readonly LegendEntry[];
  /** 0 where there is nothing to tell apart. */
  readonly heightPx: number;
}

export const samplePx = { line: 40, bar: 22 };

interface Size {
  readonly width: number;
  readonly textPx: number;
}

/** In rows from the left, as many entries as fit. `letters`: what stands at the curves' ends in place of names. */
export function legendLayout(
  names: readonly string[],
  letters: readonly string[] | null,
  kind: keyof typeof samplePx,
  { width, textPx }: Size,
): Legend {
  if (names.length < 2) return { entries: [], heightPx: 0 };
  const rowPx = Math.round(textPx * 1.7);
  const before = samplePx[kind] + 8;
  const gap = textPx * 1.4;
  let x = 0;
  let row = 0;
  const entries = names.map((name, k): LegendEntry => {
    const whole = letters === null ? name : `${letters[k]!}  ${name}`;
    const label = fitText(whole, width - before, textPx);
    const widthPx = before + textWidth(label, textPx);
    if (x > 0 && x + widthPx > width) {
      x = 0;
      row += 1;
    }
    const entry = { x, y: (row + 0.5) * rowPx, textX: x + before, label };
    x += widthPx + gap;
    return entry;
  });
  return { entries, heightPx: (row + 1) * rowPx };
}
