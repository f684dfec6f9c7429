import { Panel, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { simulationOf } from '../../../core/simulation/settings';
import { selectShown, useApp, useAppStore } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import styles from './JourneyOverlay.module.css';
import { takenBy } from './takenBy';
import { useWayEditing } from './wayEditingContext';
import { addedIndex, canAddCorner, cornerAdded } from './wayEdits';

/** How the way is edited, and a corner more without pointing at a place. */
export function WayHint() {
  const store = useAppStore();
  const flow = useStoreApi();
  const { corner, choose } = useWayEditing();
  const hasRoom = useApp((state) => canAddCorner(selectShown(state)));
  const panel = useRef<HTMLDivElement>(null);
  // Whoever turned it on by keys goes on here, not behind all nodes.
  useEffect(() => {
    const from = document.activeElement;
    if (from?.matches('[data-edit-way]:focus-visible') === true)
      panel.current?.querySelector('button')?.focus();
  }, []);
  const add = () => {
    const { way } = simulationOf(store.getState().scenario).mobility;
    store.getState().edit((scenario) => cornerAdded(scenario, corner, takenBy(flow.getState())));
    choose(addedIndex(way, corner));
  };
  return (
    <Panel position="top-right" className={styles.hint} ref={panel}>
      <span>
        {hasRoom
          ? 'Click to add a corner, drag to move, Delete to remove'
          : 'No more corners: drag to move, Delete to remove'}
      </span>
      <Button
        look="quiet"
        icon="add"
        title="Adds a corner after the one chosen last"
        disabled={!hasRoom}
        onClick={add}
      >
        Add corner
      </Button>
    </Panel>
  );
}
