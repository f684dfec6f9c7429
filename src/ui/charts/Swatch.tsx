import { useId } from 'react';
import { HatchPattern } from './HatchPattern';
import styles from './NodeLegend.module.css';

interface Props {
  /** A CSS colour; 'hatched': as what is sent; 'empty': an outline. */
  readonly fill: string;
}

/** A box beside the words of a legend, drawn as the bars it stands for. */
export function Swatch({ fill }: Props) {
  const hatch = useId();
  return (
    <svg width="18" height="14" aria-hidden="true">
      {fill === 'hatched' && <HatchPattern id={hatch} />}
      <rect
        x="0.5"
        y="0.5"
        width="17"
        height="13"
        className={fill === 'empty' ? styles.idle : styles.swatch}
        style={fill === 'empty' ? undefined : { fill: fill === 'hatched' ? `url(#${hatch})` : fill }}
      />
    </svg>
  );
}
