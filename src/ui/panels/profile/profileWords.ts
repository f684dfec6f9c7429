/** What the Profile place says about a measurement, apart from its layout. */
import type { MeasuredSource, Profile } from '../../../core/profile/types';
import type { Scenario } from '../../../core/scenario/types';
import { fitsWorkload } from '../../../state/fittingProfile';
import type { ProfilingState } from '../../../state/types';
import { formatNumber, formatSeconds } from '../../format';
import { agreementText, formatThreads } from '../inspector/profileTexts';

export type Running = Extract<ProfilingState, { status: 'running' }>;
type Phase = NonNullable<Running['progress']>['phase'];

const phaseTexts: Readonly<Record<Phase, string>> = {
  'loading-runtime': 'Loading ONNX Runtime',
  'building-model': 'Building the model',
  'creating-session': 'Preparing the model',
  'warming-up': 'Warming up',
  measuring: 'Measuring',
};

/** What is going on, with which number of threads: "Measuring, 2 threads (2 of 2)". */
export function configurationText({ threads, current, progress }: Running): string {
  const phase = progress === null ? 'Starting' : phaseTexts[progress.phase];
  const configuration = formatThreads(threads[current] ?? 1);
  return threads.length === 1
    ? `${phase}, ${configuration}`
    : `${phase}, ${configuration} (${current + 1} of ${threads.length})`;
}

/** Whether threads may be used, how fine the clock is, and why. */
export function isolationText(isolated: boolean, clockS: number, threads: readonly number[]): string {
  const clock = `The clock of this page steps by ${formatSeconds(clockS)}.`;
  if (!isolated) {
    return `This site does not send the headers that isolate the page (COOP and COEP), so the model runs on 1 thread. ${clock} Blocks shorter than that are averaged over more runs, or marked as below it.`;
  }
  const most = Math.max(...threads);
  return most > 1
    ? `The page is isolated, so threads are available: 1 thread and ${most} threads are measured, the faster steady one is kept. ${clock}`
    : `The page is isolated, but this device offers one core: the model runs on 1 thread. ${clock}`;
}

export interface MeasuredProfile extends Profile {
  readonly source: MeasuredSource;
}

export function isMeasured(profile: Profile): profile is MeasuredProfile {
  return profile.source.kind === 'measured';
}

/** Why this configuration was kept and not the others; empty when it was the only one. */
export function keptReason(kept: MeasuredProfile, others: readonly MeasuredProfile[]): string {
  const [other] = others;
  if (other === undefined) return '';
  const name = formatThreads(kept.source.threads);
  const otherName = formatThreads(other.source.threads);
  if (other.source.steadiness === 'unstable' && kept.source.steadiness !== 'unstable') {
    return `${name} kept: the measurement with ${otherName} was not steady.`;
  }
  const gain = other.source.endToEndS / kept.source.endToEndS;
  return gain > 1
    ? `${name} kept: ${formatNumber(gain)} times as fast as ${otherName}.`
    : `${name} kept: as fast as ${otherName}.`;
}

/** How the block times were brought to the end-to-end time. */
export function factorText(source: MeasuredSource): string {
  const { clockS, factor, statistic, steadiness, sumS } = source;
  if (steadiness === 'unstable') {
    return `${agreementText(source)}. Because the machine was not steady, each block counts with its mean as it is: ${formatSeconds(sumS)} together.`;
  }
  const scaled = `Each block counts with its ${statistic} × ${formatNumber(factor)}, so that they add up to the median end-to-end time.`;
  return statistic === 'median'
    ? `${agreementText(source)}. ${scaled}`
    : `${agreementText(source)}. ${scaled} A block shorter than ${formatSeconds(clockS)}, the step of the clock, counts with what it takes at most.`;
}

/** Whether the phone (UE) in Play computes with a measurement, and if not, why. */
export function usageText(profile: MeasuredProfile, { nodes, sourceId, workload }: Scenario): string | null {
  const device = nodes.find(({ id }) => id === sourceId)?.device;
  if (device?.kind === 'measured' && device.profileId === profile.id) return null;
  return fitsWorkload(profile, workload)
    ? 'The phone (UE) in Play computes with another device now. Choose this measurement below to use it again.'
    : 'The model was changed meanwhile: the measurement is kept for when it fits again.';
}
