import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { Scenario } from '../../core/scenario/types';
import type { AppState } from '../../state/types';
import { useApp, useAppStore } from '../../state/useStore';
import { boxScale, growthLimit } from './boxScale';
import { fitView } from './fitting';
import { boxesOf } from './flowBoxes';
import { isAnotherDrawing, type FlowLink, type FlowNode, type Size } from './flowElements';
import type { Box } from './linkGeometry';
import { placeSlider, selectSliderLink, sliderSize } from './LinkSlider';

const marginPx = 28;
const animationMs = 180;

/** What is drawn now, and how much larger than the plan its boxes were when they were measured. */
interface Drawn {
  readonly links: readonly FlowLink[];
  readonly sizes: ReadonlyMap<string, Size>;
  readonly scale: number;
}

/**
 * Brings the whole network, with the slider, into view: on opening, when another document is opened, and when the canvas
 * is resized before the visitor has chosen a view.
 */
export function useFit(areaRef: RefObject<HTMLDivElement | null>, { links, sizes, scale }: Drawn) {
  const store = useAppStore();
  const { setViewport } = useReactFlow<FlowNode, FlowLink>();
  const isChosen = useRef(false);
  const drawn = useRef<Drawn>({ links, sizes, scale });
  useEffect(() => {
    drawn.current = { links, sizes, scale };
  });

  const fitIn = useCallback(
    (duration: number) => {
      if (areaRef.current === null) return;
      isChosen.current = false;
      const { clientWidth: width, clientHeight: height } = areaRef.current;
      const view = fitView({ width, height }, marginPx, (zoom) =>
        boxesAt(zoom, store.getState(), drawn.current),
      );
      const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      if (view !== null) void setViewport(view, { duration: isCalm ? 0 : duration });
    },
    [areaRef, setViewport, store],
  );

  // The first view waits for the boxes to be measured.
  const areMeasured = sizes.size > 0;
  useEffect(() => {
    if (areMeasured) fitIn(0);
  }, [areMeasured, fitIn]);
  useFitOnAnotherDrawing(fitIn);
  useEffect(() => {
    const element = areaRef.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (!isChosen.current) fitIn(0);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [areaRef, fitIn]);

  const chooseView = useCallback(() => {
    isChosen.current = true;
  }, []);
  return { fit: useCallback(() => fitIn(animationMs), [fitIn]), chooseView };
}

/** Boxes of the nodes and of the slider as they would be at a zoom. */
function boxesAt(zoom: number, state: AppState, { links, sizes, scale }: Drawn): readonly Box[] {
  const { nodes } = state.scenario;
  const growth = boxScale(zoom, growthLimit(nodes)) / scale;
  const boxes = boxesOf(nodes, sizes, growth);
  const link = selectSliderLink(state);
  if (link === null) return boxes;
  const size = sliderSize(link.symmetric, state.settings.projector, Math.max(1, 1 / zoom));
  const place = placeSlider(link.id, nodes, links, boxes, size, growth * scale);
  return place === null ? boxes : [...boxes, place.box];
}

function useFitOnAnotherDrawing(fitIn: (duration: number) => void): void {
  const scenario = useApp((state) => state.scenario);
  const before = useRef<Scenario>(scenario);
  useEffect(() => {
    const isOther = isAnotherDrawing(before.current, scenario);
    before.current = scenario;
    if (!isOther) return;
    // New boxes are laid out in the coming frame and measured at its end.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => fitIn(0));
    });
    return () => cancelAnimationFrame(frame);
  }, [scenario, fitIn]);
}
