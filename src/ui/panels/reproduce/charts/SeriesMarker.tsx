import type { SeriesLook } from './seriesLooks';
import styles from './FigureCharts.module.css';

const paths = {
  disc: '',
  ring: '',
  triangle: 'M0 -5L5 4H-5Z',
  square: 'M-4 -4H4V4H-4Z',
  diamond: 'M0 -5.5L5.5 0L0 5.5L-5.5 0Z',
  cross: 'M-4 -4L4 4M4 -4L-4 4',
} as const;

interface Props {
  readonly look: SeriesLook;
  readonly x: number;
  readonly y: number;
  /** Larger where others lie over it. */
  readonly scale?: number;
}

/** The mark of a series, at a point or in a legend. */
export function SeriesMarker({ look: { colour, marker }, x, y, scale = 1 }: Props) {
  const fill = marker === 'ring' || marker === 'triangle' ? 'var(--surface)' : colour;
  const shared = { className: styles.mark, style: { fill, stroke: colour } };
  return marker === 'disc' || marker === 'ring' ? (
    <circle cx={x} cy={y} r={4 * scale} {...shared} />
  ) : (
    <path d={paths[marker]} transform={`translate(${x} ${y}) scale(${scale})`} {...shared} />
  );
}
