import { useEffect, useState } from 'react';

/** Height from the top of `element` to the bottom of the dock's panel, which scrolls it [px]; 0 until both are on the page. */
export function useRoomBelow(element: HTMLElement | null): number {
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const panel = element?.closest<HTMLElement>('[role="tabpanel"]') ?? null;
    const frame = element?.closest('[data-chart]') ?? null;
    if (element === null || panel === null || frame === null) return;
    const measure = () => {
      const above = element.getBoundingClientRect().top - panel.getBoundingClientRect().top;
      setRoom(Math.floor(panel.clientHeight - above - panel.scrollTop));
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(panel);
    // Where the bar above the drawing wraps, the frame grows.
    sizes.observe(frame);
    return () => sizes.disconnect();
  }, [element]);
  return room;
}
