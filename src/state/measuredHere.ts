/**
 * Which measurements this browser made: remembered by id and a digest of everything in them, also after a saved one was
 * removed or replaced, because documents and links go on carrying it. A copy with other figures has another mark.
 */
import { hashHex } from '../core/model/hash';
import type { Profile } from '../core/profile/types';
import type { LocalStore } from '../services/types';
import type { ProfilingData } from './profilingTypes';

/** Enough for years of measuring, and some 60 kB at most; the oldest go first. */
const mostMarks = 1000;

/** What a measurement is called until somebody names it. */
export const unnamed = 'This device';

type Marker = (profile: Profile) => string;

/** The id and what the figures hash to. It tells a changed copy; it is no seal. */
export const markOf: Marker = createMarker(['deviceDetails', 'reason']);

/** As marks were made while sharing left the sentences on steadiness as they are: browsers still hold such marks. */
const earlierMarkOf: Marker = createMarker(['deviceDetails']);

/**
 * Reading a document orders fields as the schema does, and sharing leaves out what is said about browser and hardware.
 * Everything else counts, 90th percentiles, fastest runs and cold start included, and the name: a stranger's must not be
 * called ours.
 */
function createMarker(leftOut: readonly string[]): Marker {
  const inOneOrder = (key: string, value: unknown): unknown => {
    if (leftOut.includes(key)) return null;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  const marks = new WeakMap<Profile, string>();
  return (profile) => {
    const known = marks.get(profile);
    if (known !== undefined) return known;
    const text = JSON.stringify(profile, inOneOrder);
    // Two passes with different beginnings: 64 bits.
    const mark = `${profile.id} ${hashHex(text)}${hashHex(`again ${text}`)}`;
    marks.set(profile, mark);
    return mark;
  };
}

/** @param marks - of everything that this browser has measured */
export function isMeasuredHere(profile: Profile, marks: readonly string[]): boolean {
  return marks.includes(markOf(profile)) || marks.includes(earlierMarkOf(profile));
}

/** The marks in the local store; none where it is blocked or holds something else. */
export function recallMarks(localStore: LocalStore): readonly string[] {
  const stored = localStore.read('measured-here');
  return stored.ok && Array.isArray(stored.value)
    ? stored.value.filter((mark) => typeof mark === 'string').slice(-mostMarks)
    : [];
}

/** The marks with those of `profiles`; the same array when they are all there. */
export function withMarks(known: readonly string[], profiles: readonly Profile[]): readonly string[] {
  const added = profiles.map(markOf).filter((mark) => !known.includes(mark));
  return added.length === 0 ? known : [...known, ...added].slice(-mostMarks);
}

/** What this browser keeps, and how to tell what it measured itself. */
export type Own = Pick<ProfilingData, 'localProfiles' | 'measuredHere'>;

/** The part of the history that this browser measured. */
export function measuredByThisBrowser({ localProfiles, measuredHere }: Own): readonly Profile[] {
  return localProfiles.filter((profile) => isMeasuredHere(profile, measuredHere));
}
