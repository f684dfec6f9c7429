/** What the air between the UE and its cell carries at an SNR, all of the cell's air time taken together. */
import { err, ok, type Result } from '../result';
import { findCarrierFault, frequencyRange, resourceBlocksOf } from './carriers';
import { efficiencyOf } from './linkAdaptation';
import { mbpsPerEfficiency, overhead } from './peakRate';
import type { RadioFault, RadioSettings } from './types';

/** SNR [dB] to Mbit/s; 0 = out of range, NaN too. Allocation-free; never less at a higher SNR. */
export interface AccessRates {
  readonly upMbps: (snrDb: number) => number;
  readonly downMbps: (snrDb: number) => number;
}

/**
 * Efficiency * layers * PRB * 12 / Ts * (1 - OH) * part of the slots (TDD); the uplink at most its cap. Infinity as SNR gives the
 * most there is.
 *
 * Errors: no 5G carrier has these settings.
 */
export function accessRates(radio: RadioSettings): Result<AccessRates, RadioFault> {
  const range = frequencyRange(radio.carrierGHz);
  const resourceBlocks = resourceBlocksOf(radio);
  if (range === null || resourceBlocks === null) return err(findCarrierFault(radio)!);
  const { subcarrierKHz, uplinkLayers, downlinkLayers, uplinkShare } = radio;
  const carrier = { resourceBlocks, subcarrierKHz };
  const up =
    uplinkShare * mbpsPerEfficiency({ ...carrier, layers: uplinkLayers, overhead: overhead[range].up });
  const down =
    (1 - uplinkShare) *
    mbpsPerEfficiency({ ...carrier, layers: downlinkLayers, overhead: overhead[range].down });
  const capMbps = radio.uplinkCapMbps ?? Infinity;
  const efficiencyAt = efficiencyOf(radio.adaptation);
  return ok({
    upMbps: (snrDb) => Math.min(capMbps, up * efficiencyAt(snrDb)),
    downMbps: (snrDb) => down * efficiencyAt(snrDb),
  });
}
