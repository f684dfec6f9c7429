import { useEffect } from 'react';
import { useApp } from '../../../../state/useStore';

/** Unfolds the section that a command asks for, and goes to its first field. `id`: what the sections' ids begin with. */
export function useSectionAsked(id: string): void {
  const asked = useApp((state) => state.simulation.sectionAsked);
  const change = useApp((state) => state.changeSimulationView);
  useEffect(() => {
    if (asked === null) return undefined;
    // Once a closed dialog has given the focus back, and the place is on the page.
    const frame = requestAnimationFrame(() => {
      const part = document.getElementById(`${id}${asked}`);
      if (part instanceof HTMLDetailsElement) part.open = true;
      part?.scrollIntoView({ block: 'start' });
      part?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
      change({ sectionAsked: null });
    });
    return () => cancelAnimationFrame(frame);
  }, [asked, change, id]);
}
