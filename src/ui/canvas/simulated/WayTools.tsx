import { useStoreApi } from '@xyflow/react';
import { simulationOf } from '../../../core/simulation/settings';
import { selectShown, useApp, useAppStore } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import styles from '../CanvasTools.module.css';
import { addedIndex, canAddCorner, cornerAdded } from './wayEdits';
import { takenBy } from './takenBy';
import { useWayEditing } from './wayEditingContext';

/** The UE's way: shown with its corners to be moved, and a corner more. */
export function WayTools() {
  const store = useAppStore();
  const flow = useStoreApi();
  const { isOn, corner, turn, choose } = useWayEditing();
  const hasRoom = useApp((state) => canAddCorner(selectShown(state)));
  const add = () => {
    const { way } = simulationOf(store.getState().scenario).mobility;
    store.getState().edit((scenario) => cornerAdded(scenario, corner, takenBy(flow.getState())));
    turn(true);
    choose(addedIndex(way, corner));
  };
  return (
    <div className={styles.tools} role="group" aria-label="Way of the UE">
      <Button
        look="quiet"
        aria-pressed={isOn}
        title="Press the plan to add corners of the way, drag them, remove them"
        data-edit-way
        onClick={() => turn(!isOn)}
      >
        Edit way
      </Button>
      {isOn && (
        <Button
          look="quiet"
          icon="add"
          title="Adds a corner after the one chosen last"
          disabled={!hasRoom}
          onClick={add}
        >
          Add corner
        </Button>
      )}
    </div>
  );
}
