import { useState } from 'react';
import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { Section } from '../../primitives/Section';
import { focusMainIfLost } from '../../shell/focusMain';
import { ExportBar } from './ExportBar';
import { HistoryTable } from './HistoryTable';
import { NodeChoice } from './NodeChoice';
import styles from './Profile.module.css';
import { SelectedProfiles } from './SelectedProfiles';
import { useChosenNode } from './useChosenNode';

/** Everything measured on this device or imported: to be named, compared, used by any node, exported, removed. */
export function ProfileHistory() {
  const profiles = useApp((state) => state.localProfiles);
  const removeAll = useApp((state) => state.removeAllProfiles);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [node, setNode] = useChosenNode();
  const selected = ticked.flatMap((id) => profiles.find((profile) => profile.id === id) ?? []);
  if (profiles.length === 0) {
    return (
      <Section level={2} title="History">
        <p className={styles.small}>
          Nothing is kept yet. What is measured here or imported stays in this browser, under names you can
          give.
        </p>
      </Section>
    );
  }
  return (
    <Section level={2} title="History">
      <div className={styles.actions}>
        <NodeChoice label="Use a profile for" value={node} onChoose={setNode} />
      </div>
      <HistoryTable
        profiles={profiles}
        node={node}
        ticked={ticked}
        onTick={(id, on) => setTicked(on ? [...ticked, id] : ticked.filter((other) => other !== id))}
      />
      <p className={styles.small}>
        Kept in this browser only. A scenario that uses one carries a copy of it, which stays when it is
        removed here. Tick one to look into it, two to compare them, any number to export.
      </p>
      <ExportBar profiles={selected} />
      <SelectedProfiles profiles={selected} />
      <div className={styles.actions}>
        <Button look="quiet" icon="remove" onClick={() => void removeAll().then(focusMainIfLost)}>
          Remove all
        </Button>
      </div>
    </Section>
  );
}
