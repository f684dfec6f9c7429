import type { Box, Geometry, PlacedItem } from './graphGeometry';
import type { GraphNet } from './operatorItems';

/** Where the bytes and the time of a sent tensor are written. */
export interface Tag extends Box {
  readonly net: number;
}

/** Beside the line where it leaves the producer; further ones of the same producer after it. */
export function tagsOf(
  { metrics }: Geometry,
  nets: readonly GraphNet[],
  placed: readonly PlacedItem[],
): readonly Tag[] {
  const { horizontal, tagSize } = metrics;
  const before = new Map<number, number>();
  return nets.flatMap(({ from, sent }, net): readonly Tag[] => {
    if (sent.length === 0) return [];
    const slot = before.get(from) ?? 0;
    before.set(from, slot + 1);
    const box = placed[from]!;
    const room = tagSize - 8;
    if (!horizontal) {
      const y = box.y + box.height + 6 + slot * tagSize;
      return [{ net, x: box.x + box.width / 2 + 8, y, width: 160, height: room }];
    }
    const height = 60;
    // Above the line first, then below it, then further out.
    const above = slot % 2 === 0;
    const away = Math.floor(slot / 2) * (height + 6) + 6;
    const line = box.y + box.height / 2;
    return [
      { net, x: box.x + box.width + 8, y: above ? line - away - height : line + away, width: room, height },
    ];
  });
}
