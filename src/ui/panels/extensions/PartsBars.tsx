import { useId, useRef } from 'react';
import { ChartTooltip } from '../../charts/ChartTooltip';
import { TimePlot } from '../../charts/TimePlot';
import { moveFocus } from '../../charts/rovingFocus';
import { useSize } from '../../charts/useSize';
import { useTooltip } from '../../charts/useTooltip';
import styles from './StudyCharts.module.css';
import { fillOf, partLooks, type PartLook } from './partLooks';
import { PartPatterns } from './PartPatterns';
import { partsBarsLayout, type LaidPartsBar, type PartsBar, type PartsBarsLayout } from './partsBarsLayout';

interface Props {
  readonly label: string;
  readonly bars: readonly PartsBar[];
  /** Lines of a bar's tooltip: the formula with its values. */
  readonly describe: (id: string) => readonly string[];
  /** A value that no bar can be below, and its name. */
  readonly reference?: { readonly seconds: number; readonly name: string } | null;
}

/** Bars made of parts. One tab stop; the arrow keys go through the bars. */
export function PartsBars({ label, bars, describe, reference = null }: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  const pattern = useId();
  const plot = useRef<SVGSVGElement>(null);
  const tooltip = useTooltip<string>();
  const layout = size.width === 0 ? null : partsBarsLayout(bars, reference?.seconds ?? null, size);
  const active = bars.find(({ id }) => id === tooltip.active?.key);
  return (
    <div ref={ref} className={styles.chart}>
      {layout !== null && (
        <TimePlot ref={plot} role="list" label={label} hatch={`${pattern}-plot`} layout={layout}>
          <PartPatterns id={pattern} />
          {layout.referenceX !== null && (
            <line
              x1={layout.referenceX}
              x2={layout.referenceX}
              y1={0}
              y2={layout.axisY}
              className={styles.reference}
            />
          )}
          {layout.bars.map((bar, index) => (
            <g
              key={bar.id}
              role="listitem"
              aria-label={[
                `${bars.find(({ id }) => id === bar.id)!.name}: ${bar.valueText}`,
                ...describe(bar.id),
              ].join('. ')}
              tabIndex={index === 0 ? 0 : -1}
              data-mark={bar.id}
              className={styles.row}
              transform={`translate(0 ${bar.y})`}
              onKeyDown={(event) => moveFocus(event, plot.current)}
              {...tooltip.bind(bar.id)}
            >
              <Row bar={bar} layout={layout} pattern={pattern} />
            </g>
          ))}
        </TimePlot>
      )}
      <PartsLegend bars={bars} reference={reference?.name ?? null} />
      {tooltip.active !== null && active !== undefined && (
        <ChartTooltip anchor={tooltip.active.anchor} title={active.name} lines={describe(active.id)} />
      )}
    </div>
  );
}

interface RowProps {
  readonly bar: LaidPartsBar;
  readonly layout: PartsBarsLayout;
  readonly pattern: string;
}

function Row({ bar, layout, pattern }: RowProps) {
  const middle = layout.barTop + layout.barHeight / 2;
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
      <text x={2} y={layout.labels === 'left' ? middle : layout.barTop / 2} dy="0.35em">
        {bar.name}
      </text>
      {bar.parts.map((part, index) => (
        <rect
          key={index}
          x={part.x}
          y={layout.barTop}
          width={part.width}
          height={layout.barHeight}
          className={styles.part}
          style={{ fill: fillOf(part.look, pattern) }}
        />
      ))}
      <text x={bar.end + 8} y={middle} dy="0.35em" className={bar.isMarked ? styles.marked : undefined}>
        {bar.valueText}
      </text>
    </>
  );
}

interface LegendProps {
  readonly bars: readonly PartsBar[];
  readonly reference: string | null;
}

/** The parts that occur, in the order of the table of looks. */
function PartsLegend({ bars, reference }: LegendProps) {
  const pattern = useId();
  const used = new Set(bars.flatMap(({ parts }) => parts.map(({ look }) => look)));
  const looks = (Object.keys(partLooks) as PartLook[]).filter((look) => used.has(look));
  return (
    <ul className={styles.legend}>
      {looks.map((look) => (
        <li key={look}>
          <svg width="18" height="14" aria-hidden="true">
            <PartPatterns id={`${pattern}-${look}`} />
            <rect
              x="0.5"
              y="0.5"
              width="17"
              height="13"
              className={styles.part}
              style={{ fill: fillOf(look, `${pattern}-${look}`) }}
            />
          </svg>
          {partLooks[look].name}
        </li>
      ))}
      {reference !== null && (
        <li>
          <svg width="18" height="14" aria-hidden="true">
            <line x1="9" x2="9" y1="0" y2="14" className={styles.reference} />
          </svg>
          {reference}
        </li>
      )}
    </ul>
  );
}
