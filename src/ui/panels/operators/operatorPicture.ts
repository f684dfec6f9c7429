/** The operator graph as SVG for files: all of it, or what is in sight where all of it would not fit a picture. */
import type { SvgPart } from '../../charts/exportChart';
import { svgPaper } from './graphPens';
import { rulerPx } from './nodeRuler';
import { drawOperators } from './operatorDrawing';
import type { Camera, GraphPalette, Scene } from './graphScene';

/** Canvases of some browsers end at 16,384 px, and a PNG is drawn at twice the size. */
const mostPngPx = 8000;

export interface InSight {
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
}

export function operatorPicture(
  scene: Scene,
  palette: GraphPalette,
  font: string,
  format: 'svg' | 'png',
  inSight: InSight | null,
): SvgPart {
  const { layout } = scene;
  const { horizontal } = layout.metrics;
  const whole: InSight = {
    camera: { k: 1, x: horizontal ? 0 : rulerPx, y: horizontal ? rulerPx : 0 },
    width: Math.ceil(layout.width) + (horizontal ? 0 : rulerPx),
    height: Math.ceil(layout.height) + (horizontal ? rulerPx : 0),
  };
  const fits = format === 'svg' || Math.max(whole.width, whole.height) <= mostPngPx;
  const { camera, width, height } = fits || inSight === null ? whole : inSight;
  const paper = svgPaper(font, palette.colour('transfer'), palette.colour('surface'));
  drawOperators(paper.pen, { ...scene, hovered: -1, selected: -1 }, camera, { width, height }, palette);
  // A part is cut off at its edges: the boxes there are drawn whole.
  const markup = `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${paper.markup()}</svg>`;
  return { markup, width, height };
}
