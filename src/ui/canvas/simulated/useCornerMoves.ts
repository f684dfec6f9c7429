import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { moveCorner, removeCorner } from '../../../core/scenario/simulationEdits';
import { simulationOf } from '../../../core/simulation/settings';
import { useAppStore } from '../../../state/useStore';
import { createEditGesture } from '../../primitives/editGesture';
import { movedText } from '../screenReaderTexts';

/** One press of an arrow key [m]; with Shift. As for nodes. */
const stepM = 10;
const longStepM = 50;

const directions: Partial<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Corners moved by pointer and keys: one drag or one burst of keys is one undo step, Escape takes it back. */
export function useCornerMoves(onRemoved: (index: number) => void) {
  const store = useAppStore();
  const { screenToFlowPosition } = useReactFlow();
  const [announcement, setAnnouncement] = useState('');
  const [gesture] = useState(() =>
    createEditGesture(
      () => store.getState(),
      () => window,
      ({ key, ctrlKey, metaKey, altKey }) => directions[key] !== undefined && !ctrlKey && !metaKey && !altKey,
    ),
  );
  useEffect(() => () => gesture.finish(), [gesture]);
  /** The corner under the pointer, and how far from its middle it was taken hold of. */
  const grab = useRef<{
    readonly index: number;
    readonly x: number;
    readonly y: number;
    isMoved: boolean;
  } | null>(null);
  const burst = useRef({ index: -1, xM: 0, yM: 0 });
  const cornerOf = (index: number) => simulationOf(store.getState().scenario).mobility.way[index];

  const release = (): void => {
    if (grab.current === null) return;
    grab.current = null;
    gesture.finish();
  };
  const bind = (index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const corner = cornerOf(index);
      if (event.button !== 0 || corner === undefined) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      grab.current = { index, x: x - corner.xM, y: y - corner.yM, isMoved: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const held = grab.current;
      // Escape was pressed in the middle of a drag: what is left of it does nothing.
      if (held === null || (held.isMoved && !gesture.isActive())) return;
      held.isMoved = true;
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      const corner = { xM: Math.round(x - held.x), yM: Math.round(y - held.y) };
      gesture.show((scenario) => moveCorner(scenario, held.index, corner), 'held');
    },
    onPointerUp: release,
    onPointerCancel: () => {
      gesture.cancel();
      release();
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const corner = cornerOf(index);
      const direction = directions[event.key];
      const removes = event.key === 'Delete' || event.key === 'Backspace';
      if (corner === undefined || (direction === undefined && !removes)) return;
      event.preventDefault();
      // The page has keys of its own for these.
      event.stopPropagation();
      if (direction === undefined) {
        gesture.finish();
        store.getState().edit((scenario) => removeCorner(scenario, index));
        setAnnouncement(`Removed corner ${index + 1}.`);
        onRemoved(index);
        return;
      }
      if (!gesture.isActive() || burst.current.index !== index) burst.current = { index, xM: 0, yM: 0 };
      const step = event.shiftKey ? longStepM : stepM;
      const { xM, yM } = (burst.current = {
        index,
        xM: burst.current.xM + direction[0] * step,
        yM: burst.current.yM + direction[1] * step,
      });
      const place = { xM: corner.xM + xM, yM: corner.yM + yM };
      gesture.show((scenario) => moveCorner(scenario, index, place), 'idle');
      setAnnouncement(movedText(1, place.xM, place.yM));
    },
    onBlur: () => gesture.finish(),
  });
  return { bind, announcement };
}
