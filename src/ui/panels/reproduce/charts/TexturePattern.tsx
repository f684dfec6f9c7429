import type { SeriesLook } from './seriesLooks';

interface Props {
  /** From useId: two charts on a page must not share one. */
  readonly id: string;
  readonly look: SeriesLook;
}

/** How the bars of a series are filled. */
export function TexturePattern({ id, look: { colour, texture } }: Props) {
  const stroke = { stroke: colour };
  return (
    <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse">
      <rect width="7" height="7" style={{ fill: texture === 'solid' ? colour : 'var(--surface)' }} />
      {(texture === 'rows' || texture === 'grid') && (
        <path d="M0 3.5H7" strokeWidth={texture === 'rows' ? 3.5 : 1.4} style={stroke} />
      )}
      {(texture === 'columns' || texture === 'grid') && (
        <path d="M3.5 0V7" strokeWidth="1.4" style={stroke} />
      )}
      {texture === 'dots' && <circle cx="3.5" cy="3.5" r="1.9" style={{ fill: colour }} />}
    </pattern>
  );
}
