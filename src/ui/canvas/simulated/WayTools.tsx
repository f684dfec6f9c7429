import { simulationOf } from '../../../core/simulation/settings';
import { selectShown, useApp, useAppStore } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import styles from '../CanvasTools.module.css';
import { addedIndex, canAddCorner, cornerAdded } from './wayEdits';
import { useWayEditing } from './wayEditingContext';

/** The UE's way: shown with its corners to be moved, and a corner more. */
export function WayTools() {
  const store = useAppStore();
  const { isOn, corner, turn, choose } = useWayEditing();
  const hasRoom = useApp((state) => canAddCorner(selectShown(state)));
  const add = () => {
    const { way } = simulationOf(store.getState().scenario).mobility;
    store.getState().edit((scenario) => cornerAdded(scenario, corner));
    turn(true);
    choose(addedIndex(way, corner));
  };
  return (
    <div className={styles.tools} role="group" aria-label="Way of the UE">
      <Button
        look="quiet"
        aria-pressed={isOn}
        title="Drag the corners of the way over the plan"
        onClick={() => turn(!isOn)}
      >
        Edit way
      </Button>
      {isOn && (
        <Button look="quiet" icon="add" iconOnly disabled={!hasRoom} onClick={add}>
          Add a corner after the one chosen last
        </Button>
      )}
    </div>
  );
}
