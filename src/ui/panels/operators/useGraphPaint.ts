import { useEffect } from 'react';
import type { GraphCamera } from './graphCamera';
import { canvasPen } from './graphPens';
import { drawOperators } from './operatorDrawing';
import type { GraphPalette, Scene } from './graphScene';

/** Keeps a canvas showing the scene: at once when the scene changes, once a frame while the camera moves. */
export function useGraphPaint(
  canvas: HTMLCanvasElement | null,
  camera: GraphCamera | null,
  scene: Scene,
  palette: GraphPalette | null,
  size: { readonly width: number; readonly height: number },
): void {
  const { width, height } = size;
  useEffect(() => {
    const context = canvas?.getContext('2d') ?? null;
    if (canvas === null || context === null || camera === null || palette === null || width === 0) return;
    const density = resize(context, width, height);
    const font = getComputedStyle(canvas).fontFamily;
    const pen = canvasPen(context, font, hatchPattern(context, palette, density));
    let frame = 0;
    const paint = () => {
      frame = 0;
      context.setTransform(density, 0, 0, density, 0, 0);
      context.clearRect(0, 0, width, height);
      drawOperators(pen, scene, camera.camera(), { width, height }, palette);
    };
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    paint();
    const stop = camera.subscribe(ask);
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [canvas, camera, scene, palette, width, height]);
}

/** Pixels of the canvas a CSS pixel. */
function resize({ canvas }: CanvasRenderingContext2D, width: number, height: number): number {
  const density = Math.min(2, Math.max(1, devicePixelRatio));
  const [wide, high] = [Math.round(width * density), Math.round(height * density)];
  // Setting the size clears the canvas and is slow: only where it changed.
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  return density;
}

/** The hatching of `HatchPattern` as a tile that repeats without a seam. */
function hatchPattern(
  context: CanvasRenderingContext2D,
  palette: GraphPalette,
  density: number,
): CanvasPattern {
  const tile = document.createElement('canvas');
  const side = 6;
  tile.width = side * density;
  tile.height = side * density;
  const pen = tile.getContext('2d')!;
  pen.scale(density, density);
  pen.fillStyle = palette.colour('surface');
  pen.fillRect(0, 0, side, side);
  pen.strokeStyle = palette.colour('transfer');
  pen.lineWidth = 2;
  for (const start of [-side, 0, side]) {
    pen.moveTo(start, side);
    pen.lineTo(start + side, 0);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, 'repeat')!;
  pattern.setTransform(new DOMMatrix([1 / density, 0, 0, 1 / density, 0, 0]));
  return pattern;
}
