import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { workloadChain } from '../../../core/model/workloadChain';
import type { NodeId } from '../../../core/network/types';
import type { ReadProfiles } from '../../../core/profile/files/fileTypes';
import type { Profile } from '../../../core/profile/types';
import { changeWorkload } from '../../../core/scenario/edits';
import type { Workload } from '../../../core/scenario/types';
import { useApp, useAppStore } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import type { Description } from '../../errors/describe';
import { describeImportNote } from '../../errors/describeProfileFile';
import { describeLoadFailure } from '../../errors/loadFailure';
import { formatCount } from '../../format';
import { Button } from '../../primitives/Button';
import { Note } from '../../primitives/Note';
import { Section } from '../../primitives/Section';
import { useFileDrop } from '../../primitives/useFileDrop';
import { NodeChoice } from './NodeChoice';
import styles from './Profile.module.css';
import { historyTotalText, runtimeText } from './profileWords';
import { useChosenNode } from './useChosenNode';

type Outcome =
  | { readonly status: 'none' }
  | { readonly status: 'reading'; readonly name: string }
  | { readonly status: 'failed'; readonly name: string; readonly description: Description }
  | {
      readonly status: 'read';
      readonly name: string;
      readonly read: ReadProfiles;
      /** As they stand in the history now. */
      readonly kept: readonly Profile[];
      readonly node: NodeId | undefined;
    };

/** Takes profiles in: Splitscape's JSON, ONNX Runtime's own profile of a server or a phone, or a table. */
export function ImportPanel() {
  const tools = useTools();
  const store = useAppStore();
  const [outcome, setOutcome] = useState<Outcome>({ status: 'none' });
  const take = async (file: File) => {
    const { name } = file;
    setOutcome({ status: 'reading', name });
    const loaded = await import('./importProfiles').catch(() => null);
    if (loaded === null) {
      setOutcome({ status: 'failed', name, description: describeLoadFailure('The import') });
      return;
    }
    const { addProfiles, scenario } = store.getState();
    const imported = await loaded.importFile(file, tools, scenario);
    if (!imported.ok) {
      setOutcome({ status: 'failed', name, description: imported.description });
      return;
    }
    const { read } = imported;
    const kept = await addProfiles(read.profiles, read.details);
    setOutcome({ status: 'read', name, read, kept, node: loaded.likelyNode(scenario, read)?.id });
  };
  const offered = useApp((state) => state.offeredProfileFile);
  const panel = useRef<HTMLDivElement>(null);
  const takeOffered = useEffectEvent((file: File) => {
    store.getState().offerProfileFile(null);
    panel.current?.scrollIntoView({ block: 'center' });
    void take(file);
  });
  useEffect(() => {
    if (offered === null) return undefined;
    const started = setTimeout(() => takeOffered(offered));
    return () => clearTimeout(started);
  }, [offered]);
  const choose = async () => {
    const file = await tools.files.choose('.json,.csv,.tsv,.txt,application/json,text/csv');
    if (file !== null) await take(file);
  };
  const { hovering, ...dropTarget } = useFileDrop((file) => void take(file));
  return (
    <Section level={2} title="Import a profile">
      <div ref={panel} className={styles.drop} data-hovering={hovering} {...dropTarget}>
        <Button icon="open" onClick={() => void choose()}>
          Choose a file…
        </Button>
        <span className={styles.small}>
          or drop it here: JSON of Splitscape, ONNX Runtime’s own profile (JSON), or a table (CSV) with a time
          for each block. So a real server’s or phone’s times become a MEC host, the cloud, or the UE.
        </span>
      </div>
      <div role="status">
        {outcome.status === 'reading' && <p>Reading {outcome.name}…</p>}
        {outcome.status === 'read' && (
          <p data-imported>
            Read {formatCount(outcome.kept.length, 'profile')} from {outcome.name}, now in the history.
          </p>
        )}
      </div>
      {outcome.status === 'read' && <ReadOutcome outcome={outcome} />}
      {outcome.status === 'failed' && (
        <Note tone="error" role="alert">
          {outcome.name}: <strong>{outcome.description.title}</strong> {outcome.description.action}
        </Note>
      )}
    </Section>
  );
}

function ReadOutcome({ outcome }: { readonly outcome: Extract<Outcome, { status: 'read' }> }) {
  const { kept, node, read } = outcome;
  return (
    <>
      {read.notes.map((note) => (
        <p key={note.kind} className={styles.small}>
          {describeImportNote(note)}
        </p>
      ))}
      <ul className={styles.imported}>
        {kept.map((profile) => (
          <ImportedProfile key={profile.id} profile={profile} likely={node} workload={read.workload} />
        ))}
      </ul>
    </>
  );
}

interface ImportedProps {
  readonly profile: Profile;
  readonly likely: NodeId | undefined;
  readonly workload: Workload | null;
}

/** For which node it speaks; a profile of another model first needs that model. */
function ImportedProfile({ profile, likely, workload }: ImportedProps) {
  const scenario = useApp((state) => state.scenario);
  const adoptProfile = useApp((state) => state.adoptProfile);
  const edit = useApp((state) => state.edit);
  const [node, setNode] = useChosenNode(likely);
  const id = useId();
  const fits = profile.modelKey === workloadChain(scenario.workload).modelKey;
  const target = scenario.nodes.find((other) => other.id === node);
  const inUse = target?.device?.kind === 'measured' && target.device.profileId === profile.id;
  return (
    <li>
      <span id={id}>
        <strong>{profile.deviceName}</strong>, {profile.modelName}, {runtimeText(profile)}:{' '}
        {historyTotalText(profile)}
      </span>
      {fits ? (
        <span className={styles.actions}>
          <NodeChoice value={node} onChoose={setNode} label="It speaks for" />
          {inUse ? (
            <span>in use by {target.name}</span>
          ) : (
            <Button aria-describedby={id} onClick={() => adoptProfile(profile, node)}>
              Use it for {target?.name ?? ''}
            </Button>
          )}
        </span>
      ) : (
        <span className={styles.actions}>
          <span className={styles.small}>It is of another model than the scenario’s.</span>
          {workload !== null && (
            <Button onClick={() => edit((now) => changeWorkload(now, workload))}>
              Change to {profile.modelName}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
