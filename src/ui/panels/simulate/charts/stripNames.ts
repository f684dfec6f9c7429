/** Names in the strips over time, where there is room for them. */
import type { NodeId } from '../../../../core/network/types';
import { fitText, textWidth } from '../../../charts/fitText';
import type { SplitStrip } from './timeSeriesTypes';

/** Names of cells often differ at their end only: what does not fit is left out from the start, as long as no other cell ends so. */
export function shortCellName(
  cell: number,
  names: readonly string[],
  widthPx: number,
  textPx: number,
): string {
  const fitting = fittingEnd(cell, names, widthPx, textPx);
  if (fitting !== undefined) return fitting;
  const start = fitText(names[cell]!, widthPx, textPx);
  return names.every((name, k) => k === cell || fitText(name, widthPx, textPx) !== start) ? start : '';
}

/** The longest end of a name that fits and that no other name has. */
function fittingEnd(
  index: number,
  names: readonly string[],
  widthPx: number,
  textPx: number,
): string | undefined {
  const isOnly = (text: string): boolean =>
    names.every((name, k) => k === index || !endingsOf(name).includes(text));
  return endingsOf(names[index]!).find((text) => textWidth(text, textPx) <= widthPx && isOnly(text));
}

/** "IAB node 1", "node 1"; a number alone says nothing. */
function endingsOf(name: string): readonly string[] {
  const words = name.split(' ');
  return words
    .map((_, from) => words.slice(from).join(' '))
    .filter((text) => text === name || /\D/u.test(text));
}

/** A part of the model on a node, in the columns in which one split holds. */
export interface NodePart {
  readonly node: NodeId;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Parts of one node beside each other: what all of them have in common is a place for its name. */
interface Stretch {
  readonly x: number;
  readonly endX: number;
  readonly y: number;
  readonly endY: number;
}

/** A name goes on over the little that another split takes between [px]. */
const mostGapPx = 3;

/** @param parts - in order of time */
export function splitLabels(
  parts: readonly NodePart[],
  nodeName: (node: NodeId) => string,
  textPx: number,
): SplitStrip['labels'] {
  const nodes = [...new Set(parts.map(({ node }) => node))];
  const names = nodes.map(nodeName);
  const leastPx = textPx * 1.1;
  const labels: SplitStrip['labels'][number][] = [];
  const open = new Map<NodeId, Stretch>();
  const close = (node: NodeId, { x, endX, y, endY }: Stretch): void => {
    const text = fittingEnd(nodes.indexOf(node), names, endX - x - 8, textPx);
    if (text !== undefined) labels.push({ x: (x + endX) / 2, y: (y + endY) / 2, text, node });
  };
  for (const { node, x, y, width, height } of parts) {
    const own: Stretch = { x, endX: x + width, y, endY: y + height };
    const before = open.get(node);
    const common = { y: Math.max(before?.y ?? y, y), endY: Math.min(before?.endY ?? Infinity, own.endY) };
    if (before !== undefined && x - before.endX <= mostGapPx && common.endY - common.y >= leastPx) {
      open.set(node, { x: before.x, endX: own.endX, ...common });
      continue;
    }
    if (height < leastPx) continue;
    if (before !== undefined) close(node, before);
    open.set(node, own);
  }
  for (const [node, stretch] of open) close(node, stretch);
  return labels;
}
