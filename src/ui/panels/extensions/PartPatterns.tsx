/** What travels is patterned: on (/), back (\), parameters (dots). `id` comes from useId. */
export function PartPatterns({ id }: { id: string }) {
  const ground = { fill: 'var(--surface)' };
  const ink = { stroke: 'var(--transfer)' };
  return (
    <defs>
      {(['hatch', 'hatch-back'] as const).map((name) => (
        <pattern
          key={name}
          id={`${id}-${name}`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform={name === 'hatch' ? 'rotate(45)' : 'rotate(-45)'}
        >
          <rect width="5" height="5" style={ground} />
          <line x1="1" y1="0" x2="1" y2="5" strokeWidth={name === 'hatch' ? 2 : 1} style={ink} />
        </pattern>
      ))}
      <pattern id={`${id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" style={ground} />
        <circle cx="3" cy="3" r="1.6" style={{ fill: 'var(--transfer)' }} />
      </pattern>
    </defs>
  );
}
