import { memo, useId } from 'react';
import type { NodeId } from '../../../../core/network/types';
import { colourValue, onColourValue, type NodeColour } from '../../../nodeColours';
import { CellPattern } from './CellPattern';
import { dashCount } from './laneLooks';
import { PlotTitle } from './PlotTitle';
import styles from './RunCharts.module.css';
import type { CellBand, SplitStrip, TimeRow, TimeSeriesLayout } from './timeSeriesTypes';
import { cellPatterns } from './timeStrips';

interface Props {
  readonly layout: TimeSeriesLayout;
  readonly colours: ReadonlyMap<NodeId, NodeColour>;
}

/** Everything that stays while time passes: drawn once for a run, a lane and a window. */
export const TimeSeriesDrawing = memo(function TimeSeriesDrawing({ layout, colours }: Props) {
  const id = useId();
  return (
    <>
      <defs>
        {Array.from({ length: cellPatterns }, (_, pattern) => (
          <CellPattern key={pattern} id={`${id}${pattern}`} pattern={pattern} />
        ))}
        {layout.rows.map(({ key, top, bottom }) => (
          <clipPath key={key} id={`${id}${key}`}>
            <rect x={layout.left} y={top - 2} width={layout.right - layout.left} height={bottom - top + 4} />
          </clipPath>
        ))}
      </defs>
      {layout.xTicks.map(({ x, label }) => (
        <g key={label}>
          <path
            d={layout.plots.map(({ top, bottom }) => `M${x} ${top}V${bottom}`).join('')}
            className={styles.grid}
          />
          <text x={x} y={layout.bottom} dy="1.3em" textAnchor="middle" className={styles.tick}>
            {label}
          </text>
        </g>
      ))}
      {layout.rows.map((row) => (
        <Row key={row.key} row={row} left={layout.left} right={layout.right} clip={`${id}${row.key}`} />
      ))}
      {layout.cells !== null && <Cells band={layout.cells} id={id} />}
      <Splits strip={layout.split} colours={colours} />
    </>
  );
});

interface RowProps {
  readonly row: TimeRow;
  readonly left: number;
  readonly right: number;
  readonly clip: string;
}

function Row({ row, left, right, clip }: RowProps) {
  return (
    <g data-row={row.key}>
      <PlotTitle title={row.title} />
      {row.yTicks.map(({ y, label }) => (
        <g key={label}>
          <line x1={left} x2={right} y1={y} y2={y} className={styles.grid} />
          <text x={left - 6} y={y} dy="0.35em" textAnchor="end" className={styles.tick}>
            {label}
          </text>
        </g>
      ))}
      <path d={`M${left} ${row.top}V${row.bottom}H${right}`} className={styles.axis} />
      <g clipPath={`url(#${clip})`}>
        {row.lines.map(({ key, look, dash, path }) => (
          <path key={key} d={path} className={styles.line} data-look={look} data-dash={dash % dashCount} />
        ))}
      </g>
      {row.endless.length > 0 && (
        <path d={row.endless.map((x) => `M${x} ${row.top}l-4 -7h8z`).join('')} className={styles.endless} />
      )}
      {row.note !== null && (
        <text x={left + 8} y={(row.top + row.bottom) / 2} dy="0.35em" className={styles.tick}>
          {row.note}
        </text>
      )}
    </g>
  );
}

function Cells({ band, id }: { readonly band: CellBand; readonly id: string }) {
  return (
    <g data-row="cells">
      <PlotTitle title={band.title} />
      {band.shapes.map(({ cell, pattern, path }) => (
        <path
          key={cell}
          d={path}
          className={styles.cell}
          fill={pattern < 0 ? 'none' : `url(#${id}${pattern})`}
        />
      ))}
      {band.labels.map(({ x, width }) => (
        <rect
          key={x}
          x={x - width / 2}
          y={band.top + 2}
          width={width}
          height={band.height - 4}
          rx="3"
          className={styles.plate}
        />
      ))}
      {band.labels.map(({ x, text }) => (
        <text key={x} x={x} y={band.top + band.height / 2} dy="0.35em" textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}

interface SplitProps {
  readonly strip: SplitStrip;
  readonly colours: ReadonlyMap<NodeId, NodeColour>;
}

function Splits({ strip, colours }: SplitProps) {
  const colourOf = (node: NodeId): NodeColour => colours.get(node) ?? 'other';
  return (
    <g data-row="split">
      <PlotTitle title={strip.title} />
      {strip.shapes.map(({ node, path }) =>
        node === null ? (
          <path key="none" d={path} className={styles.noPlan} />
        ) : (
          <path key={node} d={path} style={{ fill: colourValue(colourOf(node)) }} />
        ),
      )}
      {strip.labels.map(({ x, y, text, node }) => (
        <text
          key={`${x} ${y}`}
          x={x}
          y={y}
          dy="0.35em"
          textAnchor="middle"
          style={{ fill: onColourValue(colourOf(node)) }}
        >
          {text}
        </text>
      ))}
    </g>
  );
}
