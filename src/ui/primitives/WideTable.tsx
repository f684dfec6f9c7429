import { useEffect, useRef, useState, type ReactNode } from 'react';
import styles from './WideTable.module.css';

interface Props {
  readonly label: string;
  readonly children: ReactNode;
}

/** A table that may be wider than its place: it scrolls, fades where it goes on, and says so. */
export function WideTable({ label, children }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState({ left: false, right: false });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => {
      const hiddenPx = element.scrollWidth - element.clientWidth;
      const left = element.scrollLeft > 1;
      const right = element.scrollLeft < hiddenPx - 1;
      setMore((was) => (was.left === left && was.right === right ? was : { left, right }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return (
    <div>
      <div className={styles.faded} data-more-right={more.right}>
        <div ref={scroller} className={styles.scroller} role="region" aria-label={label} tabIndex={0}>
          {children}
        </div>
      </div>
      {(more.left || more.right) && (
        <p className={styles.hint}>
          {more.right ? 'More columns to the right: scroll sideways.' : 'That was the last column.'}
        </p>
      )}
    </div>
  );
}
