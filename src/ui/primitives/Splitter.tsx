import { useRef } from 'react';
import styles from './Splitter.module.css';

interface Props {
  readonly label: string;
  /** The line between the panels: vertical moves left and right. */
  readonly orientation: 'vertical' | 'horizontal';
  /** Size of the panel that comes after the line [px]. */
  readonly sizePx: number;
  readonly minPx: number;
  readonly maxPx: number;
  readonly onResize: (sizePx: number) => void;
}

const stepPx = 16;

/** A line to drag, or to move by the arrow keys, between a panel and the panel after it. */
export function Splitter({ label, orientation, sizePx, minPx, maxPx, onResize }: Props) {
  const start = useRef<{ readonly at: number; readonly sizePx: number } | null>(null);
  const clamp = (size: number) => Math.round(Math.min(maxPx, Math.max(minPx, size)));
  const position = (event: React.PointerEvent) =>
    orientation === 'vertical' ? event.clientX : event.clientY;
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={sizePx}
      aria-valuemin={minPx}
      aria-valuemax={Math.round(maxPx)}
      className={`${styles.splitter} ${styles[orientation]}`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: position(event), sizePx };
      }}
      onPointerMove={(event) => {
        if (start.current === null) return;
        onResize(clamp(start.current.sizePx + start.current.at - position(event)));
      }}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
      onKeyDown={(event) => {
        const grow = orientation === 'vertical' ? 'ArrowLeft' : 'ArrowUp';
        const shrink = orientation === 'vertical' ? 'ArrowRight' : 'ArrowDown';
        if (event.key === grow) onResize(clamp(sizePx + stepPx));
        else if (event.key === shrink) onResize(clamp(sizePx - stepPx));
        else if (event.key === 'Home') onResize(minPx);
        else if (event.key === 'End') onResize(clamp(maxPx));
        else return;
        event.preventDefault();
      }}
    />
  );
}
