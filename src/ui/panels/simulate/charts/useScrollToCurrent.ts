import { useEffect, type RefObject } from 'react';

/** A list that is opened in a panel of its own shows where the moment is; where the page scrolls instead, it stays. */
export function useScrollToCurrent(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const row = list.current?.querySelector('[aria-current]') ?? null;
    const panel = row?.closest('[role="tabpanel"]') ?? null;
    if (row === null || panel === null) return;
    const offPx = row.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    // What is in sight as it is stays; else it goes to the middle.
    if (offPx > panel.clientHeight * 0.8) panel.scrollTop += offPx - panel.clientHeight / 2;
  }, [list]);
}
