import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { selectShown, useApp, useAppStore } from '../../state/useStore';
import { findNode } from './documentIndex';

const animationMs = 180;

/** What was selected elsewhere (a new node, a culprit in a list) is brought into view when it lies outside. */
export function useRevealSelection(areaRef: RefObject<HTMLDivElement | null>): void {
  const store = useAppStore();
  const { flowToScreenPosition, getZoom, setCenter } = useReactFlow();
  const node = useApp(({ view }) => (view.selectedNodes.length === 1 ? view.selectedNodes[0]! : null));

  useEffect(() => {
    const chosen = node === null ? undefined : findNode(selectShown(store.getState()), node);
    if (chosen === undefined || areaRef.current === null) return;
    const place = { x: chosen.xM, y: chosen.yM };
    const { x, y } = flowToScreenPosition(place);
    const { left, right, top, bottom } = areaRef.current.getBoundingClientRect();
    if (x > left && x < right && y > top && y < bottom) return;
    void setCenter(place.x, place.y, { zoom: getZoom(), duration: animationMs });
  }, [node, areaRef, flowToScreenPosition, getZoom, setCenter, store]);
}
