/** Moving from box to box with the keys, and finding what is under the pointer. */
import { firstAfter } from './firstAfter';
import type { Box } from './graphGeometry';
import type { Tag } from './graphTags';
import type { OperatorLayout } from './operatorLayout';

export type Direction = 'forward' | 'back' | 'before' | 'after' | 'first' | 'last';

/** The next box that way, or -1: along a tensor to its reader or producer, across to another box of the layer. */
export function nextItem(
  { items, nets, layers }: OperatorLayout,
  from: number,
  direction: Direction,
): number {
  const start = items[from];
  if (start === undefined) return items.length > 0 ? (layers[0]?.[0] ?? -1) : -1;
  const nearest = (candidates: readonly number[]) =>
    candidates.reduce((best, index) => {
      if (best < 0) return index;
      const away = (item: number) =>
        1000 * Math.abs(items[item]!.track - start.track) + Math.abs(items[item]!.layer - start.layer);
      return away(index) < away(best) ? index : best;
    }, -1);
  switch (direction) {
    case 'forward':
      return nearest(nets.flatMap((net) => (net.from === from ? net.targets.map(({ item }) => item) : [])));
    case 'back':
      return nearest(
        nets.flatMap((net) => (net.targets.some(({ item }) => item === from) ? [net.from] : [])),
      );
    case 'before':
    case 'after': {
      const row = layers[start.layer]!;
      return row[row.indexOf(from) + (direction === 'after' ? 1 : -1)] ?? -1;
    }
    case 'first':
      return layers[0]?.[0] ?? -1;
    case 'last':
      return layers.at(-1)?.[0] ?? -1;
  }
}

export type GraphHit =
  | { readonly kind: 'item'; readonly item: number }
  | { readonly kind: 'tag'; readonly net: number; readonly tag: Tag }
  | { readonly kind: 'head'; readonly block: number };

/** What lies at a point of the graph; null for the space between. */
export function hitAt(layout: OperatorLayout, x: number, y: number): GraphHit | null {
  const { metrics, layerStart, layers, items } = layout;
  const layer = firstAfter(layerStart, (metrics.horizontal ? x : y) - metrics.mainSize);
  const item = layers[layer]?.find((index) => holds(items[index]!, x, y));
  if (item !== undefined) return { kind: 'item', item };
  const tag = layout.tags.find((box) => holds(box, x, y));
  if (tag !== undefined) return { kind: 'tag', net: tag.net, tag };
  const frame = layout.frames.find((box) => holds({ ...box, height: box.headHeight }, x, y));
  return frame === undefined ? null : { kind: 'head', block: frame.block };
}

function holds(box: Box, x: number, y: number): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
