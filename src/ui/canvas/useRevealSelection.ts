import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import type { LinkId, NodeId } from '../../core/network/types';
import { selectShown, useApp, useAppStore } from '../../state/useStore';
import { findLink, findNode } from './documentIndex';
import type { Point } from './linkGeometry';

const animationMs = 180;

/** What was selected elsewhere (a new node, a culprit in a list) is brought into view when it lies outside. */
export function useRevealSelection(areaRef: RefObject<HTMLDivElement | null>): void {
  const store = useAppStore();
  const { flowToScreenPosition, getZoom, setCenter } = useReactFlow();
  const node = useApp(({ view }) => (view.selectedNodes.length === 1 ? view.selectedNodes[0]! : null));
  const link = useApp(({ view }) => (view.selectedLinks.length === 1 ? view.selectedLinks[0]! : null));
  useEffect(() => {
    const place = placeOf(node, link);
    if (place === null || areaRef.current === null) return;
    const { x, y } = flowToScreenPosition(place);
    const { left, right, top, bottom } = areaRef.current.getBoundingClientRect();
    if (x > left && x < right && y > top && y < bottom) return;
    void setCenter(place.x, place.y, { zoom: getZoom(), duration: animationMs });

    function placeOf(nodeId: NodeId | null, linkId: LinkId | null): Point | null {
      const scenario = selectShown(store.getState());
      const chosen = linkId === null ? undefined : findLink(scenario, linkId);
      const ends = chosen === undefined ? (nodeId === null ? [] : [nodeId]) : [chosen.a, chosen.b];
      const found = ends.flatMap((id) => findNode(scenario, id) ?? []);
      if (found.length === 0) return null;
      const sum = found.reduce((total, { xM, yM }) => ({ x: total.x + xM, y: total.y + yM }), { x: 0, y: 0 });
      return { x: sum.x / found.length, y: sum.y / found.length };
    }
  }, [node, link, areaRef, flowToScreenPosition, getZoom, setCenter, store]);
}
