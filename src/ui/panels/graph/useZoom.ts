import { useEffect, useMemo, useState } from 'react';
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent } from 'd3-zoom';
import type { Transform } from './splitGraphLayout';

export interface Zoom {
  readonly transform: Transform;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  /** In pixels of the screen. */
  readonly panBy: (dx: number, dy: number) => void;
}

const mostZoom = 6;

/**
 * Zooms and pans what `svg` holds by wheel, drag and pinch (d3-zoom); `svg` is null until it is on the page. A single
 * finger scrolls the page; whatever changes the fit starts from it anew.
 */
export function useZoom(svg: SVGSVGElement | null, fit: Transform): Zoom {
  const [transform, setTransform] = useState(fit);
  const behaviour = useMemo(
    () =>
      zoom<SVGSVGElement, unknown>()
        .filter((event: MouseEvent | TouchEvent | WheelEvent) =>
          'touches' in event
            ? event.touches.length > 1
            : event.button === 0 && (!event.ctrlKey || event.type === 'wheel'),
        )
        .on('zoom', ({ transform: { k, x, y } }: D3ZoomEvent<SVGSVGElement, unknown>) =>
          setTransform({ k, x, y }),
        ),
    [],
  );
  const { k, x, y } = fit;
  useEffect(() => {
    if (svg === null) return;
    const selection = select(svg);
    selection.call(behaviour);
    return () => {
      selection.on('.zoom', null);
    };
  }, [svg, behaviour]);
  useEffect(() => {
    if (svg === null) return;
    behaviour.scaleExtent([Math.min(k, 0.5), mostZoom]);
    behaviour.transform(select(svg), zoomIdentity.translate(x, y).scale(k));
  }, [svg, behaviour, k, x, y]);
  const act = (move: (selection: ReturnType<typeof select<SVGSVGElement, unknown>>) => void) => {
    if (svg !== null) move(select<SVGSVGElement, unknown>(svg));
  };
  return {
    transform,
    zoomBy: (factor) => act((it) => behaviour.scaleBy(it, factor)),
    fit: () => act((it) => behaviour.transform(it, zoomIdentity.translate(x, y).scale(k))),
    panBy: (dx, dy) => act((it) => behaviour.translateBy(it, dx / transform.k, dy / transform.k)),
  };
}
