import { useStore } from '@xyflow/react';
import { Button } from '../primitives/Button';
import { CommandButton } from '../shell/CommandButton';
import styles from './CanvasTools.module.css';
import { distanceText, scaleBar } from './scaleBar';
import { toolbarLabel, zoomLabel } from './screenReaderTexts';

interface Props {
  readonly snaps: boolean;
  readonly onSnap: (snaps: boolean) => void;
}

/** What can be done to the selection and to the drawing. */
export function EditTools({ snaps, onSnap }: Props) {
  return (
    <div className={styles.tools} role="group" aria-label={toolbarLabel}>
      <CommandButton id="connect" icon="connect" />
      <CommandButton id="duplicate" icon="duplicate" />
      <CommandButton id="delete" icon="remove" />
      <CommandButton id="tidy" icon="tidy" />
      <Button
        look="quiet"
        icon="snap"
        iconOnly
        aria-pressed={snaps}
        title="Snap to a grid of 20 m"
        onClick={() => onSnap(!snaps)}
      >
        Snap to grid
      </Button>
    </div>
  );
}

export function ViewTools() {
  return (
    <div className={styles.tools} role="group" aria-label={zoomLabel}>
      <CommandButton id="zoom-out" icon="minus" />
      <CommandButton id="zoom-in" icon="add" />
      <CommandButton id="fit" icon="fit" />
    </div>
  );
}

/** The plan is in metres: this long is a round number of them. */
export function PlanScale() {
  const zoom = useStore(({ transform }) => transform[2]);
  const { metres, px } = scaleBar(zoom);
  return (
    <div className={styles.scale}>
      <span>{distanceText(metres)}</span>
      <span className={styles.bar} style={{ width: px }} />
    </div>
  );
}
