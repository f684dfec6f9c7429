import { useMemo } from 'react';
import type { Profile } from '../../../core/profile/types';
import { profileFor } from '../../../core/profile/profileFor';
import { useApp } from '../../../state/useStore';
import { Section } from '../../primitives/Section';
import styles from './Inspector.module.css';
import { ProfileFacts } from './ProfileFacts';
import type { SectionLook } from './sectionLook';

/** Every profile in use with its source: where the numbers on screen come from. */
export function ProvenanceList(look: SectionLook) {
  // From the document, not the draft: capacities move in a draft, and no profile depends on them.
  const scenario = useApp((state) => state.scenario);
  const used = useMemo(() => {
    const byProfile = new Map<Profile, string[]>();
    for (const node of scenario.nodes) {
      const { profile } = profileFor(scenario, node);
      if (profile === null) continue;
      byProfile.set(profile, [...(byProfile.get(profile) ?? []), node.name]);
    }
    return [...byProfile];
  }, [scenario]);
  if (used.length === 0) return null;
  return (
    <Section {...look} title="Where the times come from">
      <div className={styles.profiles}>
        {used.map(([profile, names]) => (
          <ProfileFacts key={profile.id} profile={profile} usedBy={names.join(', ')} />
        ))}
      </div>
    </Section>
  );
}
