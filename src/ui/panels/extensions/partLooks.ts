/**
 * How each part of a time is drawn, and what it is called: compute is plain grey (hues belong to nodes), what travels is
 * patterned.
 */
export const partLooks = {
  forward: { name: 'forward', fill: 'var(--ink-soft)' },
  backward: { name: 'backward', fill: 'var(--node-other)' },
  compute: { name: 'computing', fill: 'var(--node-other)' },
  activations: { name: 'activations', fill: 'hatch' },
  transfer: { name: 'sending on', fill: 'hatch' },
  gradients: { name: 'gradients', fill: 'hatch-back' },
  hidden: { name: 'hidden states back', fill: 'hatch-back' },
  move: { name: 'moving parameters', fill: 'dots' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly fill: string }>>;

export type PartLook = keyof typeof partLooks;

/** The fill as SVG reads it; patterns are `PartPatterns` of this id. */
export function fillOf(look: PartLook, patternId: string): string {
  const { fill } = partLooks[look];
  return fill.startsWith('var(') ? fill : `url(#${patternId}-${fill})`;
}
