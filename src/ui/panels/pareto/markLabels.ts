/** Names beside marks: each where it covers the fewest points and no other name. */
import { textWidth } from '../../charts/fitText';
import type { Box } from './paretoChartTypes';

export interface NamedMark {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface PlacedName {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly box: Box;
}

/** The names of a mark in as many lines as the room needs: a list breaks after its commas. */
export function nameLines(label: string, roomPx: number, textPx: number): readonly string[] {
  const lines: string[] = [];
  for (const part of label.split(/(?<=,) /u)) {
    const longer = lines.length === 0 ? part : `${lines.at(-1)!} ${part}`;
    if (lines.length > 0 && nameWidth(longer, textPx) <= roomPx) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

/** The estimate of a text's width errs on the wide side: names are closer to nine tenths of it. */
export function nameWidth(line: string, textPx: number): number {
  return textWidth(line, textPx) * 0.9;
}

const angles = [-45, -135, 45, 135, -90, 90, -20, -160, 20, 160];
const distances = [18, 32, 52, 78];

/**
 * Middle of each name's lines, in the order given. Greedy: the first free place of a fixed list of directions and
 * distances, else the one that covers the least. Names stay inside `room` where they fit at all.
 */
export function placeNames(
  marks: readonly NamedMark[],
  obstacles: readonly Box[],
  room: Box,
): readonly PlacedName[] {
  const taken: Box[] = [];
  return marks.map((mark) => {
    let best: PlacedName | null = null;
    let least = Infinity;
    for (const candidate of candidatesOf(mark)) {
      const box = candidate.box;
      // A name on a name cannot be read at all; a name on a point hides it.
      const cost =
        outside(box, room) * 50 +
        sum(taken, (other) => overlap(box, other)) * 20 +
        sum(obstacles, (other) => overlap(box, other)) +
        candidate.distance;
      if (cost < least) {
        least = cost;
        best = candidate;
      }
    }
    const place = pulledInside(best!, room);
    taken.push(place.box);
    return place;
  });
}

function candidatesOf({ x, y, widthPx, heightPx }: NamedMark): (PlacedName & { distance: number })[] {
  return distances.flatMap((distance) =>
    angles.map((angle) => {
      const radians = (angle * Math.PI) / 180;
      const atX = x + distance * Math.cos(radians);
      const atY = y + distance * Math.sin(radians);
      const anchor = Math.abs(angle) === 90 ? 'middle' : Math.abs(angle) < 90 ? 'start' : 'end';
      return placed(atX, atY, anchor, widthPx, heightPx, distance);
    }),
  );
}

function placed(
  x: number,
  y: number,
  anchor: PlacedName['anchor'],
  widthPx: number,
  heightPx: number,
  distance: number,
) {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - widthPx : x - widthPx / 2;
  return { x, y, anchor, distance, box: { left, top: y - heightPx / 2, width: widthPx, height: heightPx } };
}

function pulledInside(name: PlacedName, room: Box): PlacedName {
  const shiftX = pull(name.box.left, name.box.width, room.left, room.width);
  const shiftY = pull(name.box.top, name.box.height, room.top, room.height);
  return {
    ...name,
    x: name.x + shiftX,
    y: name.y + shiftY,
    box: { ...name.box, left: name.box.left + shiftX, top: name.box.top + shiftY },
  };
}

function pull(start: number, length: number, from: number, room: number): number {
  if (start < from || length > room) return from - start;
  return Math.min(0, from + room - (start + length));
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Area of a box that sticks out. */
function outside(box: Box, room: Box): number {
  return box.width * box.height - overlap(box, room);
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
