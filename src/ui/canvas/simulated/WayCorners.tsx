import { useEffect, useRef } from 'react';
import type { PlanPoint } from '../../../core/mobility/types';
import styles from './JourneyOverlay.module.css';
import { useCornerMoves } from './useCornerMoves';
import { usePlacing } from './usePlacing';
import { useWayEditing } from './wayEditingContext';

/** The corners of the way, to be dragged or moved by keys. */
export function WayCorners({ way }: { readonly way: readonly PlanPoint[] }) {
  const { corner, choose } = useWayEditing();
  const list = useRef<HTMLOListElement>(null);
  const { bind, announcement } = useCornerMoves((removed) => {
    const next = Math.max(0, removed - 1);
    choose(next);
    focusCorner(list.current, next);
  });
  usePlacing();
  // A corner that was just added takes the focus, so that keys move it.
  const count = useRef(way.length);
  useEffect(() => {
    if (way.length > count.current && corner !== null) focusCorner(list.current, corner);
    count.current = way.length;
  }, [way.length, corner]);
  return (
    <>
      <ol ref={list} className={styles.corners} aria-label="Corners of the way">
        {way.map(({ xM, yM }, index) => (
          <li key={index} style={{ transform: `translate(${xM}px, ${yM}px)` }}>
            <button
              type="button"
              className={`${styles.corner} nodrag nopan`}
              aria-label={`Corner ${index + 1} of ${way.length}, ${Math.round(xM)} m right, ${Math.round(yM)} m down. Arrow keys move it, Delete removes it`}
              data-corner={index}
              data-chosen={index === corner}
              onFocus={() => choose(index)}
              {...bind(index)}
            >
              {index + 1}
            </button>
          </li>
        ))}
      </ol>
      <div className="visually-hidden" role="status">
        {announcement}
      </div>
    </>
  );
}

function focusCorner(list: Element | null, index: number): void {
  list?.querySelectorAll('button')[index]?.focus({ preventScroll: true });
}
