/** Pans and zooms the operator graph with wheel, drag and pinch (d3-zoom), and by command. */
import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent } from 'd3-zoom';
import type { Camera } from './graphScene';
import type { Box } from './graphGeometry';

/** The drawing's size and the part of the screen it may fill. */
interface CameraField {
  readonly width: number;
  readonly height: number;
  /** Of the visible area [px], of which `top` and `left` are taken by the ruler. */
  readonly screenWidth: number;
  readonly screenHeight: number;
  readonly left: number;
  readonly top: number;
}

export interface GraphCamera {
  /** Begins to listen to the pointer; the answer ends it. */
  readonly attach: () => () => void;
  readonly camera: () => Camera;
  readonly field: () => CameraField;
  /** Called after every move until the answer is called. */
  readonly subscribe: (onMove: () => void) => () => void;
  readonly reframe: (field: CameraField) => void;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  /** In pixels of the screen. */
  readonly panBy: (dx: number, dy: number) => void;
  /** Puts a point of the graph at a point of the screen; `k`: at this zoom. */
  readonly place: (graph: readonly [number, number], screen: readonly [number, number], k?: number) => void;
  /** Brings a box to the middle unless it is in sight; at least at this zoom. */
  readonly reveal: (box: Box, leastZoom: number) => void;
}

const mostZoom = 2;

export function createGraphCamera(area: HTMLElement): GraphCamera {
  const selection = select<HTMLElement, unknown>(area);
  const listeners = new Set<() => void>();
  let field: CameraField = { width: 1, height: 1, screenWidth: 1, screenHeight: 1, left: 0, top: 0 };
  const behaviour = zoom<HTMLElement, unknown>()
    .clickDistance(4)
    .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
      if (Number.isFinite(event.transform.k)) for (const listener of listeners) listener();
    });
  const camera = () => zoomTransform(area);
  const fitZoom = () =>
    Math.min(
      1,
      (field.screenWidth - field.left) / field.width,
      (field.screenHeight - field.top) / field.height,
    );
  const middle = (): readonly [number, number] => [
    (field.left + field.screenWidth) / 2,
    (field.top + field.screenHeight) / 2,
  ];
  const place: GraphCamera['place'] = ([x, y], [screenX, screenY], k = camera().k) => {
    const wanted = zoomIdentity.translate(screenX - x * k, screenY - y * k).scale(k);
    const shown: [[number, number], [number, number]] = [
      [field.left, field.top],
      [field.screenWidth, field.screenHeight],
    ];
    const inside = behaviour.constrain()(wanted, shown, behaviour.translateExtent());
    selection.call((it) => behaviour.transform(it, inside));
  };
  return {
    attach: () => {
      // A double click is two clicks on a block, not a zoom.
      selection.call(behaviour).on('dblclick.zoom', null);
      return () => {
        selection.on('.zoom', null);
      };
    },
    camera,
    field: () => field,
    subscribe: (onMove) => {
      listeners.add(onMove);
      return () => {
        listeners.delete(onMove);
      };
    },
    reframe: (next) => {
      field = next;
      behaviour
        .extent([
          [next.left, next.top],
          [next.screenWidth, next.screenHeight],
        ])
        .translateExtent([
          [0, 0],
          [next.width, next.height],
        ])
        .scaleExtent([Math.min(fitZoom(), 0.5), mostZoom]);
    },
    zoomBy: (factor) => selection.call((it) => behaviour.scaleBy(it, factor)),
    fit: () => place([field.width / 2, field.height / 2], middle(), fitZoom()),
    panBy: (dx, dy) => {
      const { k } = camera();
      selection.call((it) => behaviour.translateBy(it, dx / k, dy / k));
    },
    place,
    reveal: ({ x, y, width, height }, leastZoom) => {
      const now = camera();
      const left = x * now.k + now.x;
      const top = y * now.k + now.y;
      const inSight =
        left >= field.left &&
        top >= field.top &&
        left + width * now.k <= field.screenWidth &&
        top + height * now.k <= field.screenHeight;
      if (!inSight || now.k < leastZoom)
        place([x + width / 2, y + height / 2], middle(), Math.max(now.k, leastZoom));
    },
  };
}
