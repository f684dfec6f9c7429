import type { KeyboardEvent } from 'react';
import type { NodeId } from '../../core/network/types';
import { useAppStore } from '../../state/useStore';

/**
 * Keys on a node or link that has the focus. They are taken before React Flow sees them: its own moves by arrow keys would
 * not reach the undo history as bursts, and its Escape takes the focus away.
 */
export function useCanvasKeys(moveByKey: (key: string, shift: boolean) => boolean) {
  const store = useAppStore();
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
    const item = event.target.closest(
      '.react-flow__node, .react-flow__edge, .react-flow__nodesselection-rect',
    );
    if (item !== event.target) return;
    const { view, select, changeView } = store.getState();
    const id = item.getAttribute('data-id');
    const isNode = item.classList.contains('react-flow__node');
    const isSelected = item.classList.contains('selected');
    const handle = (): boolean => {
      if (event.key === 'Escape') {
        if (view.selectedNodes.length + view.selectedLinks.length === 0) return false;
        select([], []);
        return true;
      }
      if (event.key === 'Enter' && isSelected) {
        if (isNode && id !== null) changeView({ renaming: id as NodeId });
        else focusSlider(event.currentTarget);
        return true;
      }
      if (!event.key.startsWith('Arrow')) return false;
      // Moving what has the focus needs no selecting first.
      if (isNode && id !== null && !isSelected) select([id as NodeId], []);
      return moveByKey(event.key, event.shiftKey);
    };
    if (!handle()) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** From a selected link into its slider. */
function focusSlider(canvas: HTMLElement): void {
  canvas.querySelector<HTMLElement>('[data-link-slider] input[type="range"]')?.focus();
}
