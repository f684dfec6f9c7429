import type { NodeChange } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';
import { snapPosition } from '../../core/network/positions';
import type { NodeId } from '../../core/network/types';
import { moveNodes, type Move } from '../../core/scenario/edits';
import { useAppStore } from '../../state/useStore';
import { createEditGesture } from '../primitives/editGesture';
import type { FlowNode } from './flowElements';
import { movedText } from './screenReaderTexts';

/** One press of an arrow key [m]; with Shift. */
const stepM = 10;
const longStepM = 50;

const directions: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

/** Moves of nodes by pointer and by keys, both as gestures of the document: one drag or one burst is one undo step. */
export function useNodeMoves(snaps: boolean) {
  const store = useAppStore();
  const [announcement, setAnnouncement] = useState('');
  const [gesture] = useState(() =>
    createEditGesture(
      () => store.getState(),
      () => window,
      (press) => directions.has(press.key) && !press.ctrlKey && !press.metaKey && !press.altKey,
    ),
  );
  const isDragging = useRef(false);
  /** How far the keys of the present burst have moved the selection [m]. */
  const burst = useRef({ xM: 0, yM: 0 });
  useEffect(() => () => gesture.finish(), [gesture]);

  const drag = (changes: readonly NodeChange<FlowNode>[]): void => {
    const moves: Move[] = [];
    let isOver = false;
    for (const change of changes) {
      if (change.type !== 'position') continue;
      if (change.dragging !== true) isOver = true;
      else if (change.position !== undefined) {
        const place = { xM: Math.round(change.position.x), yM: Math.round(change.position.y) };
        moves.push({ id: change.id as NodeId, ...(snaps ? snapPosition(place) : place) });
      }
    }
    // Escape was pressed in the middle of a drag: what is left of it does nothing.
    const isCancelled = isDragging.current && !gesture.isActive();
    if (moves.length > 0 && !isCancelled) {
      isDragging.current = true;
      gesture.show((scenario) => moveNodes(scenario, moves), 'held');
    }
    if (isOver && isDragging.current) {
      isDragging.current = false;
      gesture.finish();
    }
  };

  /** true: the key moved the selection. */
  const pressKey = (key: string, shift: boolean): boolean => {
    const direction = directions.get(key);
    const { scenario, view } = store.getState();
    const selected = scenario.nodes.filter((node) => view.selectedNodes.includes(node.id));
    const [first] = selected;
    if (direction === undefined || first === undefined) return false;
    if (!gesture.isActive()) burst.current = { xM: 0, yM: 0 };
    const step = shift ? longStepM : stepM;
    const { xM, yM } = (burst.current = {
      xM: burst.current.xM + direction[0] * step,
      yM: burst.current.yM + direction[1] * step,
    });
    const moves = selected.map((node) => ({ id: node.id, xM: node.xM + xM, yM: node.yM + yM }));
    gesture.show((current) => moveNodes(current, moves), 'idle');
    setAnnouncement(movedText(selected.length, first.xM + xM, first.yM + yM));
    return true;
  };

  return { drag, pressKey, announcement };
}
