import { useId, useState } from 'react';
import type { Profile } from '../../../core/profile/types';
import { useAppStore } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { describeLoadFailure } from '../../errors/loadFailure';
import { Button } from '../../primitives/Button';
import { Note } from '../../primitives/Note';
import fieldStyles from '../../primitives/Field.module.css';
import type { ExportFormat } from './exportProfiles';
import styles from './Profile.module.css';

const formats: readonly { readonly format: ExportFormat; readonly label: string; readonly what: string }[] = [
  { format: 'json', label: 'JSON', what: 'Everything, with a schema: import it here or anywhere else' },
  { format: 'csv', label: 'CSV', what: 'A table with a line for each block' },
  { format: 'trace', label: 'Trace', what: 'A Chrome trace: open it in Perfetto (ui.perfetto.dev)' },
];

/** Saves the given profiles as files, without what tells of the device unless that is asked for. */
export function ExportBar({ profiles }: { readonly profiles: readonly Profile[] }) {
  const store = useAppStore();
  const { files, now } = useTools();
  const [strip, setStrip] = useState(true);
  const [failed, setFailed] = useState(false);
  const id = useId();
  const save = async (format: ExportFormat) => {
    const loaded = await import('./exportProfiles').catch(() => null);
    setFailed(loaded === null);
    if (loaded === null) return;
    for (const profile of profiles) await store.getState().loadProfileDetails(profile.id);
    const { profileDetails, scenario } = store.getState();
    const request = { format, profiles, details: profileDetails, workload: scenario.workload, strip };
    for (const file of loaded.exportProfiles({ ...request, date: now() })) {
      files.download(file.name, file.type, file.content);
    }
  };
  return (
    <div className={styles.export}>
      <div className={styles.actions} role="group" aria-labelledby={id}>
        <span id={id}>Export</span>
        {formats.map(({ format, label, what }) => (
          <Button
            key={format}
            title={what}
            disabled={profiles.length === 0}
            onClick={() => void save(format)}
          >
            {label}
          </Button>
        ))}
      </div>
      <label className={fieldStyles.check}>
        <input type="checkbox" checked={strip} onChange={(event) => setStrip(event.target.checked)} />
        <span>
          Strip device details before sharing
          <span className={styles.small}> (browser, hardware, GPU, names; the times stay)</span>
        </span>
      </label>
      {failed && (
        <Note tone="error" role="alert">
          {Object.values(describeLoadFailure('The export')).join(' ')}
        </Note>
      )}
    </div>
  );
}
