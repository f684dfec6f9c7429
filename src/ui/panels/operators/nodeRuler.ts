/** The ruler along the operator graph: which node of the row runs what stands below it. Readable at any zoom. */
import { fitText } from '../../charts/fitText';
import type { Camera, GraphPalette, Scene } from './graphScene';
import type { Pen } from './graphPens';
import type { OperatorLayout } from './operatorLayout';
import { nodeLetter } from './operatorLooks';

/** Layers one after another whose spine runs on the same node. */
export interface NodeRun {
  readonly label: number;
  /** Along the main axis. */
  readonly from: number;
  readonly to: number;
}

export const rulerPx = 22;

/** By the operators on the spine, or the outermost ones where it has none. */
export function nodeRuns({ items, layers, layerStart, metrics }: OperatorLayout): readonly NodeRun[] {
  const runs: { label: number; from: number; to: number }[] = [];
  layers.forEach((row, layer) => {
    const working = row.map((index) => items[index]!).filter(({ item }) => item.operators.length > 0);
    const spine = working.find(({ track }) => track === 0) ?? working[0];
    if (spine === undefined) return;
    const label = spine.item.labels[0]!;
    const from = layerStart[layer]!;
    const last = runs.at(-1);
    if (last?.label === label) last.to = from + metrics.mainSize;
    else runs.push({ label, from, to: from + metrics.mainSize });
  });
  return runs;
}

export function drawRuler(
  pen: Pen,
  { layout, runs, nodeNames }: Scene,
  camera: Camera,
  size: { readonly width: number; readonly height: number },
  { colour }: GraphPalette,
): void {
  const { horizontal } = layout.metrics;
  const length = horizontal ? size.width : size.height;
  const offset = horizontal ? camera.x : camera.y;
  pen.rect(
    { x: 0, y: 0, width: horizontal ? size.width : rulerPx, height: horizontal ? rulerPx : size.height },
    { fill: colour('surface') },
  );
  for (const { label, from, to } of runs) {
    const start = Math.max(0, from * camera.k + offset);
    const end = Math.min(length, to * camera.k + offset);
    if (end - start < 1) continue;
    const bar = horizontal
      ? { x: start, y: 2, width: end - start, height: rulerPx - 4 }
      : { x: 2, y: start, width: rulerPx - 4, height: end - start };
    pen.rect(bar, { fill: colour(`node-${label}`) });
    const look = { fill: colour(`on-node-${label}`), px: 13, bold: true };
    if (!horizontal) {
      if (end - start >= 16) pen.text(nodeLetter(label), rulerPx / 2, start + 9, { ...look, centred: true });
      continue;
    }
    const name = fitText(`${nodeLetter(label)}  ${nodeNames[label] ?? ''}`, end - start - 8, 13);
    const text = name !== '' ? name : end - start >= 14 ? nodeLetter(label) : '';
    if (text !== '') pen.text(text, start + 4, rulerPx / 2, look);
  }
}
