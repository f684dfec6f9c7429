/** A chart as a file: SVG with the colours it has on screen, PNG at twice the size, or its table as CSV. */

/** What CSS decides on screen and a file must carry itself. As attributes: a strict CSP refuses inline styles. */
const inlined = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'transform',
] as const;

export interface SvgPart {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

export interface PageLook {
  readonly background: string;
  readonly ink: string;
  readonly font: string;
}

const marginPx = 16;
const titlePx = 32;
const captionPx = 22;

/** One SVG document out of the parts of a chart (a fixed axis, a scrolling plot), side by side under its title and caption. */
export function composeSvg(parts: readonly SvgPart[], title: string, look: PageLook, caption = ''): SvgPart {
  const headPx = titlePx + (caption === '' ? 0 : captionPx);
  const width = parts.reduce((sum, part) => sum + part.width, 0) + 2 * marginPx;
  const height = parts.reduce((max, part) => Math.max(max, part.height), 0) + 2 * marginPx + headPx;
  let x = marginPx;
  const placed = parts.map((part) => {
    const at = x;
    x += part.width;
    return `<g transform="translate(${at} ${marginPx + headPx})">${part.markup}</g>`;
  });
  const name = escapeXml(title);
  const words = (y: number, size: string, text: string): string =>
    `<text x="${marginPx}" y="${y}" fill="${escapeXml(look.ink)}" font-family="${escapeXml(look.font)}" ` +
    `${size}>${text}</text>`;
  const under = caption === '' ? '' : words(marginPx + 34, 'font-size="14"', escapeXml(caption));
  const markup =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<title>${name}</title><rect width="100%" height="100%" fill="${escapeXml(look.background)}"/>` +
    `${words(marginPx + 12, 'font-size="16" font-weight="600"', name)}${under}${placed.join('')}</svg>`;
  return { markup, width, height };
}

/** Every drawing inside the element that is marked `data-chart-part`, in order, as one document. */
export function serialiseChart(container: Element, title: string, caption = ''): SvgPart {
  const drawings = [...container.querySelectorAll<SVGSVGElement>('svg[data-chart-part]')];
  const parts = drawings.map((svg) => ({
    markup: inlineColours(svg).innerHTML,
    width: svg.clientWidth,
    height: svg.clientHeight,
  }));
  return composeSvg(parts, title, pageLook(), caption);
}

/** The page's colours and font as they are now. */
export function pageLook(): PageLook {
  const style = getComputedStyle(document.body);
  return {
    background: style.getPropertyValue('--surface').trim(),
    ink: style.color,
    font: style.fontFamily,
  };
}

function inlineColours(svg: SVGSVGElement): SVGSVGElement {
  const clone = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll('*');
  clone.querySelectorAll('*').forEach((copy, index) => {
    const style = getComputedStyle(originals[index]!);
    for (const name of inlined) {
      const value = style.getPropertyValue(name);
      // A computed transform is a CSS matrix with commas: valid as an attribute too.
      if (value !== '' && value !== 'none') copy.setAttribute(name, value);
      else if (name === 'fill' || name === 'stroke') copy.setAttribute(name, 'none');
    }
    for (const name of ['style', 'class', 'tabindex', 'role']) copy.removeAttribute(name);
  });
  clone.querySelectorAll('[data-export="no"]').forEach((element) => element.remove());
  return clone;
}

/** Draws the SVG on a canvas at twice its size; null where the browser cannot. */
export async function chartToPng(svg: SvgPart): Promise<Blob | null> {
  const url = URL.createObjectURL(new Blob([svg.markup], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = svg.width * 2;
    canvas.height = svg.height * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

export function downloadFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has started the download once the click handler has returned.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
