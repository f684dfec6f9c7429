import { useEffect, useState } from 'react';
import type { Profile } from '../../../core/profile/types';
import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { Section } from '../../primitives/Section';
import { focusMainIfLost } from '../../shell/focusMain';
import { formatDate } from '../inspector/profileTexts';
import { CompareTwo } from './CompareTwo';
import { ExportBar } from './ExportBar';
import { HistoryTable } from './HistoryTable';
import { NodeChoice } from './NodeChoice';
import styles from './Profile.module.css';
import { runtimeText } from './profileWords';
import { RuntimeDetails } from './RuntimeDetails';
import { SeriesChart, type NamedProfile } from './SeriesChart';

/** Everything measured on this device or imported: to be named, compared, used by any node, exported, removed. */
export function ProfileHistory() {
  const profiles = useApp((state) => state.localProfiles);
  const sourceId = useApp((state) => state.scenario.sourceId);
  const removeAll = useApp((state) => state.removeAllProfiles);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [chosenNode, setNode] = useState<typeof sourceId | null>(null);
  const [asking, setAsking] = useState(false);
  const node = chosenNode ?? sourceId;
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
      <Selected profiles={selected} />
      <div className={styles.actions}>
        {asking && (
          <>
            <span role="alert">Remove all {profiles.length} for good?</span>
            <Button
              icon="remove"
              onClick={() => {
                setAsking(false);
                setTicked([]);
                void removeAll().then(focusMainIfLost);
              }}
            >
              Remove all
            </Button>
          </>
        )}
        {/* One button in two roles: a keyboard that asked stands on the answer that loses nothing. */}
        <Button look="quiet" {...(asking ? {} : { icon: 'remove' })} onClick={() => setAsking(!asking)}>
          {asking ? 'Keep them' : 'Remove all…'}
        </Button>
      </div>
    </Section>
  );
}

/** One: its blocks and what ran. Two: compared. More: side by side. */
function Selected({ profiles }: { readonly profiles: readonly Profile[] }) {
  const named = profiles.map((profile, index): NamedProfile => ({ name: nameOf(profiles, index), profile }));
  const [first, second] = named;
  if (first === undefined) return null;
  if (second === undefined) return <LookedInto named={first} />;
  if (named.length === 2) return <CompareTwo first={first} second={second} />;
  const sameModel = named.filter(({ profile }) => profile.modelKey === first.profile.modelKey);
  return <SeriesChart title="Side by side" fileName="side-by-side" profiles={sameModel} />;
}

function LookedInto({ named }: { readonly named: NamedProfile }) {
  const { profile } = named;
  const details = useApp((state) => state.profileDetails[profile.id]);
  const loadDetails = useApp((state) => state.loadProfileDetails);
  useEffect(() => void loadDetails(profile.id), [loadDetails, profile.id]);
  return (
    <>
      <SeriesChart title={`Blocks of ${named.name}`} fileName="blocks" profiles={[named]} />
      {details !== undefined && details !== null && details.kernels.length > 0 && (
        <RuntimeDetails name={runtimeText(profile)} modelKey={profile.modelKey} details={details} />
      )}
    </>
  );
}

/** What tells it from the others: what ran it where that is enough, else its name too, the date, a number. */
function nameOf(profiles: readonly Profile[], index: number): string {
  const ran = profiles.map(runtimeText);
  const named = profiles.map((profile) => `${profile.deviceName}, ${runtimeText(profile)}`);
  const dated = profiles.map(({ source }, at) =>
    'date' in source ? `${named[at]!}, ${formatDate(source.date)}` : named[at]!,
  );
  const oneName = new Set(profiles.map(({ deviceName }) => deviceName)).size === 1;
  const telling = [...(oneName && profiles.length > 1 ? [ran] : []), named, dated].find(
    (texts) => new Set(texts).size === texts.length,
  );
  return telling?.[index] ?? `${dated[index]!} (${index + 1})`;
}
