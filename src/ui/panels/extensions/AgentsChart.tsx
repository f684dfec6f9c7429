import { useId, useRef } from 'react';
import { ChartTooltip } from '../../charts/ChartTooltip';
import { TimePlot } from '../../charts/TimePlot';
import { moveFocus } from '../../charts/rovingFocus';
import { useSize } from '../../charts/useSize';
import { useTooltip } from '../../charts/useTooltip';
import { agentsChartLayout, decisionIds, type AgentRow, type DecisionId } from './agentsChartLayout';
import { decisionNames } from './collaborativeView';
import styles from './StudyCharts.module.css';

interface Props {
  readonly label: string;
  readonly rows: readonly AgentRow[];
  /** Lines of an agent's tooltip. */
  readonly describe: (index: number) => readonly string[];
}

/** A row an agent. One tab stop; the arrow keys go through the agents. */
export function AgentsChart({ label, rows, describe }: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  const hatch = useId();
  const plot = useRef<SVGSVGElement>(null);
  const tooltip = useTooltip<number>();
  const layout = size.width === 0 ? null : agentsChartLayout(rows, size);
  const active = tooltip.active !== null && tooltip.active.key < rows.length ? tooltip.active : null;
  const used = decisionIds.filter((decision) => rows.some(({ totalS }) => totalS[decision] !== null));
  return (
    <div ref={ref} className={styles.chart}>
      {layout !== null && (
        <TimePlot ref={plot} role="list" label={label} hatch={hatch} layout={layout}>
          {layout.agents.map((agent, index) => (
            <g
              key={index}
              role="listitem"
              aria-label={[rows[index]!.name, ...describe(index)].join('. ')}
              tabIndex={index === 0 ? 0 : -1}
              data-mark={index}
              className={styles.row}
              transform={`translate(0 ${agent.y})`}
              onKeyDown={(event) => moveFocus(event, plot.current)}
              {...tooltip.bind(index)}
            >
              <rect
                x={0}
                y={1}
                width={layout.width}
                height={layout.rowHeight - 2}
                rx={4}
                className={styles.ground}
                data-export="no"
              />
              <text x={2} y={layout.rowHeight / 2} dy="0.35em">
                {agent.name}
              </text>
              <line
                x1={agent.span[0]}
                x2={agent.span[1]}
                y1={layout.rowHeight / 2}
                y2={layout.rowHeight / 2}
                className={styles.span}
              />
              {agent.marks.toReversed().map(({ decision, x }) => (
                <DecisionMark key={decision} decision={decision} x={x} y={layout.rowHeight / 2} />
              ))}
            </g>
          ))}
        </TimePlot>
      )}
      <ul className={styles.legend}>
        {used.map((decision) => (
          <li key={decision}>
            <svg width="18" height="14" aria-hidden="true">
              <DecisionMark decision={decision} x={9} y={7} />
            </svg>
            {decisionNames[decision]}
          </li>
        ))}
        {layout?.kind === 'log' && <li>The axis is in decades.</li>}
      </ul>
      {active !== null && (
        <ChartTooltip anchor={active.anchor} title={rows[active.key]!.name} lines={describe(active.key)} />
      )}
    </div>
  );
}

interface MarkProps {
  readonly decision: DecisionId;
  readonly x: number;
  readonly y: number;
}

/** Told apart by shape as well as fill: a full circle, a diamond, an open circle. */
function DecisionMark({ decision, x, y }: MarkProps) {
  return decision === 'printed' ? (
    <path d={`M${x} ${y - 6}l6 6l-6 6l-6 -6z`} className={styles.shape} data-decision={decision} />
  ) : (
    <circle cx={x} cy={y} r={5} className={styles.shape} data-decision={decision} />
  );
}
