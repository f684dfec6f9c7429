import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { Scenario } from '../../core/scenario/types';
import type { AppState } from '../../state/types';
import { useApp, useAppStore } from '../../state/useStore';
import { boxScale, detailAt, growthLimits, type Fitted } from './boxScale';
import { fitReadable, showsAll } from './fitting';
import { boxesOf, drawnBoxes } from './flowBoxes';
import { isAnotherDrawing, type FlowLink, type FlowNode } from './flowElements';

const marginPx = 12;
const animationMs = 180;

/** How large texts are wanted on the plan, in parts of their usual size. */
export function selectTextScale({ settings }: AppState): number {
  return settings.projector ? 1.25 : 1;
}

/**
 * Brings the whole network into view: on opening, when another document is opened, when texts get larger, after an edit
 * that would push something out of it, and when the canvas is resized before the visitor has chosen a view. Never during
 * a gesture.
 */
export function useFit(areaRef: RefObject<HTMLDivElement | null>, areMeasured: boolean) {
  const store = useAppStore();
  const { setViewport } = useReactFlow<FlowNode, FlowLink>();
  const isChosen = useRef(false);
  const isPostponed = useRef(false);
  const [fitted, setFitted] = useState<Fitted | null>(null);

  const fitIn = useCallback(
    (duration: number) => {
      const state = store.getState();
      if (areaRef.current === null) return;
      isPostponed.current = state.draft !== null;
      if (isPostponed.current) return;
      isChosen.current = false;
      const { nodes, links } = state.scenario;
      const found = fitReadable(
        sizeOf(areaRef.current),
        marginPx,
        growthLimits(nodes),
        selectTextScale(state),
        (detail, scale) => drawnBoxes(nodes, links, detail, scale),
      );
      if (found === null) return;
      setFitted({ detail: found.detail, zoom: found.view.zoom });
      const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      void setViewport(found.view, { duration: isCalm ? 0 : duration });
    },
    [areaRef, setViewport, store],
  );

  const projector = useApp((state) => state.settings.projector);
  useEffect(() => {
    // The first view waits until React Flow is ready.
    if (areMeasured) fitIn(0);
  }, [areMeasured, projector, fitIn]);
  useEffect(() => {
    const element = areaRef.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (!isChosen.current) fitIn(0);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [areaRef, fitIn]);
  const isGesture = useApp((state) => state.draft !== null);
  useEffect(() => {
    if (!isGesture && isPostponed.current) fitIn(animationMs);
  }, [isGesture, fitIn]);
  useFitAfterEdit(areaRef, fitted, isChosen, fitIn);

  const chooseView = useCallback(() => {
    isChosen.current = true;
  }, []);
  return { fitted, fit: useCallback(() => fitIn(animationMs), [fitIn]), chooseView };
}

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement) => ({ width: clientWidth, height: clientHeight });

/** Another document is fitted at once; an edit of this one where the view is ours, or all was in view and no longer is. */
function useFitAfterEdit(
  areaRef: RefObject<HTMLDivElement | null>,
  fitted: Fitted | null,
  isChosen: RefObject<boolean>,
  fitIn: (duration: number) => void,
): void {
  const scenario = useApp((state) => state.scenario);
  const store = useAppStore();
  const { getViewport } = useReactFlow<FlowNode, FlowLink>();
  const before = useRef<Scenario>(scenario);
  useEffect(() => {
    const old = before.current;
    before.current = scenario;
    if (old.nodes === scenario.nodes && old.links === scenario.links) return;
    if (isAnotherDrawing(old, scenario)) {
      fitIn(0);
      return;
    }
    const change = changeOf(old, scenario);
    if (change === 'none' || areaRef.current === null) return;
    const area = sizeOf(areaRef.current);
    const view = getViewport();
    const text = selectTextScale(store.getState());
    const isInView = ({ nodes }: Scenario) => {
      const limits = growthLimits(nodes);
      const detail = detailAt(view.zoom, limits, text, fitted);
      return showsAll(view, area, boxesOf(nodes, detail, boxScale(view.zoom, limits[detail], text)));
    };
    const isUnseen = isInView(old) && !isInView(scenario);
    if (isUnseen || (change === 'items' && !isChosen.current)) fitIn(animationMs);
  }, [scenario, areaRef, fitted, isChosen, fitIn, getViewport, store]);
}

/** Other nodes or links; most nodes elsewhere (tidied); or nothing that asks for another view: a node was moved by hand. */
function changeOf(old: Scenario, now: Scenario): 'items' | 'places' | 'none' {
  const sameLinks = old.links.length === now.links.length;
  const sameNodes =
    old.nodes.length === now.nodes.length && old.nodes.every(({ id }, index) => id === now.nodes[index]!.id);
  if (!sameLinks || !sameNodes) return 'items';
  const moved = old.nodes.filter(({ xM, yM }, index) => {
    const place = now.nodes[index]!;
    return xM !== place.xM || yM !== place.yM;
  });
  return moved.length * 2 > old.nodes.length ? 'places' : 'none';
}
