import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { selectShown, useApp, useAppStore } from '../../state/useStore';
import { findLink, findNode } from './documentIndex';

const animationMs = 180;
const marginPx = 8;

/**
 * What was selected elsewhere (a new node, a culprit in a list) is brought into view when it lies outside; so is the
 * slider of a selected link.
 */
export function useRevealSelection(areaRef: RefObject<HTMLDivElement | null>): void {
  const store = useAppStore();
  const { flowToScreenPosition, getViewport, getZoom, setCenter, setViewport } = useReactFlow();
  const node = useApp(({ view }) => (view.selectedNodes.length === 1 ? view.selectedNodes[0]! : null));
  const link = useApp(({ view }) => (view.selectedLinks.length === 1 ? view.selectedLinks[0]! : null));
  const hasTwoSliders = useApp((state) => {
    return link !== null && findLink(selectShown(state), link)?.symmetric === false;
  });

  useEffect(() => {
    const chosen = node === null ? undefined : findNode(selectShown(store.getState()), node);
    if (chosen === undefined || areaRef.current === null) return;
    const place = { x: chosen.xM, y: chosen.yM };
    const { x, y } = flowToScreenPosition(place);
    const { left, right, top, bottom } = areaRef.current.getBoundingClientRect();
    if (x > left && x < right && y > top && y < bottom) return;
    void setCenter(place.x, place.y, { zoom: getZoom(), duration: animationMs });
  }, [node, areaRef, flowToScreenPosition, getZoom, setCenter, store]);

  useEffect(() => {
    if (link === null) return;
    // The slider of a newly selected link is placed first.
    const frame = requestAnimationFrame(() => {
      const slider = areaRef.current?.querySelector('[data-link-slider]');
      if (areaRef.current === null || !slider) return;
      const { x, y, zoom } = getViewport();
      const [dx, dy] = shiftInto(areaRef.current.getBoundingClientRect(), slider.getBoundingClientRect());
      if (dx !== 0 || dy !== 0) void setViewport({ x: x + dx, y: y + dy, zoom }, { duration: animationMs });
    });
    return () => cancelAnimationFrame(frame);
  }, [link, hasTwoSliders, areaRef, getViewport, setViewport]);
}

type Edges = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** How far something must move to lie inside an area [px]. Where it is larger than the area, its top left corner does. */
export function shiftInto(area: Edges, item: Edges): readonly [number, number] {
  return [
    shift(area.left, area.right, item.left, item.right),
    shift(area.top, area.bottom, item.top, item.bottom),
  ];
}

function shift(areaStart: number, areaEnd: number, start: number, end: number): number {
  if (start < areaStart + marginPx || end - start > areaEnd - areaStart - 2 * marginPx) {
    return areaStart + marginPx - start;
  }
  return end > areaEnd - marginPx ? areaEnd - marginPx - end : 0;
}
