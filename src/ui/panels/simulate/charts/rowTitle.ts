/** Titles over the rows of the charts over time. */
import { fitText } from '../../../charts/fitText';
import type { Columns } from './timeSeriesTypes';

/** They stand clear of the cursor at the start [px]. */
export const titlePx = 10;
/** How much wider bold letters are. */
const bold = 1.08;

/** What fits over the plot, in bold letters. */
export function rowTitle(title: string, { left, textPx, window, xOf }: Columns): string {
  return fitText(title, xOf(window[1]) - left - titlePx, textPx * bold);
}
