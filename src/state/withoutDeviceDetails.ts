import type { Scenario } from '../core/scenario/types';
import { isMeasured } from './fittingProfile';

/** The document without what its measurements say about browser and hardware; the same object when they say nothing. */
export function withoutDeviceDetails(scenario: Scenario): Scenario {
  const tells = scenario.profiles.some(
    (profile) => isMeasured(profile) && profile.source.deviceDetails !== null,
  );
  if (!tells) return scenario;
  return {
    ...scenario,
    profiles: scenario.profiles.map((profile) =>
      isMeasured(profile) ? { ...profile, source: { ...profile.source, deviceDetails: null } } : profile,
    ),
  };
}
