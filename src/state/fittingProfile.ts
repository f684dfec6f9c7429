/** Profiles measured on this device, and when one of them becomes the source's: pure functions. */
import { workloadChain } from '../core/model/workloadChain';
import { countedS } from '../core/profile/steadiness';
import type { Profile } from '../core/profile/types';
import { adoptProfile } from '../core/scenario/edits';
import type { Scenario, Workload } from '../core/scenario/types';
import type { MeasuredProfile } from './profilingTypes';

/** Whether the profile holds the times of exactly this model. */
export function fitsWorkload(profile: Profile, workload: Workload): boolean {
  const chain = workloadChain(workload);
  return profile.modelKey === chain.modelKey && profile.blocks.length === chain.blocks.length;
}

/**
 * After a change of the workload: where the source is measured but not for the new model, and this device was measured
 * for it before, that profile is adopted. Otherwise the same object (`profileFor` then lets the fallback speak).
 */
export function adoptFittingProfile(scenario: Scenario, localProfiles: readonly Profile[]): Scenario {
  const device = scenario.nodes.find((node) => node.id === scenario.sourceId)?.device;
  if (device?.kind !== 'measured') return scenario;
  const current = scenario.profiles.find(({ id }) => id === device.profileId);
  if (current !== undefined && fitsWorkload(current, scenario.workload)) return scenario;
  const fitting = localProfiles.filter((profile) => fitsWorkload(profile, scenario.workload));
  const best = preferredProfile(fitting.filter((profile) => dateOf(profile) === dateOf(fitting[0]!)));
  return best === null ? scenario : adoptProfile(scenario, scenario.sourceId, best);
}

/** Newest first. */
export function newestFirst(profiles: readonly Profile[]): readonly Profile[] {
  return [...profiles].sort((a, b) => dateOf(b).localeCompare(dateOf(a)));
}

/** Which of several measurements to use: a steady one before an unstable one, then the one that counts least time. */
export function preferredProfile(profiles: readonly Profile[]): MeasuredProfile | null {
  const ranked = profiles
    .filter(isMeasured)
    .sort(
      ({ source: a }, { source: b }) =>
        Number(a.steadiness === 'unstable') - Number(b.steadiness === 'unstable') ||
        countedS(a) - countedS(b),
    );
  return ranked[0] ?? null;
}

export function isMeasured(profile: Profile): profile is MeasuredProfile {
  return profile.source.kind === 'measured';
}

/** ISO 8601; empty for figures that nobody recorded. */
function dateOf({ source }: Profile): string {
  return 'date' in source ? source.date : '';
}
