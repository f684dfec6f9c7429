/** Titles over the plots of a run's charts: whole, on as many lines as they need. */
import { fitText, textWidth } from '../../../charts/fitText';

/** How much wider bold letters are. */
const bold = 1.08;
/** Where the plot is narrower than so many letters, titles have the place of the axis too. */
const narrowEms = 32;

export interface RowTitle {
  readonly lines: readonly string[];
  readonly x: number;
  /** The middle of its first line; the others are `lineHeightPx` apart. */
  readonly y: number;
  readonly lineHeightPx: number;
  /** Where what it is the title of begins. */
  readonly bottom: number;
}

/** In bold letters, broken between words; a word that is wider than all there is, is shortened. */
export function rowTitle(
  title: string,
  topPx: number,
  { left, right, textPx }: { readonly left: number; readonly right: number; readonly textPx: number },
): RowTitle {
  const x = right - left < narrowEms * textPx ? 0 : left;
  const fits = (text: string): boolean => textWidth(text, textPx * bold) <= right - x;
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(fitText(word, right - x, textPx * bold));
  }
  const lineHeightPx = Math.round(textPx * 1.3);
  return {
    lines,
    x,
    y: topPx + textPx * 0.9,
    lineHeightPx,
    bottom: topPx + Math.round(textPx * 1.8) + (lines.length - 1) * lineHeightPx,
  };
}
