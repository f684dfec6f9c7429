/** Transfers are hatched, never only coloured. `id` comes from useId: two charts on a page must not share one. */
export function HatchPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" style={{ fill: 'var(--surface)' }} />
        <line x1="1" y1="0" x2="1" y2="5" strokeWidth="2" style={{ stroke: 'var(--transfer)' }} />
      </pattern>
    </defs>
  );
}
