import { useId } from 'react';
import { ChartTooltip } from '../../../charts/ChartTooltip';
import { PlotGrid } from '../../../charts/PlotGrid';
import { moveFocus } from '../../../charts/rovingFocus';
import { useTooltip } from '../../../charts/useTooltip';
import { slantDegrees, type BarsChart, type BarsLayout, type LaidBar } from './barsLayout';
import { inUnit } from './chartTables';
import { quantity } from './chartWords';
import styles from './FigureCharts.module.css';
import { LegendEntries } from './LegendEntries';
import { axisTitle, nameGapPx } from './plotAxes';
import { seriesLooks, type SeriesLook } from './seriesLooks';
import { SeriesMarker } from './SeriesMarker';
import { TexturePattern } from './TexturePattern';

interface Props {
  readonly chart: BarsChart;
  readonly layout: BarsLayout;
}

/** Bars in groups, marks in decades; each says its value to pointer, keyboard and screen reader. */
export function BarsDrawing({ chart, layout }: Props) {
  const id = useId();
  const tooltip = useTooltip<number>();
  const looks = seriesLooks(chart.series.map(({ name }) => name));
  const shown = tooltip.active === null ? undefined : layout.bars[tooltip.active.key];
  const { plot, zeroY } = layout;
  const names = { x: inUnit(chart.x), y: axisTitle(inUnit(chart.y), layout.scale) };
  const fills = looks.map((_, k) => `url(#${id}${k})`);
  return (
    <>
      <svg
        data-chart-part
        role="list"
        aria-label={chart.title}
        width={layout.width}
        height={layout.height}
        className={styles.drawing}
      >
        <defs>
          {looks.map((look, k) => (
            <TexturePattern key={k} id={`${id}${k}`} look={look} />
          ))}
        </defs>
        <LegendEntries legend={layout.legend} looks={looks} fills={layout.scale === 'log' ? null : fills} />
        <PlotGrid layout={{ ...layout, xTicks: [] }} names={names} nameGapPx={nameGapPx} />
        <path d={`M${plot.left} ${zeroY}h${plot.width}`} className={styles.zero} />
        <GroupNames layout={layout} />
        {layout.bars.map((bar, index) => (
          <g
            key={index}
            data-mark
            role="listitem"
            tabIndex={index === 0 ? 0 : -1}
            aria-label={barWords(chart, bar).join(': ')}
            className={styles.item}
            onKeyDown={(event) => moveFocus(event, event.currentTarget.ownerSVGElement)}
            {...tooltip.bind(index)}
          >
            <Bar bar={bar} look={looks[bar.series]!} fill={fills[bar.series]!} layout={layout} />
          </g>
        ))}
      </svg>
      {tooltip.active !== null && shown !== undefined && (
        <ChartTooltip
          anchor={tooltip.active.anchor}
          title={barWords(chart, shown)[0]}
          lines={barWords(chart, shown).slice(1)}
        />
      )}
    </>
  );
}

function GroupNames({ layout }: { readonly layout: BarsLayout }) {
  const { areNamesSlanted, groups, groupsY } = layout;
  return (
    <g aria-hidden="true">
      {groups.flatMap(({ centre, lines }) =>
        lines.map((line, k) => (
          <text
            key={`${centre}${k}`}
            x={centre}
            y={groupsY}
            {...(areNamesSlanted
              ? { textAnchor: 'end', transform: `rotate(-${slantDegrees} ${centre} ${groupsY})` }
              : { textAnchor: 'middle', dy: `${k * 1.2}em` })}
            className={styles.tick}
          >
            {line}
          </text>
        )),
      )}
    </g>
  );
}

function barWords({ groups, series, y }: BarsChart, { group, series: s, value }: LaidBar) {
  return [`${groups[group]!}, ${series[s]!.name}`, quantity(value, y.unit)] as const;
}

interface BarProps {
  readonly bar: LaidBar;
  readonly look: SeriesLook;
  readonly fill: string;
  readonly layout: BarsLayout;
}

function Bar({ bar, look, fill, layout }: BarProps) {
  const { height, label, labelX, labelY, value, valueY, width, x, y } = bar;
  const { labelTextPx, plot, scale } = layout;
  const isMark = scale === 'log';
  return (
    <>
      <rect x={x} y={plot.top} width={width} height={plot.height} className={styles.target} />
      {isMark && value !== null && value > 0 && <SeriesMarker look={look} x={x + width / 2} y={valueY} />}
      {!isMark && height > 0 && (
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          fill={fill}
          strokeWidth="1.4"
          style={{ stroke: look.colour }}
        />
      )}
      {label !== '' && (
        <text
          x={labelX}
          y={labelY}
          textAnchor="middle"
          style={{ fontSize: labelTextPx }}
          className={styles.label}
        >
          {label}
        </text>
      )}
    </>
  );
}
