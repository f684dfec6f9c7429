/** A ground of dots or lines that tells one cell from the next without colour. */
export function CellPattern({ id, pattern }: { readonly id: string; readonly pattern: number }) {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" style={{ fill: 'var(--surface-sunken)' }} />
      <path
        d={marks[pattern % marks.length]}
        style={{ fill: 'none', stroke: 'var(--border-strong)', strokeWidth: 1 }}
      />
    </pattern>
  );
}

const marks: readonly string[] = [
  '',
  'M-2 10L10 -2M-2 2L2 -2M6 10L10 6',
  'M4 0V8',
  'M0 4H8',
  'M-2 -2L10 10M6 -2L10 2M-2 6L2 10',
  'M4 0V8M0 4H8',
];
