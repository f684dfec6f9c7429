import type { CSSProperties } from 'react';
import type { NetworkLink } from '../../core/network/types';
import { angleOf, middleOf, pathOf, type Segment } from './linkGeometry';
import { isDown, turnOf } from './linkModel';
import styles from './LinkView.module.css';
import type { LinkTransfer } from './planOverlay';

/** The one hatch of the canvas, defined by `LinkHatch`. */
export const linkHatchId = 'canvas-hatch';

interface Props {
  readonly link: NetworkLink;
  readonly segment: Segment;
  readonly transfers: readonly LinkTransfer[];
  readonly selected: boolean;
  /** How wide it is drawn, 1 as usual: links breathe with what they carry. */
  readonly breath?: number;
  /** Drawn, but something else is simulated in its place. */
  readonly isReplaced?: boolean;
}

/** Wired solid, wireless dashed; a hop of the plan is a hatched pipe with an arrow at the end it leads to. */
export function LinkLine({ link, segment, transfers, selected, breath = 1, isReplaced = false }: Props) {
  const path = pathOf(segment);
  const middle = middleOf(segment);
  return (
    <g
      className={styles.line}
      data-medium={link.medium}
      data-selected={selected}
      data-down={isDown(link)}
      data-replaced={isReplaced}
      style={breath === 1 ? undefined : ({ '--breath': breath } as CSSProperties)}
    >
      <path d={path} className={styles.reach} />
      <path d={path} className={styles.halo} />
      {transfers.length === 0 ? (
        <path d={path} className={styles.plain} />
      ) : (
        <>
          <path d={path} className={styles.pipe} />
          <path d={path} className={styles.hatch} style={{ stroke: `url(#${linkHatchId})` }} />
        </>
      )}
      {transfers.map(({ direction }) => (
        <Arrow key={direction} segment={segment} direction={direction} />
      ))}
      {isDown(link) && (
        <path className={styles.cross} d={`M${middle.x - 8},${middle.y - 8}l16,16m0,-16l-16,16`} />
      )}
    </g>
  );
}

function Arrow({
  segment,
  direction,
}: {
  readonly segment: Segment;
  readonly direction: LinkTransfer['direction'];
}) {
  const tip = direction === 'aToB' ? segment.to : segment.from;
  return (
    <g transform={`translate(${tip.x} ${tip.y}) rotate(${angleOf(segment) + turnOf(direction)})`}>
      <path className={styles.arrow} d="M1,0L-17,-10L-17,10Z" />
    </g>
  );
}
