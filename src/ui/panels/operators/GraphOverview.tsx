import { useEffect, useRef, type PointerEvent } from 'react';
import type { GraphCamera } from './graphCamera';
import type { GraphPalette } from './graphScene';
import type { OperatorLayout } from './operatorLayout';
import type { GraphLooks } from './operatorLooks';
import styles from './Operators.module.css';

interface Props {
  readonly layout: OperatorLayout;
  readonly looks: GraphLooks;
  readonly palette: GraphPalette | null;
  readonly camera: GraphCamera | null;
  readonly width: number;
}

const heightPx = 26;

/** The whole graph as a strip, with what is in sight; drag to go elsewhere. The keys and the search do the same. */
export function GraphOverview({ layout, looks, palette, camera, width }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const sight = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (canvas.current !== null && palette !== null && width > 0)
      paint(canvas.current, layout, looks, palette, width);
  }, [layout, looks, palette, width]);
  useEffect(() => {
    if (camera === null) return;
    const follow = () => {
      if (sight.current === null) return;
      const { k, x } = camera.camera();
      const scale = width / layout.width;
      const from = Math.max(0, (-x / k) * scale);
      const to = Math.min(width, ((width - x) / k) * scale);
      sight.current.style.transform = `translateX(${from}px)`;
      sight.current.style.width = `${Math.max(4, to - from)}px`;
    };
    follow();
    return camera.subscribe(follow);
  }, [camera, layout, width]);
  const go = (event: PointerEvent<HTMLElement>) => {
    if (camera === null || (event.type === 'pointermove' && event.buttons === 0)) return;
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    const { left } = event.currentTarget.getBoundingClientRect();
    const { k, y } = camera.camera();
    const at = ((event.clientX - left) / width) * layout.width;
    camera.place([at, 0], [width / 2, y], k);
  };
  return (
    <div className={styles.overview} aria-hidden="true" onPointerDown={go} onPointerMove={go}>
      <canvas ref={canvas} />
      <div ref={sight} className={styles.sight} />
    </div>
  );
}

function paint(
  canvas: HTMLCanvasElement,
  layout: OperatorLayout,
  looks: GraphLooks,
  { colour }: GraphPalette,
  width: number,
): void {
  const density = Math.min(2, Math.max(1, devicePixelRatio));
  canvas.width = Math.round(width * density);
  canvas.height = heightPx * density;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(density, density);
  const acrossScale = heightPx / layout.height;
  const scale = width / layout.width;
  layout.items.forEach(({ x, y, width: length, height }, index) => {
    const fills = looks.items[index]!.fills;
    const left = x * scale;
    // At least a pixel wide, and without the gaps to its neighbours.
    const long = Math.max(1, (length + layout.metrics.gap) * scale);
    fills.forEach((fill, part) => {
      context.fillStyle = colour(fill);
      const high = Math.max(2, height * acrossScale);
      context.fillRect(left + (part * long) / fills.length, y * acrossScale, long / fills.length, high);
    });
  });
  context.fillStyle = colour('ink');
  for (const { x } of layout.tags) context.fillRect(x * scale - 1, 0, 2, heightPx);
}
