import type { Profile } from '../core/profile/types';
import type { Scenario } from '../core/scenario/types';
import { isMeasured } from './fittingProfile';

/**
 * The document without what its measurements say about browser and hardware; the same object when they say nothing. Why a
 * measurement is not steady goes too: the sentences may tell of cores, battery or developer tools.
 */
export function withoutDeviceDetails(scenario: Scenario): Scenario {
  if (!scenario.profiles.some(tells)) return scenario;
  return {
    ...scenario,
    profiles: scenario.profiles.map((profile) =>
      isMeasured(profile)
        ? { ...profile, source: { ...profile.source, reason: '', deviceDetails: null } }
        : profile,
    ),
  };
}

const tells = (profile: Profile): boolean =>
  isMeasured(profile) && (profile.source.deviceDetails !== null || profile.source.reason !== '');
