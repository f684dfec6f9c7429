/** Sharing a profile without saying on whose machine it was measured. */
import type { ProfileDetails } from '../detailsTypes';
import type { Profile } from '../types';
import type { ProfileFile } from './fileTypes';

/**
 * The profile without browser and hardware: the name that the visitor or the program gave the device becomes a neutral one. Times, threads and
 * steadiness stay: without them it is no profile.
 */
function stripDevice(profile: Profile): Profile {
  const { source } = profile;
  if (source.kind === 'measured') {
    return { ...profile, deviceName: 'A measured device', source: { ...source, deviceDetails: null } };
  }
  if (source.kind !== 'imported') return profile;
  // A file's name often is that of the machine it came from.
  const fileName = source.format === 'csv' ? 'table.csv' : 'profile.json';
  return { ...profile, deviceName: 'An imported device', source: { ...source, fileName } };
}

/** Details without the graphics adapter, and without what tells of the machine's cores and battery. */
function stripDetails(details: ProfileDetails): ProfileDetails {
  return {
    ...details,
    adapter: null,
    reasons: details.reasons
      .filter(({ kind }) => kind !== 'battery')
      .map((reason) => (reason.kind === 'more-threads-than-cores' ? { ...reason, cores: null } : reason)),
  };
}

/** A whole file likewise. */
export function stripFile<T extends Pick<ProfileFile, 'profiles' | 'details'>>(file: T): T {
  const { profiles, details } = file;
  return {
    ...file,
    profiles: profiles.map(stripDevice),
    ...(details !== undefined && {
      details: Object.fromEntries(Object.entries(details).map(([id, one]) => [id, stripDetails(one)])),
    }),
  };
}
