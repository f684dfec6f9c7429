import { useEffect, useState, type RefObject } from 'react';

/** How large the inside of a place is, kept up to date, in whole pixels [px]. */
export function usePlaceSize(place: RefObject<HTMLDivElement | null>) {
  const [size, setSize] = useState({ width: window.innerWidth, height: window.innerHeight });
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      // As the browser measured it: asking the element would lay the page out anew where another observer has just changed it.
      const { width, height } = entry.contentRect;
      const next = { width: Math.round(width), height: Math.round(height) };
      setSize((old) => (old.width === next.width && old.height === next.height ? old : next));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return size;
}
