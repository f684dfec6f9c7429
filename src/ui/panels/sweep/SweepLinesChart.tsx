import { useId } from 'react';
import type { SweepAxis, SweepLines } from '../../../core/studies/sweepTypes';
import { strategyNames } from '../../explain/strategyNames';
import { formatSeconds } from '../../format';
import { useSize } from '../../charts/useSize';
import type { Stripe } from './RegionPattern';
import { RegionPattern } from './RegionPattern';
import { StrategyLegend } from './StrategyLegend';
import { formatAxisValue } from './sweepAxes';
import { SweepAxes } from './SweepAxes';
import { sweepLinesLayout, type LinesLayout } from './sweepLinesLayout';
import { SweepSurface } from './SweepSurface';
import { nearestIndex } from './useSweepCursor';
import styles from './Sweep.module.css';

interface Props {
  readonly label: string;
  readonly answer: SweepLines;
  readonly axis: SweepAxis;
  readonly height: number;
  /** Where the document stands; null: nowhere on the axis. */
  readonly now: number | null;
  readonly stripes: readonly (readonly Stripe[])[];
  readonly regionName: (index: number) => string;
  readonly onSet: ((value: number) => void) | null;
}

/** Every strategy as a line, the best plan as a ribbon above, and a mark wherever the best plan changes. */
export function SweepLinesChart(props: Props) {
  const { label, answer, axis, height, now, onSet } = props;
  const [ref, size] = useSize<HTMLDivElement>();
  if (size.width === 0 || answer.xs.length === 0) return <div ref={ref} />;
  const layout = sweepLinesLayout(answer, axis, { ...size, height });
  const best = answer.lines.find(({ strategy }) => strategy === 'best')?.totalS;
  return (
    <div ref={ref}>
      <SweepSurface
        label={label}
        size={layout}
        columns={answer.xs.length}
        rows={1}
        start={{ x: now === null ? 0 : nearestIndex(layout.xs, layout.xOf(now)), y: 0 }}
        at={(xPx) => ({ x: nearestIndex(layout.xs, xPx), y: 0 })}
        placeOf={({ x }) => {
          const seconds = best?.[x] ?? null;
          return { x: layout.xs[x]!, y: seconds === null ? layout.plot.bottom : layout.yOf(seconds) };
        }}
        describe={({ x }) => describePoint(props, x)}
        onSet={onSet === null ? null : ({ x }) => onSet(answer.xs[x]!)}
      >
        {(cursor) => <Drawing {...props} layout={layout} cursor={cursor?.x ?? null} />}
      </SweepSurface>
      <StrategyLegend lines={layout.lines} />
    </div>
  );
}

function describePoint({ answer, axis, regionName }: Props, k: number) {
  const totals = answer.lines.map(({ strategy, totalS }) => ({ strategy, seconds: totalS[k] ?? null }));
  const best = totals.find(({ strategy }) => strategy === 'best')?.seconds ?? null;
  const index = answer.region[k]!;
  const others = totals
    .filter(({ strategy }) => strategy !== 'best')
    .sort((a, b) => (a.seconds ?? Infinity) - (b.seconds ?? Infinity));
  return {
    title: `${formatAxisValue(axis.parameter, answer.xs[k]!)}: ${best === null ? 'no plan' : formatSeconds(best)}`,
    lines: [
      ...(index < 0 ? [] : [`Plan ${index + 1}: ${regionName(index)}`]),
      ...others.map(
        ({ strategy, seconds }) =>
          `${strategyNames[strategy]}: ${seconds === null ? 'not possible' : formatSeconds(seconds)}`,
      ),
    ],
  };
}

interface DrawingProps extends Props {
  readonly layout: LinesLayout;
  readonly cursor: number | null;
}

function Drawing({ layout, cursor, now, stripes }: DrawingProps) {
  const id = useId();
  const { plot, ribbon } = layout;
  const used = [...new Set(layout.segments.map(({ region }) => region))];
  return (
    <>
      <defs>
        {used.map((region) => (
          <RegionPattern key={region} id={`${id}${region}`} stripes={region < 0 ? null : stripes[region]!} />
        ))}
        <clipPath id={`${id}clip`}>
          <rect x={plot.left} y={plot.top} width={plot.right - plot.left} height={plot.bottom - plot.top} />
        </clipPath>
      </defs>
      <SweepAxes plot={plot} xTicks={layout.xTicks} yTicks={layout.yTicks} grid />
      {layout.segments.map(({ x, width, region, label }) => (
        <g key={x}>
          <rect
            x={x}
            y={ribbon.y}
            width={Math.max(width, 0.5)}
            height={ribbon.height}
            fill={`url(#${id}${region})`}
            className={styles.swatch}
          />
          <text x={x + width / 2} y={ribbon.y + ribbon.height / 2} dy="0.35em" className={styles.number}>
            {label}
          </text>
        </g>
      ))}
      {layout.breakpoints.map(({ x, y, label }) => (
        <g key={x}>
          <line x1={x} x2={x} y1={ribbon.y} y2={plot.bottom} className={styles.breakpoint} />
          <text x={x} y={ribbon.y} dy="-0.35em" textAnchor="middle" className={styles.tick}>
            {label}
          </text>
          {y !== null && <circle cx={x} cy={y} r="4" className={styles.bend} />}
        </g>
      ))}
      <g clipPath={`url(#${id}clip)`}>
        {layout.lines.map(({ strategy, path }, index) => (
          <path
            key={strategy}
            d={path}
            className={styles.line}
            data-strategy={strategy}
            data-dash={index % 7}
          />
        ))}
      </g>
      {layout.lines.map(
        ({ strategy, letter, endY, labelY }) =>
          endY !== null &&
          labelY !== null && (
            <g key={strategy}>
              <line x1={plot.right} x2={plot.right + 10} y1={endY} y2={labelY} className={styles.leader} />
              <text
                x={plot.right + 13}
                y={labelY}
                dy="0.35em"
                className={styles.letter}
                data-strategy={strategy}
              >
                {letter}
              </text>
            </g>
          ),
      )}
      {now !== null && <Now x={layout.xOf(now)} top={ribbon.y + ribbon.height} bottom={plot.bottom} />}
      {cursor !== null && (
        <line
          x1={layout.xs[cursor]}
          x2={layout.xs[cursor]}
          y1={ribbon.y}
          y2={plot.bottom}
          className={styles.cursor}
          data-export="no"
        />
      )}
    </>
  );
}

/** Where the scenario stands. */
function Now({ x, top, bottom }: { readonly x: number; readonly top: number; readonly bottom: number }) {
  return (
    <g data-sweep-now>
      <line x1={x} x2={x} y1={top} y2={bottom} className={styles.now} />
      <path d={`M${x} ${top}l-6 -9h12z`} className={styles.nowMark} />
      <text x={x + 6} y={bottom - 6} className={styles.nowText}>
        now
      </text>
    </g>
  );
}
