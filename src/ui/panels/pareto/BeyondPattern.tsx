/** What a limit rules out: lines the other way round than those of transfers, and fainter. */
export function BeyondPattern({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect width="9" height="9" fillOpacity="0.6" style={{ fill: 'var(--surface-hover)' }} />
        <line
          x1="1"
          y1="0"
          x2="1"
          y2="9"
          strokeWidth="1.5"
          strokeOpacity="0.5"
          style={{ stroke: 'var(--border-strong)' }}
        />
      </pattern>
    </defs>
  );
}
