/** Sharing a profile without saying on whose machine it was measured. */
import { describeReasons } from '../describeReasons';
import type { ProfileDetails } from '../detailsTypes';
import type { Reason } from '../reasonTypes';
import type { Profile } from '../types';
import type { ProfileFile } from './fileTypes';

/**
 * The profile without browser and hardware: the name that the visitor or the program gave the device becomes a neutral one. Times, threads and
 * steadiness stay: without them it is no profile. The sentences that say why it is not steady tell of cores, battery and developer tools
 * too: they are made again.
 *
 * @param details - stripped; without them nobody knows which of the sentences are harmless, and none stays
 */
function stripDevice(profile: Profile, details: ProfileDetails | undefined): Profile {
  const { source } = profile;
  if (source.kind === 'measured') {
    const reason = describeReasons(details?.reasons ?? [], source.backend === 'webgpu');
    return {
      ...profile,
      deviceName: 'A measured device',
      source: { ...source, reason, deviceDetails: null },
    };
  }
  if (source.kind !== 'imported') return profile;
  // A file's name often is that of the machine it came from.
  const fileName = source.format === 'csv' ? 'table.csv' : 'profile.json';
  return { ...profile, deviceName: 'An imported device', source: { ...source, fileName } };
}

/** These say in what state somebody's device was. */
const isTelling: readonly Reason['kind'][] = ['battery', 'devtools-open'];

/** Details without the graphics adapter, and without what tells of the machine's cores, battery and developer tools. */
function stripDetails(details: ProfileDetails): ProfileDetails {
  return {
    ...details,
    adapter: null,
    reasons: details.reasons
      .filter(({ kind }) => !isTelling.includes(kind))
      .map((reason) => (reason.kind === 'more-threads-than-cores' ? { ...reason, cores: null } : reason)),
  };
}

/** A whole file likewise. */
export function stripFile<T extends Pick<ProfileFile, 'profiles' | 'details'>>(file: T): T {
  const { profiles, details } = file;
  const stripped = new Map(Object.entries(details ?? {}).map(([id, one]) => [id, stripDetails(one)]));
  return {
    ...file,
    profiles: profiles.map((profile) => stripDevice(profile, stripped.get(profile.id))),
    ...(details !== undefined && { details: Object.fromEntries(stripped) }),
  };
}
