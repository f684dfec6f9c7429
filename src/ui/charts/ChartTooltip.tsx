import { useLayoutEffect, useRef } from 'react';
import type { Anchor } from './useTooltip';
import styles from './ChartTooltip.module.css';

interface Props {
  readonly anchor: Anchor;
  readonly title: string;
  readonly lines: readonly string[];
}

const marginPx = 8;

/** Beside its mark, inside the window. The same words are in the mark's label, so it is not read aloud twice. */
export function ChartTooltip({ anchor, title, lines }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    const centre = (anchor.left + anchor.right) / 2;
    const left = Math.min(Math.max(marginPx, centre - width / 2), innerWidth - width - marginPx);
    const above = anchor.top - height - marginPx;
    const top =
      above >= marginPx ? above : Math.min(anchor.bottom + marginPx, innerHeight - height - marginPx);
    element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  });
  return (
    <div ref={box} className={styles.tooltip} aria-hidden="true" data-tooltip>
      <strong>{title}</strong>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
