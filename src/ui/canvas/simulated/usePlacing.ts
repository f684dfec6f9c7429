import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { simulationOf } from '../../../core/simulation/settings';
import { useAppStore } from '../../../state/useStore';
import { takenBy } from './takenBy';
import { useWayEditing } from './wayEditingContext';
import { canAddCorner, cornerPut, putIndex } from './wayEdits';

/** A press this near to a stretch of the way bends it [px]; farther away it goes on from its end. */
const nearPx = 16;

/** While the way is edited: a press of the plan adds a corner, Escape leaves. */
export function usePlacing(): void {
  const store = useAppStore();
  const flow = useStoreApi();
  const { screenToFlowPosition } = useReactFlow();
  const plan = useStore(({ domNode }) => domNode);
  const { choose, turn } = useWayEditing();

  useEffect(() => {
    const place = (event: MouseEvent): void => {
      const onPlan = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
      const { edit, scenario } = store.getState();
      if (!onPlan || !canAddCorner(scenario)) return;
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      const { transform } = flow.getState();
      const pressed = { xM: x, yM: y };
      const index = putIndex(simulationOf(scenario).mobility.way, pressed, nearPx / transform[2]);
      choose(index);
      edit((before) => cornerPut(before, pressed, index, takenBy(flow.getState())));
    };
    plan?.addEventListener('click', place);
    return () => plan?.removeEventListener('click', place);
  }, [store, flow, screenToFlowPosition, plan, choose]);

  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTakenElsewhere(event.target)) return;
      // The corner that had the focus goes.
      document.querySelector<HTMLElement>('[data-edit-way]')?.focus();
      turn(false);
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [turn]);
}

/** Fields put their value back, dialogs close. */
function isTakenElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}
