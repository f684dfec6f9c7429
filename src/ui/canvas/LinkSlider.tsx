import { useStore, ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { NetworkLink, NetworkNode } from '../../core/network/types';
import { ticksTarget } from '../../state/ticksTarget';
import type { AppState } from '../../state/types';
import { selectShown, useApp } from '../../state/useStore';
import { CapacitySlider } from '../primitives/CapacitySlider';
import { findLink, findNode } from './documentIndex';
import type { Detail } from './boxScale';
import { boxesOf } from './flowBoxes';
import { linkSegment, middleOf } from './linkGeometry';
import styles from './LinkSlider.module.css';

/** The link whose slider is on the canvas: the selected one, else the first one of the source. */
function selectSliderLink(state: AppState): NetworkLink | null {
  const target = ticksTarget(selectShown(state), state.view.selectedLinks);
  return target === null ? null : (findLink(selectShown(state), target.link) ?? null);
}

/** The slider of a link, in a bar over the plan: it takes no room from the drawing and stands still whatever that does. */
export const LinkSlider = memo(function LinkSlider() {
  const link = useApp(selectSliderLink);
  if (link === null) return null;
  return (
    <div className={styles.slider} data-link-slider="">
      {link.symmetric ? (
        <CapacitySlider key={link.id} link={link} direction="both" compact />
      ) : (
        <>
          <CapacitySlider key={`${link.id} aToB`} link={link} direction="aToB" compact />
          <CapacitySlider key={`${link.id} bToA`} link={link} direction="bToA" compact />
        </>
      )}
    </div>
  );
});

interface LeaderProps {
  readonly detail: Detail;
  readonly scale: number;
}

/** Ties the bar to its link: a line from the upper edge of the plan, beneath everything, to a knot on the link. */
export const LinkLeader = memo(function LinkLeader({ detail, scale }: LeaderProps) {
  const a = useApp((state) => endOf(state, 'a'));
  const b = useApp((state) => endOf(state, 'b'));
  const [tx, ty, zoom] = useStore(({ transform }) => transform);
  const anchor = useMemo(() => {
    if (a === undefined || b === undefined) return null;
    const [from, to] = boxesOf([a, b], detail, scale);
    const segment = linkSegment(from!, to!);
    return segment === null ? null : middleOf(segment);
  }, [a, b, detail, scale]);
  if (anchor === null) return null;
  const x = anchor.x * zoom + tx;
  return (
    <>
      <svg className={styles.leader} aria-hidden="true">
        <line x1={x} y1={0} x2={x} y2={Math.max(0, anchor.y * zoom + ty)} />
      </svg>
      <ViewportPortal>
        <svg className={styles.knot} aria-hidden="true">
          <circle cx={anchor.x} cy={anchor.y} r={5 / zoom} />
        </svg>
      </ViewportPortal>
    </>
  );
});

function endOf(state: AppState, end: 'a' | 'b'): NetworkNode | undefined {
  const link = selectSliderLink(state);
  return link === null ? undefined : findNode(selectShown(state), link[end]);
}
