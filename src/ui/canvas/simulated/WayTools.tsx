import { Button } from '../../primitives/Button';
import styles from '../CanvasTools.module.css';
import { useWayEditing } from './wayEditingContext';

/** In the bar: the UE's way is shown with its corners, or not. */
export function WayTools() {
  const { isOn, turn } = useWayEditing();
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
    </div>
  );
}
