import { useEffect } from 'react';
import type { Profile } from '../../../core/profile/types';
import { detailsOf } from '../../../state/localProfiles';
import { useApp } from '../../../state/useStore';
import { formatDate } from '../inspector/profileTexts';
import { Note } from '../../primitives/Note';
import { CompareTwo } from './CompareTwo';
import { runtimeText } from './profileWords';
import { RuntimeDetails } from './RuntimeDetails';
import { SeriesChart, type NamedProfile } from './SeriesChart';

/** One: its blocks and what ran. Two: compared. More: side by side. */
export function SelectedProfiles({ profiles }: { readonly profiles: readonly Profile[] }) {
  const named = profiles.map((profile, index): NamedProfile => ({ name: nameOf(profiles, index), profile }));
  const [first, second] = named;
  if (first === undefined) return null;
  if (second === undefined) return <LookedInto named={first} />;
  if (named.length === 2) return <CompareTwo first={first} second={second} />;
  const isDrawn = ({ profile }: NamedProfile): boolean => profile.modelKey === first.profile.modelKey;
  const others = named.filter((each) => !isDrawn(each));
  return (
    <>
      <SeriesChart title="Side by side" fileName="side-by-side" profiles={named.filter(isDrawn)} />
      {others.length > 0 && (
        <Note role="note">
          Not drawn: {others.map(({ name, profile }) => `${name} (${profile.modelName})`).join('; ')}. Blocks
          can only be compared within one model, here {first.profile.modelName}.
        </Note>
      )}
    </>
  );
}

function LookedInto({ named }: { readonly named: NamedProfile }) {
  const { profile } = named;
  const details = useApp((state) => detailsOf(state.profileDetails, profile.id));
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
