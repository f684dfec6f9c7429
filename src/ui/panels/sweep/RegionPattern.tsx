import type { NodeId } from '../../../core/network/types';
import type { SweepRegion } from '../../../core/studies/sweepTypes';
import { colourValue, type NodeColour } from '../../nodeColours';

export interface Stripe {
  readonly colour: NodeColour;
  /** Part of the blocks, 0..1. */
  readonly share: number;
}

/** A plan as stripes in the hues of its nodes, each as wide as its share of the blocks, and never too thin to be seen. */
export function regionStripes(
  { nodes, cuts }: SweepRegion,
  colours: ReadonlyMap<NodeId, NodeColour>,
  blockCount: number,
): readonly Stripe[] {
  const bounds = [0, ...cuts, blockCount];
  const shares = nodes.map((_, k) => Math.max(leastShare, (bounds[k + 1]! - bounds[k]!) / blockCount));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return nodes.map((node, k) => ({ colour: colours.get(node) ?? 'other', share: shares[k]! / total }));
}

const leastShare = 0.15;
const periodPx = 16;

interface Props {
  readonly id: string;
  /** null: no plan. */
  readonly stripes: readonly Stripe[] | null;
}

/** The filling of a region. `id` comes from useId. */
export function RegionPattern({ id, stripes }: Props) {
  if (stripes === null) {
    return (
      <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" style={{ fill: 'var(--surface-sunken)' }} />
        <path d="M0 0L8 8M8 0L0 8" strokeWidth="0.7" style={{ stroke: 'var(--border-strong)' }} />
      </pattern>
    );
  }
  const starts = stripes.map((_, k) => stripes.slice(0, k).reduce((sum, { share }) => sum + share, 0));
  return (
    <pattern
      id={id}
      width={periodPx}
      height={periodPx}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      {stripes.map(({ colour, share }, index) => (
        <rect
          key={index}
          x={starts[index]! * periodPx}
          // A hair wider, so that nothing shines through between the stripes.
          width={share * periodPx + 0.3}
          height={periodPx}
          style={{ fill: colourValue(colour) }}
        />
      ))}
    </pattern>
  );
}
