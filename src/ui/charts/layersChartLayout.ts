/**
 * Geometry of the layer strip. Every block is a column; the first row holds the bytes at every boundary, centred between
 * the columns, then a row per computing node its times. A split plan is then a staircase through the rows: the lattice path.
 */
import { formatBytes, formatSeconds } from '../format';
import { fitText, textWidth } from './fitText';
import type { LaidRow, LayersData, LayersLayout, LayersRun, LayersSize } from './layersChartTypes';
import { layCuts, layOwn, stationsOf } from './layersPlanLayout';
import { boundaryX, roundPx } from './layersPositions';
import { scaleFor, type Scale } from './scales';

const narrowPx = 640;
export const bytesName = 'Bytes to ship';

export function layersChartLayout(data: LayersData, size: LayersSize): LayersLayout {
  const { textPx } = size;
  const labels = size.width < narrowPx ? 'above' : 'left';
  const frame = horizontalFrame(data, size, labels);
  const line = textPx * 1.4;
  const labelRoom = labels === 'above' ? textPx * 1.9 : 0;
  const gap = Math.max(24, textPx * 1.8);
  const bytesGap = textPx * 0.8;
  const rowCount = data.rows.length;
  const fixed = (rowCount + 1) * labelRoom + rowCount * gap + bytesGap + line * 1.1 + 8;
  const rowHeight = Math.min(72, Math.max(line * 1.4, (size.height - fixed) / (rowCount + 1.4)));
  const scale = scaleFor(
    size.scale,
    data.rows.flatMap((row) => row.seconds),
    rowHeight,
    2,
  );

  const bytesTop = 8 + labelRoom;
  const bytesBase = bytesTop + rowHeight * 1.4;
  const stations = stationsOf(data);
  let y = bytesBase + bytesGap;
  const rows = data.rows.map((_, index) => {
    const top = y + labelRoom;
    y = top + rowHeight + gap;
    return layRow(
      data,
      index,
      { labelY: top - labelRoom, top, base: top + rowHeight },
      { ...frame, scale, textPx },
    );
  });
  const own = layOwn(data, rows, frame, gap);
  const columnLabelY = y + line * 0.7;
  return {
    ...frame,
    scaleLabel: `${size.scale} scale`,
    height: Math.ceil(columnLabelY + line * 0.4),
    foot: rows.at(-1)?.base ?? bytesBase,
    blockCount: data.blockNames.length,
    rows,
    cuts: layCuts(data, stations, { rows, handles: own.handles }, frame, textPx),
    ...own,
    bytes: layBytes(
      data,
      new Set(stations.slice(1).map((run) => run.from)),
      { labelY: 8, top: bytesTop, base: bytesBase },
      frame,
      size,
    ),
    columnLabels: columnLabels(data.blockNames, frame, textPx),
    columnLabelY,
  };
}

interface Frame {
  readonly labels: 'left' | 'above';
  /** Room for the name of a row beside its ticks. */
  readonly nameRoom: number;
  readonly axisWidth: number;
  readonly plotWidth: number;
  readonly columnWidth: number;
  readonly inset: number;
}

/** Columns share the width; when they would get too thin to tell apart, the plot grows and scrolls. */
function horizontalFrame(data: LayersData, size: LayersSize, labels: 'left' | 'above'): Frame {
  const tickRoom = size.textPx * 4;
  const texts = [...data.rows.map((row) => row.name), bytesName];
  // Names are bold; the line under them ("61.6 ms in all") takes about eight ems.
  const widest = Math.max(...texts.map((text) => textWidth(text, size.textPx) * 1.06));
  const nameRoom = Math.min(size.width * 0.2, Math.max(size.textPx * 8, widest));
  const axisWidth = Math.round(labels === 'left' ? nameRoom + tickRoom + 8 : tickRoom);
  const inset = 18;
  const count = Math.max(1, data.blockNames.length);
  const thinnest = count > 400 ? 3 : 6;
  const room = size.width - axisWidth - 2 * inset;
  const columnWidth = Math.max(thinnest, room / count);
  return {
    labels,
    nameRoom,
    axisWidth,
    inset,
    columnWidth,
    plotWidth: Math.ceil(columnWidth * count + 2 * inset),
  };
}

interface Vertical {
  readonly labelY: number;
  readonly top: number;
  readonly base: number;
}

function layRow(
  data: LayersData,
  index: number,
  vertical: Vertical,
  frame: Frame & { readonly scale: Scale; readonly textPx: number },
): LaidRow {
  const row = data.rows[index]!;
  const runs = data.runs.filter((run) => run.row === index && run.to > run.from);
  const runsHere = (block: number) => runs.some((run) => block >= run.from && block < run.to);
  let runningPath = '';
  let idlePath = '';
  row.seconds.forEach((seconds, block) => {
    if (!Number.isFinite(seconds)) return;
    const bar = barPath(
      boundaryX(frame, block),
      frame.columnWidth,
      vertical.base,
      frame.scale.position(seconds),
    );
    if (runsHere(block)) runningPath += bar;
    else idlePath += bar;
  });
  const known = row.seconds.filter(Number.isFinite);
  return {
    name: frame.labels === 'left' ? fitText(row.name, frame.nameRoom, frame.textPx) : row.name,
    total: `${formatSeconds(known.reduce((sum, value) => sum + value, 0))} in all`,
    colour: row.colour,
    ...vertical,
    ticks: layTicks(frame.scale, vertical.base, frame.textPx, formatSeconds),
    runningPath,
    idlePath,
    bands: runs.map((run) => {
      const width = (run.to - run.from) * frame.columnWidth;
      return { x: boundaryX(frame, run.from), width, label: bandLabel(run, width - 26, frame.textPx) };
    }),
  };
}

/** Written under the band, left of the grip at its end; shortened to the numbers where the words do not fit. */
function bandLabel({ from, to }: LayersRun, room: number, textPx: number): string {
  const numbers = to === from + 1 ? String(to) : `${from + 1}–${to}`;
  const words = to === from + 1 ? `block ${numbers}` : `blocks ${numbers}`;
  if (textWidth(words, textPx) <= room) return words;
  return textWidth(numbers, textPx) <= room ? numbers : '';
}

/** A bar with a hair of space beside it; what is not zero is at least a pixel high. */
function barPath(x: number, columnWidth: number, base: number, length: number): string {
  const space = columnWidth > 4 ? Math.min(2, columnWidth * 0.15) : 0;
  const height = Math.max(1, length);
  return `M${roundPx(x + space / 2)} ${roundPx(base)}v${roundPx(-height)}h${roundPx(columnWidth - space)}v${roundPx(height)}z`;
}

/** The marks that have room for their text; the top one first, since it says how long the bars are. */
function layTicks(
  scale: Scale,
  base: number,
  textPx: number,
  format: (value: number) => string,
): { readonly y: number; readonly label: string }[] {
  const laid: { readonly y: number; readonly label: string }[] = [];
  for (const tick of scale.ticks.toReversed()) {
    const y = base - scale.position(tick);
    const above = laid.at(-1);
    if (above === undefined || y - above.y >= textPx * 1.1) laid.push({ y, label: format(tick) });
  }
  return laid;
}

function layBytes(
  data: LayersData,
  sent: ReadonlySet<number>,
  vertical: Vertical,
  frame: Frame,
  size: LayersSize,
): LayersLayout['bytes'] {
  const scale = scaleFor(size.scale, data.boundaryBytes, vertical.base - vertical.top, 3);
  const input = data.boundaryBytes[0] ?? NaN;
  let sentPath = '';
  let smallerPath = '';
  let otherPath = '';
  data.boundaryBytes.forEach((bytes, boundary) => {
    if (!Number.isFinite(bytes)) return;
    const width = Math.min(14, Math.max(2, frame.columnWidth * 0.6));
    const x = boundaryX(frame, boundary) - width / 2;
    const bar = barPath(x, width, vertical.base, scale.position(bytes));
    if (sent.has(boundary)) sentPath += bar;
    else if (bytes < input) smallerPath += bar;
    else otherPath += bar;
  });
  return {
    ...vertical,
    ticks: layTicks(scale, vertical.base, size.textPx, formatBytes),
    sentPath,
    smallerPath,
    otherPath,
    referenceY: Number.isFinite(input) ? vertical.base - scale.position(input) : null,
    referenceLabel: Number.isFinite(input) ? `input: ${formatBytes(input)}` : '',
  };
}

/** Names where the columns are wide enough for them, else every nth number. */
function columnLabels(
  names: readonly string[],
  frame: Frame,
  textPx: number,
): { readonly x: number; readonly text: string }[] {
  const centre = (block: number) => boundaryX(frame, block + 0.5);
  if (frame.columnWidth >= textPx * 5) {
    return names.map((name, block) => ({
      x: centre(block),
      text: fitText(name, frame.columnWidth - 6, textPx),
    }));
  }
  const room = textWidth(`${names.length}0`, textPx);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((n) => n * frame.columnWidth >= room) ?? 1000;
  // 1, 3, 5 ... or 1, 5, 10 ...: the first block always has its number.
  const isMarked = (number: number) => number === 1 || (step === 2 ? number % 2 === 1 : number % step === 0);
  return names.flatMap((_, block) =>
    isMarked(block + 1) ? [{ x: centre(block), text: String(block + 1) }] : [],
  );
}

/** Times and bytes that are not finite, and so not drawn. */
export function countMissing(data: LayersData): number {
  const values = [...data.rows.map((row) => row.seconds), data.boundaryBytes];
  return values.reduce((sum, list) => sum + list.filter((value) => !Number.isFinite(value)).length, 0);
}
