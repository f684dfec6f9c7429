/** What the parts of the layout share: sizes, boxes, and where layers and tracks are. */
import type { Tracks } from './graphTracks';
import type { GraphItem } from './operatorItems';

export interface GraphMetrics {
  /** Main axis from left to right; otherwise downwards. */
  readonly horizontal: boolean;
  /** Of a box, along and across the main axis. */
  readonly mainSize: number;
  readonly crossSize: number;
  /** Between layers; `tagSize` more for each tensor that is sent from the layer, to write beside. */
  readonly gap: number;
  readonly tagSize: number;
  /** Between boxes of a layer, and between lines that pass it. */
  readonly crossGap: number;
  readonly lanePitch: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface PlacedItem extends Box {
  readonly item: GraphItem;
  readonly layer: number;
  readonly track: number;
}
export interface Geometry {
  readonly metrics: GraphMetrics;
  readonly layer: Int32Array;
  readonly layerStart: Float64Array;
  readonly tracks: Tracks;
  /** Centre of a track across the main axis. */
  readonly across: (track: number) => number;
}
