import { presets } from '../../../core/scenario/presets/presets';
import { useApp } from '../../../state/useStore';
import { Dialog } from '../../primitives/Dialog';
import styles from './Dialogs.module.css';

/** Scenarios to start from. Opening one is an edit like any other: undo brings the work back. */
export function PresetsDialog({ onClose }: { readonly onClose: () => void }) {
  const open = useApp((state) => state.open);
  const current = useApp((state) => state.scenario.name);
  return (
    <Dialog title="Presets" onClose={onClose}>
      <p className={styles.small}>Opening a preset replaces the scenario; undo brings it back.</p>
      <ul className={styles.presets}>
        {presets.map((preset) => (
          <li key={preset.id}>
            <button
              type="button"
              className={styles.preset}
              onClick={() => {
                open(preset.scenario);
                onClose();
              }}
            >
              <strong>
                {preset.name}
                {preset.scenario.name === current && <span className={styles.small}> (open now)</span>}
              </strong>
              <span>{preset.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
