/**
 * Where everything in the operator graph stands, in its own units (pixels at zoom 1): boxes in layers along the main axis
 * (left to right, or downwards on a phone) and tracks across it. Between two layers is a gap without boxes; only there do
 * lines change tracks, so that none runs through a box. Pure; about O(operators + edges).
 */
import type { Box, Geometry, GraphMetrics, PlacedItem } from './graphGeometry';
import { graphLayers } from './graphLayers';
import { tagsOf, type Tag } from './graphTags';
import { graphTracks, type Tracks } from './graphTracks';
import { wiresOf, type Wire } from './graphWires';
import type { GraphItem, GraphNet, OperatorItems } from './operatorItems';

export const wideMetrics: GraphMetrics = {
  horizontal: true,
  mainSize: 156,
  crossSize: 46,
  gap: 36,
  tagSize: 168,
  crossGap: 26,
  lanePitch: 20,
};
export const tallMetrics: GraphMetrics = {
  horizontal: false,
  mainSize: 44,
  crossSize: 148,
  gap: 32,
  tagSize: 66,
  crossGap: 28,
  lanePitch: 18,
};

/** Around the operators of an open block; its head carries the name and folds it. */
export interface Frame extends Box {
  readonly block: number;
  readonly headHeight: number;
}

export interface OperatorLayout {
  readonly metrics: GraphMetrics;
  readonly items: readonly PlacedItem[];
  readonly nets: readonly GraphNet[];
  readonly wires: readonly Wire[];
  readonly tags: readonly Tag[];
  readonly frames: readonly Frame[];
  /** Items of each layer, across the main axis in order. */
  readonly layers: readonly (readonly number[])[];
  /** Where each layer starts along the main axis. */
  readonly layerStart: Float64Array;
  readonly width: number;
  readonly height: number;
}

const margin = 24;
const frameHead = 20;
const framePad = 6;

export function operatorLayout({ items, nets }: OperatorItems, metrics: GraphMetrics): OperatorLayout {
  const successors: number[][] = items.map(() => []);
  for (const { from, targets } of nets) for (const { item } of targets) successors[from]!.push(item);
  const layers = graphLayers({ size: items.length, successors });
  const plain = nets.map(({ from, targets }) => ({ from, targets: targets.map(({ item }) => item) }));
  const tracks = graphTracks(layers, plain);
  const layerStart = startOfLayers(layers.layer, layers.count, nets, metrics);
  const across = centreOfTracks(layers.layer, tracks, metrics);
  const frame: Geometry = { metrics, layer: layers.layer, layerStart, tracks, across: across.centre };
  const placed = items.map((item, index) => placeItem(frame, item, index));
  const wires = nets.flatMap((net, index) => wiresOf(frame, net, index));
  const main = (layerStart.at(-1) ?? 0) + (items.length > 0 ? metrics.mainSize : 0) + margin;
  const rows: number[][] = Array.from({ length: layers.count }, () => []);
  placed.forEach(({ layer }, index) => rows[layer]!.push(index));
  for (const row of rows) row.sort((a, b) => placed[a]!.track - placed[b]!.track);
  return {
    metrics,
    items: placed,
    nets,
    wires,
    tags: tagsOf(frame, nets, placed),
    frames: framesOf(placed),
    layers: rows,
    layerStart,
    width: metrics.horizontal ? main : across.size,
    height: metrics.horizontal ? across.size : main,
  };
}

function startOfLayers(
  layer: Int32Array,
  count: number,
  nets: readonly GraphNet[],
  { mainSize, gap, tagSize, horizontal }: GraphMetrics,
): Float64Array {
  const tags = new Int32Array(count);
  const ofItem = new Map<number, number>();
  for (const { from, sent } of nets) {
    if (sent.length === 0) continue;
    const own = (ofItem.get(from) ?? 0) + 1;
    ofItem.set(from, own);
    // Side by side where there is room across, one after another where there is not.
    tags[layer[from]!] = Math.max(tags[layer[from]!]!, horizontal ? 1 : own);
  }
  const starts = new Float64Array(count);
  let at = margin + gap;
  for (let index = 0; index < count; index += 1) {
    starts[index] = at;
    at += mainSize + gap + tags[index]! * tagSize;
  }
  return starts;
}

function centreOfTracks(
  layer: Int32Array,
  { track, lane }: Tracks,
  { crossSize, crossGap, lanePitch }: GraphMetrics,
): { readonly centre: (track: number) => number; readonly size: number } {
  const boxed = new Set(track);
  const used = [...boxed, ...lane.filter((at) => at !== null)];
  const first = used.reduce((least, at) => Math.min(least, at), 0);
  const last = used.reduce((most, at) => Math.max(most, at), 0);
  const centres = new Map<number, number>();
  let at = margin + frameHead;
  for (let index = first; index <= last; index += 1) {
    const size = boxed.has(index) || layer.length === 0 ? crossSize + crossGap : lanePitch;
    centres.set(index, at + size / 2);
    at += size;
  }
  return { centre: (index) => centres.get(index)!, size: at + margin };
}

function placeItem({ metrics, layer, layerStart, tracks, across }: Geometry, item: GraphItem, index: number) {
  const { horizontal, mainSize, crossSize } = metrics;
  const main = layerStart[layer[index]!]!;
  const cross = across(tracks.track[index]!) - crossSize / 2;
  return {
    item,
    layer: layer[index]!,
    track: tracks.track[index]!,
    ...(horizontal
      ? { x: main, y: cross, width: mainSize, height: crossSize }
      : { x: cross, y: main, width: crossSize, height: mainSize }),
  };
}

function framesOf(placed: readonly PlacedItem[]): readonly Frame[] {
  const hulls = new Map<
    number,
    { left: number; top: number; right: number; bottom: number; count: number }
  >();
  for (const { item, x, y, width, height } of placed) {
    if (item.kind !== 'operator') continue;
    const hull = hulls.get(item.block) ?? {
      left: Infinity,
      top: Infinity,
      right: -Infinity,
      bottom: -Infinity,
      count: 0,
    };
    hull.left = Math.min(hull.left, x);
    hull.top = Math.min(hull.top, y);
    hull.right = Math.max(hull.right, x + width);
    hull.bottom = Math.max(hull.bottom, y + height);
    hull.count += 1;
    hulls.set(item.block, hull);
  }
  return [...hulls]
    .filter(([, { count }]) => count > 1)
    .map(([block, { left, top, right, bottom }]) => ({
      block,
      headHeight: frameHead,
      x: left - framePad,
      y: top - frameHead,
      width: right - left + 2 * framePad,
      height: bottom - top + frameHead + framePad,
    }));
}
