/** Geometry of agents: a row each, a mark for each way to decide, on a shared axis of time. */
import { fitText, textWidth } from '../../charts/fitText';
import { logAxis } from '../../charts/logAxis';
import { clearestScale, linearScale } from '../../charts/scales';
import { formatSeconds } from '../../format';

export const decisionIds = ['aware', 'printed', 'unaware'] as const;
export type DecisionId = (typeof decisionIds)[number];

export interface AgentRow {
  readonly name: string;
  /** Seconds by decision; null where it was not asked. */
  readonly totalS: Readonly<Record<DecisionId, number | null>>;
}

interface LaidAgent {
  readonly name: string;
  readonly y: number;
  readonly marks: readonly { readonly decision: DecisionId; readonly x: number }[];
  /** From the least to the largest mark. */
  readonly span: readonly [number, number];
}

export interface AgentsLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly rowHeight: number;
  readonly axisY: number;
  readonly kind: 'linear' | 'log';
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly agents: readonly LaidAgent[];
}

export function agentsChartLayout(
  rows: readonly AgentRow[],
  size: { readonly width: number; readonly textPx: number },
): AgentsLayout {
  const { width, textPx } = size;
  const valuesOf = ({ totalS }: AgentRow): number[] =>
    decisionIds.flatMap((decision) => totalS[decision] ?? []).filter(Number.isFinite);
  const values = rows.flatMap(valuesOf);
  const widest = Math.max(0, ...rows.map(({ name }) => textWidth(name, textPx)));
  const left = Math.round(Math.min(width * 0.3, widest + 14));
  const room = Math.max(40, width - left - textPx * 2.5);
  const tickCount = Math.max(2, Math.floor(room / (textPx * 7)));
  const min = Math.min(...values);
  const max = Math.max(...values);
  // Lengths add up on a linear axis; far apart, only decades keep the small ones apart.
  const kind = clearestScale(values.map((value) => [value]));
  const scale =
    kind === 'log' ? logAxis(min / 1.2, max * 1.2, room, tickCount) : linearScale(max, room, tickCount);
  const rowHeight = Math.round(Math.max(24, textPx * 1.6));
  const axisY = rows.length * rowHeight + 4;
  return {
    width,
    height: Math.ceil(axisY + textPx * 1.6),
    left,
    rowHeight,
    axisY,
    kind,
    ticks: scale.ticks.map((tick) => ({ x: left + scale.position(tick), label: formatSeconds(tick) })),
    agents: rows.map((row, index) => {
      const marks = decisionIds.flatMap((decision) => {
        const value = row.totalS[decision];
        return value === null || !Number.isFinite(value)
          ? []
          : [{ decision, x: left + scale.position(value) }];
      });
      const xs = marks.map(({ x }) => x);
      return {
        name: fitText(row.name, left - 8, textPx),
        y: index * rowHeight,
        marks,
        span: [Math.min(...xs), Math.max(...xs)],
      };
    }),
  };
}
