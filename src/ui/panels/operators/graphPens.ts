/** One drawing, two papers: the canvas on screen and the SVG of an export. All lengths are pixels of the paper. */
import type { Box } from './graphGeometry';

/** A CSS colour, or the hatching of everything that is sent. */
export type Ink = string;
export const hatched: Ink = 'hatched';

export interface PathSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
}

interface RectLook {
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly lineWidth?: number;
  readonly radius?: number;
  readonly dash?: readonly number[];
}
interface StrokeLook {
  readonly stroke: Ink;
  readonly lineWidth: number;
}
interface TextLook {
  readonly fill: Ink;
  readonly px: number;
  readonly bold?: boolean;
  readonly centred?: boolean;
}

export interface Pen {
  rect(box: Box, look: RectLook): void;
  /** One stroke along everything that `trace` draws. */
  path(trace: (sink: PathSink) => void, look: StrokeLook): void;
  /** `y` is the middle of the line. */
  text(text: string, x: number, y: number, look: TextLook): void;
}

export function canvasPen(context: CanvasRenderingContext2D, font: string, hatch: CanvasPattern): Pen {
  const ink = (colour: Ink) => (colour === hatched ? hatch : colour);
  context.textBaseline = 'middle';
  return {
    rect: ({ x, y, width, height }, { fill, stroke, lineWidth = 1, radius = 0, dash }) => {
      if (radius === 0 && stroke === undefined && fill !== undefined) {
        context.fillStyle = ink(fill);
        context.fillRect(x, y, width, height);
        return;
      }
      context.beginPath();
      if (radius > 0) context.roundRect(x, y, width, height, radius);
      else context.rect(x, y, width, height);
      if (fill !== undefined) {
        context.fillStyle = ink(fill);
        context.fill();
      }
      if (stroke === undefined) return;
      context.strokeStyle = ink(stroke);
      context.lineWidth = lineWidth;
      if (dash !== undefined) context.setLineDash([...dash]);
      context.stroke();
      if (dash !== undefined) context.setLineDash([]);
    },
    path: (trace, { stroke, lineWidth }) => {
      context.beginPath();
      trace(context);
      context.strokeStyle = ink(stroke);
      context.lineWidth = lineWidth;
      context.stroke();
    },
    text: (text, x, y, { fill, px, bold = false, centred = false }) => {
      context.font = `${bold ? '600 ' : ''}${px}px ${font}`;
      context.textAlign = centred ? 'center' : 'left';
      context.fillStyle = ink(fill);
      context.fillText(text, x, y);
    },
  };
}

export interface SvgPaper {
  readonly pen: Pen;
  /** What was drawn so far, without the surrounding svg element. */
  readonly markup: () => string;
}

export function svgPaper(font: string, transfer: string, surface: string): SvgPaper {
  const parts = [
    `<defs><pattern id="sent" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
      `<rect width="5" height="5" fill="${surface}"/><line x1="1" y1="0" x2="1" y2="5" stroke-width="2" stroke="${transfer}"/></pattern></defs>`,
  ];
  const ink = (colour: Ink | undefined) =>
    colour === undefined ? 'none' : colour === hatched ? 'url(#sent)' : escapeXml(colour);
  const pen: Pen = {
    rect: ({ x, y, width, height }, { fill, stroke, lineWidth = 1, radius = 0, dash }) => {
      const line = stroke === undefined ? '' : ` stroke="${ink(stroke)}" stroke-width="${lineWidth}"`;
      const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
      parts.push(
        `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" rx="${radius}" fill="${ink(fill)}"${line}${dashes}/>`,
      );
    },
    path: (trace, { stroke, lineWidth }) => {
      const steps: string[] = [];
      trace({
        moveTo: (x, y) => steps.push(`M${short(x)} ${short(y)}`),
        lineTo: (x, y) => steps.push(`L${short(x)} ${short(y)}`),
        bezierCurveTo: (...to) => steps.push(`C${to.map(short).join(' ')}`),
      });
      if (steps.length > 0)
        parts.push(
          `<path d="${steps.join('')}" fill="none" stroke="${ink(stroke)}" stroke-width="${lineWidth}"/>`,
        );
    },
    text: (text, x, y, { fill, px, bold = false, centred = false }) => {
      const look = `${bold ? ' font-weight="600"' : ''}${centred ? ' text-anchor="middle"' : ''}`;
      parts.push(
        `<text x="${short(x)}" y="${short(y)}" dy="0.35em" fill="${ink(fill)}" font-family="${escapeXml(font)}" font-size="${short(px)}"${look}>${escapeXml(text)}</text>`,
      );
    },
  };
  return { pen, markup: () => parts.join('') };
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
