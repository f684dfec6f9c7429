import { useEffect, type RefObject } from 'react';

/** Width of what is printed on A4 (and Letter) inside the margins of global.css, at 96 px an inch. */
const paperPx = 680;

/**
 * Drawing and charts are laid out in pixels for the screen, and no script runs between the layouts for screen and paper.
 * So paper gets the screen's size, scaled to fit: before printing, this writes them for the print rules of the style sheet.
 */
export function usePaperSize(
  stage: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const measure = () => {
      const element = stage.current;
      if (element === null) return;
      element.style.setProperty('--print-width', `${element.clientWidth}px`);
      element.style.setProperty('--print-height', `${canvas.current?.clientHeight ?? 0}px`);
      element.style.setProperty('--print-zoom', String(Math.min(1, paperPx / element.clientWidth)));
    };
    window.addEventListener('beforeprint', measure);
    return () => window.removeEventListener('beforeprint', measure);
  }, [stage, canvas]);
}
