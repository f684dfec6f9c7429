/** The strips over the rows: who serves the UE, and which node runs which part of the model. */
import type { NodeId } from '../../../../core/network/types';
import type { LaneLog, SimulationRun } from '../../../../core/simulation/types';
import { textWidth } from '../../../charts/fitText';
import { indexAt, taskIndexAt } from '../moment';
import { rowTitle } from './rowTitle';
import { shortCellName, splitLabels, type NodePart } from './stripNames';
import { runsOfColumns } from './thinning';
import type { CellBand, Columns, SplitStrip, TimeSeriesInput } from './timeSeriesTypes';

/** So many cells have a pattern of their own; with more they repeat, beside their names. */
export const cellPatterns = 6;

/** Over the first plot, for the mark at the top of the cursor. */
export const cursorMarkPx = 13;

const bandPx = 24;
const splitPx = 52;

/** null where there are no cells. */
export function cellBand(
  run: SimulationRun,
  { nodeName }: TimeSeriesInput,
  topPx: number,
  columns: Columns,
): CellBand | null {
  if (run.cells.length === 0) return null;
  const { textPx } = columns;
  const title = rowTitle('Serving cell', topPx, columns);
  const top = title.bottom;
  const names = run.cells.map(nodeName);
  const paths = new Map<number, string>();
  const labels: CellBand['labels'][number][] = [];
  const cellAt = (column: number): number =>
    run.cell[indexAt(run.stepS, run.cell.length, timeOf(column, columns))]!;
  for (const [from, to, cell] of runsOfColumns(columns.count, cellAt)) {
    const [x, width] = placeOf(from, to, columns);
    paths.set(cell, `${paths.get(cell) ?? ''}${box(x, top, width, bandPx)}`);
    const text = cell < 0 ? '' : shortCellName(cell, names, width - 12, textPx);
    if (text !== '') labels.push({ x: x + width / 2, text, width: textWidth(text, textPx) + 8 });
  }
  return {
    title,
    top,
    height: bandPx,
    shapes: [...paths].map(([cell, path]) => ({
      cell,
      pattern: cell < 0 ? -1 : cell % cellPatterns,
      path,
    })),
    labels,
  };
}

/** Top to bottom: the parts of the model in order, each as high as its share of the blocks, in the hue of its node. */
export function splitStrip(
  run: SimulationRun,
  { lane, nodeName }: TimeSeriesInput,
  topPx: number,
  columns: Columns,
): SplitStrip {
  const { textPx } = columns;
  const title = rowTitle(splitTitle, topPx, columns);
  const top = title.bottom + cursorMarkPx;
  const log = run.tasks.lanes.find((entry) => entry.lane === lane);
  const paths = new Map<NodeId | null, string>();
  const parts: NodePart[] = [];
  const add = (node: NodeId | null, x: number, y: number, width: number, height: number): void => {
    paths.set(node, `${paths.get(node) ?? ''}${box(x, y, width, height)}`);
  };
  for (const [from, to, key] of runsOfColumns(columns.count, (column) => planAt(run, log, column, columns))) {
    if (key === beforeAll) continue;
    const [x, width] = placeOf(from, to, columns);
    const plan = run.plans[key];
    if (plan === undefined) {
      add(null, x, top, width, splitPx);
      continue;
    }
    const blocks = plan.boundaries.at(-1) ?? 1;
    for (const [k, node] of plan.nodes.entries()) {
      const begin = (plan.boundaries[k - 1] ?? 0) / blocks;
      const height = (plan.boundaries[k]! / blocks - begin) * splitPx;
      const y = top + begin * splitPx;
      add(node, x, y, width, height);
      parts.push({ node, x, y, width, height });
    }
  }
  return {
    title,
    top,
    height: splitPx,
    shapes: [...paths].map(([node, path]) => ({ node, path })),
    labels: splitLabels(parts, nodeName, textPx),
  };
}

const splitTitle = 'Split: blocks, first to last downwards, by the node that runs them';

const beforeAll = -2;

/** Index of the plan that the column's task follows; -1: it has none. */
function planAt(run: SimulationRun, log: LaneLog | undefined, column: number, columns: Columns): number {
  const task = taskIndexAt(run.tasks.startS, timeOf(column, columns));
  return task < 0 || log === undefined ? beforeAll : log.plan[task]!;
}

/** The middle of a column. */
function timeOf(column: number, { window: [fromS, toS], count }: Columns): number {
  return fromS + ((column + 0.5) / count) * (toS - fromS);
}

function placeOf(
  from: number,
  to: number,
  { left, count, window, xOf }: Columns,
): [x: number, width: number] {
  const column = (xOf(window[1]) - left) / count;
  return [left + from * column, (to - from) * column];
}

function box(x: number, y: number, width: number, height: number): string {
  return `M${x.toFixed(1)} ${y.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}z`;
}
