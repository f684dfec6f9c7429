import { useId } from 'react';
import { letterOf } from './curvesLayout';
import styles from './FigureCharts.module.css';
import { seriesLooks, type SeriesLook } from './seriesLooks';
import { SeriesMarker } from './SeriesMarker';
import { TexturePattern } from './TexturePattern';

interface Props {
  readonly names: readonly string[];
  readonly kind: 'lines' | 'bars';
  /** Whether curves have letters at their ends, in place of names. */
  readonly isLettered?: boolean;
}

/** Which look is which series. */
export function SeriesLegend({ names, kind, isLettered = false }: Props) {
  const looks = seriesLooks(names);
  return (
    <ul className={styles.legend} aria-label="Series">
      {names.map((name, index) => (
        <li key={name}>
          {kind === 'lines' ? <LineSample look={looks[index]!} /> : <BarSample look={looks[index]!} />}
          {isLettered && <strong>{letterOf(index, names.length)}</strong>}
          {name}
        </li>
      ))}
    </ul>
  );
}

function LineSample({ look }: { readonly look: SeriesLook }) {
  const { colour, dash, widthPx } = look;
  return (
    <svg width="40" height="12" aria-hidden="true">
      <path
        d="M0 6H40"
        className={styles.curve}
        strokeWidth={widthPx}
        strokeDasharray={dash}
        style={{ stroke: colour }}
      />
      <SeriesMarker look={look} x={20} y={6} />
    </svg>
  );
}

function BarSample({ look }: { readonly look: SeriesLook }) {
  const id = useId();
  return (
    <svg width="22" height="15" aria-hidden="true">
      <defs>
        <TexturePattern id={id} look={look} />
      </defs>
      <rect x="0.5" y="0.5" width="21" height="14" fill={`url(#${id})`} style={{ stroke: look.colour }} />
    </svg>
  );
}
