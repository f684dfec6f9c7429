import type { LaidCurve } from './curvesLayout';
import type { SeriesLook } from './seriesLooks';

/** A curve looks out from under each one that lies over it by so much, on either side [px]. */
export const coverPx = 1.5;
const medianPx = 1.4;

type Drawn = Pick<LaidCurve, 'band' | 'covers'>;

export function lineWidth({ band, covers }: Drawn, { widthPx }: SeriesLook): number {
  return (band === null ? widthPx : medianPx) + 2 * coverPx * covers;
}

/** The median of a band is too restless for dashes. */
export function dashOf({ band }: Drawn, { dash }: SeriesLook): string | undefined {
  return band === null ? dash : undefined;
}
