import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { Scenario } from '../../core/scenario/types';
import { useApp, useAppStore } from '../../state/useStore';
import { isAnotherDrawing, type FlowLink, type FlowNode, type Size } from './flowElements';
import { boxesOf } from './flowBoxes';
import { boundsOf } from './linkGeometry';
import { placeSlider, selectSliderLink, sliderSize } from './LinkSlider';

const marginPx = 28;
/** Boxes are not blown up beyond this when a small network is fitted into a large canvas. */
const largestZoom = 1.4;
const animationMs = 180;

/**
 * Brings the whole network, with the slider, into view: on opening, when another document is opened, and when the canvas
 * is resized before the visitor has chosen a view.
 */
export function useFit(
  areaRef: RefObject<HTMLDivElement | null>,
  links: readonly FlowLink[],
  sizes: ReadonlyMap<string, Size>,
) {
  const store = useAppStore();
  const flow = useReactFlow<FlowNode, FlowLink>();
  const isChosen = useRef(false);
  const latest = useRef({ links, sizes });
  useEffect(() => {
    latest.current = { links, sizes };
  });

  const fit = useCallback(
    (duration: number) => {
      const element = areaRef.current;
      if (element === null) return;
      isChosen.current = false;
      const state = store.getState();
      const { nodes } = state.scenario;
      const boxes = [...boxesOf(nodes, latest.current.sizes)];
      const slider = selectSliderLink(state);
      const size = sliderSize(slider?.symmetric ?? true, state.settings.projector, 1);
      const place =
        slider === null
          ? null
          : placeSlider(slider.id, nodes, latest.current.links, latest.current.sizes, size);
      if (place !== null) boxes.push(place.box);
      const bounds = boundsOf(boxes);
      const { clientWidth, clientHeight } = element;
      if (bounds === null || clientWidth === 0 || clientHeight === 0) return;
      const across = (clientWidth - 2 * marginPx) / bounds.width;
      const down = (clientHeight - 2 * marginPx) / bounds.height;
      const zoom = Math.max(0.05, Math.min(largestZoom, across, down));
      void flow.setViewport(
        { x: clientWidth / 2 - bounds.x * zoom, y: clientHeight / 2 - bounds.y * zoom, zoom },
        { duration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : duration },
      );
    },
    [areaRef, flow, store],
  );

  // The first view waits for the boxes to be measured; later ones for another document.
  const areMeasured = sizes.size > 0;
  useEffect(() => {
    if (areMeasured) fit(0);
  }, [areMeasured, fit]);

  const scenario = useApp((state) => state.scenario);
  const before = useRef<Scenario>(scenario);
  useEffect(() => {
    const isOther = isAnotherDrawing(before.current, scenario);
    before.current = scenario;
    if (!isOther) return;
    // New boxes are measured first.
    const frame = requestAnimationFrame(() => fit(0));
    return () => cancelAnimationFrame(frame);
  }, [scenario, fit]);

  useEffect(() => {
    const element = areaRef.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (!isChosen.current) fit(0);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [areaRef, fit]);

  const chooseView = useCallback(() => {
    isChosen.current = true;
  }, []);
  return { fit: useCallback(() => fit(animationMs), [fit]), chooseView };
}
