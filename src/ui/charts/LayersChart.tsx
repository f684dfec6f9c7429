import { useId, type ReactNode } from 'react';
import { ChartTooltip } from './ChartTooltip';
import { CutHandles, type CutEditing } from './CutHandles';
import { HatchPattern } from './HatchPattern';
import { LayersAxis } from './LayersAxis';
import { LayersBlockReader } from './LayersBlockReader';
import { layersChartLayout } from './layersChartLayout';
import type { LayersData, LayersLayout } from './layersChartTypes';
import { colourValue } from '../nodeColours';
import type { ScaleKind } from './scales';
import { SidewaysScroller } from './SidewaysScroller';
import { useSize } from './useSize';
import { useTooltip } from './useTooltip';
import styles from './LayersChart.module.css';

export type LayersMark =
  | { readonly kind: 'block'; readonly block: number }
  | { readonly kind: 'boundary'; readonly boundary: number };

interface Props {
  readonly label: string;
  readonly data: LayersData;
  readonly scale: ScaleKind;
  /** Height the chart should fill when it can [px]. */
  readonly height: number;
  readonly editing: CutEditing;
  /** Text for a tooltip: title first, details after. */
  readonly describe: (mark: LayersMark) => { readonly title: string; readonly lines: readonly string[] };
}

/** The layer strip: times per node, bytes per boundary, the shown plan's staircase and the visitor's own cuts. */
export function LayersChart({ label, data, scale, height, editing, describe }: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  const hatch = useId();
  const tooltip = useTooltip<LayersMark>();
  const layout = size.width === 0 ? null : layersChartLayout(data, { ...size, height, scale });
  const active = tooltip.active === null ? null : describe(tooltip.active.key);
  return (
    <div ref={ref} className={styles.chart}>
      {layout !== null && (
        <>
          <LayersAxis layout={layout} textPx={size.textPx} />
          <SidewaysScroller layout={layout}>
            <svg
              data-chart-part
              role="group"
              aria-label={label}
              width={layout.plotWidth}
              height={layout.height}
              className={styles.plot}
            >
              <HatchPattern id={hatch} />
              <Rows layout={layout} />
              <BytesRow layout={layout} hatch={hatch} />
              <Cuts layout={layout} hatch={hatch} />
              <LayersBlockReader layout={layout} tooltip={tooltip} describe={describe} />
              <CutHandles layout={layout} editing={editing} tooltip={tooltip} />
            </svg>
          </SidewaysScroller>
        </>
      )}
      {tooltip.active !== null && active !== null && (
        <ChartTooltip anchor={tooltip.active.anchor} title={active.title} lines={active.lines} />
      )}
    </div>
  );
}

function Rows({ layout }: { layout: LayersLayout }): ReactNode {
  return layout.rows.map((row, index) => (
    <g key={index}>
      {row.bands.map((band) => (
        <rect
          key={band.x}
          x={band.x}
          y={row.top}
          width={band.width}
          height={row.base - row.top}
          className={styles.band}
          style={{ fill: colourValue(row.colour) }}
        />
      ))}
      <line x1={0} x2={layout.plotWidth} y1={row.base} y2={row.base} className={styles.base} />
      <path d={row.idlePath} className={styles.idle} />
      <path d={row.runningPath} className={styles.running} style={{ fill: colourValue(row.colour) }} />
      {row.bands.map((band) => (
        <text key={band.x} x={band.x + 2} y={row.base + 6} dy="0.85em" className={styles.bandLabel}>
          {band.label}
        </text>
      ))}
    </g>
  ));
}

function BytesRow({ layout, hatch }: { layout: LayersLayout; hatch: string }) {
  const { bytes, plotWidth } = layout;
  return (
    <g>
      <line x1={0} x2={plotWidth} y1={bytes.base} y2={bytes.base} className={styles.base} />
      <path d={bytes.otherPath} className={styles.idle} />
      <path d={bytes.smallerPath} className={styles.smaller} />
      <path d={bytes.sentPath} className={styles.sent} style={{ fill: `url(#${hatch})` }} />
      {bytes.referenceY !== null && (
        <line
          x1={0}
          x2={plotWidth}
          y1={bytes.referenceY}
          y2={bytes.referenceY}
          className={styles.reference}
        />
      )}
      {layout.columnLabels.map((mark) => (
        <text key={mark.x} x={mark.x} y={layout.columnLabelY} className={styles.columnLabel}>
          {mark.text}
        </text>
      ))}
    </g>
  );
}

/** Where the shown plan hands the data on. The figures come last: no line runs through them. */
function Cuts({ layout, hatch }: { layout: LayersLayout; hatch: string }) {
  return (
    <>
      {layout.cuts.map((cut) => (
        <g key={`${cut.x} ${cut.y1}`}>
          <line
            x1={cut.x}
            x2={cut.x}
            y1={layout.bytes.base}
            y2={Math.min(cut.y1, cut.y2)}
            className={styles.cutDrop}
          />
          <rect
            x={cut.x - 4}
            y={Math.min(cut.y1, cut.y2)}
            width={8}
            height={Math.abs(cut.y2 - cut.y1)}
            className={styles.cut}
            style={{ fill: `url(#${hatch})` }}
          />
        </g>
      ))}
      {layout.cuts.map((cut) => (
        <text
          key={`${cut.x} ${cut.y1}`}
          x={cut.anchor === 'start' ? cut.x + 18 : cut.x - 18}
          y={Math.min(cut.y1, cut.y2) + 17}
          className={styles.cutLabel}
          textAnchor={cut.anchor}
        >
          {cut.label}
        </text>
      ))}
    </>
  );
}
