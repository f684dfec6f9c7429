import type { ReactNode, Ref } from 'react';
import { HatchPattern } from './HatchPattern';
import styles from './TimePlot.module.css';

interface Props {
  readonly ref: Ref<SVGSVGElement>;
  readonly role: 'list' | 'listbox';
  readonly label: string;
  /** Id of the hatching, for the transfers among the marks. */
  readonly hatch: string;
  readonly layout: {
    readonly width: number;
    readonly height: number;
    /** Room for the names of the rows. */
    readonly left: number;
    readonly axisY: number;
    readonly ticks: readonly { readonly x: number; readonly label: string }[];
  };
  readonly children: ReactNode;
}

/** The drawing of a chart whose bars lie along time: its grid with the times below, and the marks on it. */
export function TimePlot({ ref, role, label, hatch, layout, children }: Props) {
  return (
    <svg
      ref={ref}
      data-chart-part
      role={role}
      aria-label={label}
      width={layout.width}
      height={layout.height}
      className={styles.plot}
    >
      <HatchPattern id={hatch} />
      <g aria-hidden="true">
        {layout.ticks.map((tick, index) => (
          <g key={tick.x}>
            <line x1={tick.x} x2={tick.x} y1={0} y2={layout.axisY} className={styles.grid} />
            <text
              x={tick.x}
              y={layout.axisY}
              dy="1.1em"
              className={styles.tick}
              textAnchor={index === 0 && layout.left === 0 ? 'start' : 'middle'}
            >
              {tick.label}
            </text>
          </g>
        ))}
      </g>
      {children}
    </svg>
  );
}
