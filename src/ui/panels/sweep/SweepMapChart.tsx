import { useId } from 'react';
import type { SweepAxis, SweepMap } from '../../../core/studies/sweepTypes';
import { formatSeconds } from '../../format';
import { useSize } from '../../charts/useSize';
import { RegionPattern, type Stripe } from './RegionPattern';
import { formatAxisValue } from './sweepAxes';
import { SweepAxes } from './SweepAxes';
import { sweepMapLayout, type MapLayout } from './sweepMapLayout';
import { SweepSurface } from './SweepSurface';
import { nearestIndex, type Cursor } from './useSweepCursor';
import styles from './Sweep.module.css';

interface Props {
  readonly label: string;
  readonly answer: SweepMap;
  readonly axes: { readonly x: SweepAxis; readonly y: SweepAxis };
  readonly height: number;
  /** Where the document stands; null: nowhere on an axis. */
  readonly now: { readonly x: number; readonly y: number } | null;
  readonly stripes: readonly (readonly Stripe[])[];
  readonly regionName: (index: number) => string;
  readonly onSet: ((x: number, y: number) => void) | null;
}

/** The best plans as regions of a map: striped in the hues of their nodes, bordered, numbered. */
export function SweepMapChart(props: Props) {
  const { label, answer, axes, height, now, regionName, onSet } = props;
  const [ref, size] = useSize<HTMLDivElement>();
  if (size.width === 0 || answer.ys.length === 0) return <div ref={ref} />;
  const layout = sweepMapLayout(answer, axes, { ...size, height });
  return (
    <div ref={ref}>
      <SweepSurface
        label={label}
        size={layout}
        columns={answer.xs.length}
        rows={answer.ys.length}
        start={
          now === null
            ? { x: 0, y: 0 }
            : { x: nearestIndex(layout.xs, layout.xOf(now.x)), y: nearestIndex(layout.ys, layout.yOf(now.y)) }
        }
        at={(xPx, yPx) => ({ x: nearestIndex(layout.xs, xPx), y: nearestIndex(layout.ys, yPx) })}
        placeOf={({ x, y }) => ({ x: layout.xs[x]!, y: layout.ys[y]! })}
        describe={({ x, y }) => {
          const region = answer.region[y]![x]!;
          const seconds = answer.totalS[y]![x] ?? null;
          const place = `${formatAxisValue(axes.x.parameter, answer.xs[x]!)}, ${formatAxisValue(axes.y.parameter, answer.ys[y]!)}`;
          return {
            title: `${place}: ${seconds === null ? 'no plan' : formatSeconds(seconds)}`,
            lines: region < 0 ? [] : [`Plan ${region + 1}: ${regionName(region)}`],
          };
        }}
        onSet={onSet === null ? null : ({ x, y }) => onSet(answer.xs[x]!, answer.ys[y]!)}
      >
        {(cursor) => <Drawing layout={layout} now={now} stripes={props.stripes} cursor={cursor} />}
      </SweepSurface>
    </div>
  );
}

interface DrawingProps extends Pick<Props, 'now' | 'stripes'> {
  readonly layout: MapLayout;
  readonly cursor: Cursor | null;
}

function Drawing({ layout, now, stripes, cursor }: DrawingProps) {
  const id = useId();
  const { plot, regions } = layout;
  return (
    <>
      <defs>
        {regions.map(({ region }) => (
          <RegionPattern key={region} id={`${id}${region}`} stripes={region < 0 ? null : stripes[region]!} />
        ))}
      </defs>
      <SweepAxes plot={plot} xTicks={layout.xTicks} yTicks={layout.yTicks} grid={false} />
      {regions.map(({ region, path }) => (
        <path key={region} d={path} fill={`url(#${id}${region})`} className={styles.region} />
      ))}
      <path d={layout.borders} className={styles.border} />
      <rect
        x={plot.left}
        y={plot.top}
        width={plot.right - plot.left}
        height={plot.bottom - plot.top}
        className={styles.border}
      />
      {regions.map(({ region, label }) =>
        label === null ? null : (
          <text key={region} x={label.x} y={label.y} dy="0.35em" className={styles.number}>
            {region < 0 ? '–' : region + 1}
          </text>
        ),
      )}
      {now !== null && (
        <g data-sweep-now>
          <circle cx={layout.xOf(now.x)} cy={layout.yOf(now.y)} r="7" className={styles.nowRing} />
          <text x={layout.xOf(now.x) + 11} y={layout.yOf(now.y)} dy="0.35em" className={styles.nowText}>
            now
          </text>
        </g>
      )}
      {cursor !== null && (
        <g data-export="no" className={styles.cursor}>
          <line x1={layout.xs[cursor.x]} x2={layout.xs[cursor.x]} y1={plot.top} y2={plot.bottom} />
          <line x1={plot.left} x2={plot.right} y1={layout.ys[cursor.y]} y2={layout.ys[cursor.y]} />
        </g>
      )}
    </>
  );
}
