import { useEffect, useRef, useState, type ReactNode } from 'react';
import { blocksInSight } from './layersPositions';
import type { LayersLayout } from './layersChartTypes';
import styles from './LayersChart.module.css';

interface Sight {
  readonly leftPx: number;
  readonly widthPx: number;
}

/** A strip wider than its place: it scrolls, fades where it goes on, and says which blocks are in sight. */
export function SidewaysScroller({ layout, children }: { layout: LayersLayout; children: ReactNode }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState<Sight | null>(null);
  const { plotWidth } = layout;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => setSight({ leftPx: element.scrollLeft, widthPx: element.clientWidth });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [plotWidth]);
  const goesOn = sight !== null && sight.widthPx < plotWidth - 1;
  const blocks = goesOn ? blocksInSight(layout, sight.leftPx, sight.widthPx) : null;
  return (
    <div className={styles.sideways}>
      <div
        className={styles.faded}
        data-more-left={goesOn && sight.leftPx > 1}
        data-more-right={goesOn && sight.leftPx + sight.widthPx < plotWidth - 1}
      >
        <div ref={scroller} className={styles.scroller}>
          {children}
        </div>
      </div>
      {blocks !== null && (
        <p className={styles.sight}>
          Blocks {blocks.from}–{blocks.to} of {layout.blockCount} in sight; scroll sideways for the others.
        </p>
      )}
    </div>
  );
}
