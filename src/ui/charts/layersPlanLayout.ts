/** Where plans lie over the layer strip: the cuts of the shown plan, and the visitor's own split with its grips. */
import { formatBytes } from '../format';
import { textWidth } from './fitText';
import type { LaidCut, LaidHandle, LaidRow, LayersData, LayersLayout, LayersRun } from './layersChartTypes';
import { boundaryX, roundPx } from './layersPositions';

type Frame = Pick<LayersLayout, 'inset' | 'columnWidth' | 'plotWidth'>;

/** Where the data is, in order: the source, if it runs nothing itself and hands the input on, then every run. */
export function stationsOf(data: LayersData): readonly LayersRun[] {
  const runs = data.runs.filter((run) => run.to > run.from);
  if (data.sourceRow === null || runs[0]?.row === data.sourceRow) return runs;
  return [{ row: data.sourceRow, from: 0, to: 0 }, ...runs];
}

export function layCuts(
  data: LayersData,
  stations: readonly LayersRun[],
  { rows, handles }: { readonly rows: readonly LaidRow[]; readonly handles: readonly LaidHandle[] },
  frame: Frame,
  textPx: number,
): LaidCut[] {
  return stations.slice(1).map((run, index) => {
    const from = rows[stations[index]!.row]!;
    const to = rows[run.row]!;
    const down = to.top >= from.top;
    const x = boundaryX(frame, run.from);
    const label = formatBytes(data.boundaryBytes[run.from] ?? NaN);
    const width = textWidth(label, textPx);
    const top = Math.min(down ? from.base : from.top, down ? to.base : to.top);
    // A grip that was dragged to the right of its cut would stand on the figure.
    const covered = handles.some(
      (handle) => handle.x > x + 8 && handle.x < x + 30 + width && Math.abs(handle.y - top - 12) < textPx,
    );
    // Left of it stands what the run before is called.
    const roomLeft = x - boundaryX(frame, stations[index]!.from) - textWidth('blocks 00–00', textPx) - 40;
    const roomRight = covered && roomLeft > width ? 0 : frame.plotWidth - x - 20;
    return {
      x,
      y1: down ? from.base : from.top,
      y2: down ? to.base : to.top,
      label,
      anchor: roomRight > width ? 'start' : 'end',
    };
  });
}

/** The visitor's split as a line under the blocks each node runs, with a grip between the rows at every cut. */
export function layOwn(
  data: LayersData,
  rows: readonly LaidRow[],
  frame: Frame,
  gap: number,
): { readonly handles: readonly LaidHandle[]; readonly ownPath: string } {
  if (data.own === null || data.own.rows.length === 0) return { handles: [], ownPath: '' };
  const { boundaries } = data.own;
  const lines = data.own.rows.map((row) => rows[row]!.base + 3);
  const handles = lines.slice(0, -1).map((y, index) => ({
    index,
    boundary: boundaries[index]!,
    x: boundaryX(frame, boundaries[index]!),
    y: y - 3 + gap / 2,
  }));
  const ownPath = lines
    .map(
      (y, index) =>
        `${index === 0 ? `M${roundPx(frame.inset)} ${roundPx(y)}` : `V${roundPx(y)}`}H${roundPx(boundaryX(frame, boundaries[index]!))}`,
    )
    .join('');
  return { handles, ownPath };
}
