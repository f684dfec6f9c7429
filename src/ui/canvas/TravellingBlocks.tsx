import { useContext, useState, type CSSProperties } from 'react';
import { selectAnswer, selectShownPlan } from '../../state/selectors';
import { useAppStore } from '../../state/useStore';
import type { AppState } from '../../state/types';
import { colourValue } from '../nodeColours';
import { solutionColours } from '../solutionColours';
import { blockMotion, type BlockMotion } from './blockMotion';
import type { Segment } from './linkGeometry';
import styles from './LinkView.module.css';
import { PaintedContext, type Painted } from './paintedContext';
import { planOverlay, type LinkTransfer } from './planOverlay';

interface Props {
  readonly segment: Segment;
  readonly transfers: readonly LinkTransfer[];
  readonly blockCount: number;
}

/** Blocks that move over a link when the plan changes, for a moment. With reduced motion they take no time. */
export function TravellingBlocks({ segment, transfers, blockCount }: Props) {
  const [seen, setSeen] = useState({ transfers, blockCount });
  const [travel, setTravel] = useState<{ readonly motion: BlockMotion; readonly trip: number } | null>(null);
  if (seen.transfers !== transfers || seen.blockCount !== blockCount) {
    setSeen({ transfers, blockCount });
    // Another model is another story: its blocks do not come from the old ones.
    const motion = seen.blockCount === blockCount ? blockMotion(seen.transfers, transfers, blockCount) : null;
    if (motion !== null) setTravel({ motion, trip: (travel?.trip ?? 0) + 1 });
  }
  return travel === null ? null : <Trip key={travel.trip} segment={segment} motion={travel.motion} />;
}

function Trip({ segment, motion }: { readonly segment: Segment; readonly motion: BlockMotion }) {
  const store = useAppStore();
  const painted = useContext(PaintedContext);
  const [colour] = useState(() => colourOfBlock(store.getState(), painted, motion.block));
  const [from, to] = motion.direction === 'aToB' ? [segment.from, segment.to] : [segment.to, segment.from];
  const style = {
    '--from': `translate(${from.x}px, ${from.y}px)`,
    '--to': `translate(${to.x}px, ${to.y}px)`,
    fill: colour,
  } as CSSProperties;
  return (
    <g className={styles.trip} style={style}>
      {Array.from({ length: motion.squares }, (_, index) => (
        <rect
          key={index}
          x={-8}
          y={-8}
          width={16}
          height={16}
          rx={3}
          style={{ animationDelay: `calc(var(--motion) * ${index * 0.15})` }}
        />
      ))}
    </g>
  );
}

/** The colour of the node that now runs a block. */
function colourOfBlock(state: AppState, painted: Painted | null, block: number): string {
  const answer = selectAnswer(state);
  if (answer === null && painted === null) return 'var(--ink-soft)';
  const colours = painted?.colours ?? solutionColours(answer!.solution);
  for (const [node, { ranges }] of (painted?.overlay ?? planOverlay(selectShownPlan(state))).nodes) {
    if (ranges.some(({ from, to }) => from <= block && block < to))
      return colourValue(colours.get(node) ?? 'other');
  }
  return 'var(--ink-soft)';
}
