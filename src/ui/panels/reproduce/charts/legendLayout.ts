/** Where the entries of a legend stand above their plot: part of the drawing, so that a saved picture has it too. */
import { fitText, textWidth } from '../../../charts/fitText';
import { wrapWords } from './wrapWords';

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
  /** Below them, what is to be known to read the plot. */
  readonly notes: readonly { readonly y: number; readonly text: string }[];
  /** 0 where there is nothing to tell apart. */
  readonly heightPx: number;
}

export const samplePx = { line: 40, bar: 22 };

interface Size {
  readonly width: number;
  readonly textPx: number;
}

interface LegendParts {
  readonly names: readonly string[];
  /** What stands at the curves' ends in place of names. */
  readonly letters: readonly string[] | null;
  readonly kind: keyof typeof samplePx;
  readonly notes: readonly string[];
}

const noteLines = 4;

/** In rows from the left, as many entries as fit; notes below them. */
export function legendLayout({ kind, letters, names, notes }: LegendParts, { width, textPx }: Size): Legend {
  const rowPx = Math.round(textPx * 1.7);
  const before = samplePx[kind] + 8;
  const gap = textPx * 1.4;
  let x = 0;
  let row = 0;
  const shown = names.length < 2 ? [] : names;
  const entries = shown.map((name, k): LegendEntry => {
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
  const entriesPx = shown.length === 0 ? 0 : (row + 1) * rowPx;
  const linePx = Math.round(textPx * 1.3);
  const lines = notes.flatMap((note) => wrapWords(note, width, textPx, noteLines));
  const notesY = entriesPx + (entriesPx > 0 ? Math.round(textPx * 0.4) : 0);
  return {
    entries,
    notes: lines.map((text, k) => ({ y: notesY + (k + 0.5) * linePx, text })),
    heightPx: lines.length === 0 ? entriesPx : notesY + lines.length * linePx + Math.round(textPx * 0.3),
  };
}
