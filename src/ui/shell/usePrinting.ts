import { useSyncExternalStore } from 'react';

const media = window.matchMedia('print');
/** Between the browser's events around printing; its media query only follows after the layout for paper is made. */
let isAnnounced = false;

function subscribe(onChange: () => void): () => void {
  const announce = () => {
    isAnnounced = true;
    onChange();
  };
  const end = () => {
    isAnnounced = false;
    onChange();
  };
  window.addEventListener('beforeprint', announce);
  window.addEventListener('afterprint', end);
  media.addEventListener('change', onChange);
  return () => {
    window.removeEventListener('beforeprint', announce);
    window.removeEventListener('afterprint', end);
    media.removeEventListener('change', onChange);
  };
}

/** Whether the page is being laid out for paper. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isAnnounced || media.matches);
}
