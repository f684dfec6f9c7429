import { colourValue, onColourValue } from '../nodeColours';
import type { CompareLayout, LaidBar } from './compareChartLayout';
import styles from './CompareChart.module.css';

interface Props {
  readonly bar: LaidBar;
  readonly layout: CompareLayout;
  /** Id of the hatching. */
  readonly hatch: string;
}

/** One strategy: its name, its parts one after the other, what it takes and how that compares. */
export function CompareRow({ bar, layout, hatch }: Props) {
  const { barTop, barHeight } = layout;
  const middle = barTop + barHeight / 2;
  return (
    <>
      <rect
        x={0}
        y={1}
        width={layout.width}
        height={layout.rowHeight - 2}
        rx={4}
        className={styles.ground}
        data-export="no"
      />
      <text
        x={layout.labels === 'left' ? 4 : 2}
        y={layout.labels === 'left' ? middle : barTop / 2}
        dy="0.35em"
        className={styles.name}
      >
        {bar.name}
      </text>
      {bar.parts.map((part, index) => (
        <g key={index}>
          <rect
            x={part.x}
            y={barTop}
            width={Math.max(part.width, 0.5)}
            height={barHeight}
            className={styles.part}
            style={{ fill: part.kind === 'compute' ? colourValue(part.colour) : `url(#${hatch})` }}
          />
          {part.kind === 'compute' && (
            <text
              x={part.x + 4}
              y={middle}
              dy="0.35em"
              className={styles.partName}
              style={{ fill: onColourValue(part.colour) }}
            >
              {part.label}
            </text>
          )}
        </g>
      ))}
      <text
        x={bar.end + 8}
        y={middle}
        dy="0.35em"
        className={bar.rank === 0 ? styles.bestValue : styles.value}
      >
        {bar.valueText}
        {layout.labels === 'left' && (
          <tspan dx="0.9em" className={styles.gain}>
            {bar.gainText}
          </tspan>
        )}
      </text>
      {layout.labels === 'above' && (
        <text x={layout.width - 2} y={barTop / 2} dy="0.35em" textAnchor="end" className={styles.gain}>
          {bar.gainText}
        </text>
      )}
    </>
  );
}
