/** What the Profile place says about a measurement, apart from its layout. */
import { countedS } from '../../../core/profile/steadiness';
import type { MeasuredSource, Profile } from '../../../core/profile/types';
import type { Scenario } from '../../../core/scenario/types';
import { fitsWorkload } from '../../../state/fittingProfile';
import type { ProfilingState } from '../../../state/types';
import { formatNumber, formatSeconds } from '../../format';
import { agreementText, formatThreads, totalOf } from '../inspector/profileTexts';

export type Running = Extract<ProfilingState, { status: 'running' }>;
type Phase = NonNullable<Running['progress']>['phase'];

const phaseTexts: Readonly<Record<Phase, string>> = {
  'loading-runtime': 'Loading ONNX Runtime',
  'building-model': 'Building the model',
  'creating-session': 'Preparing the model',
  'first-run': 'First run',
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
  const gain = countedS(other.source) / countedS(kept.source);
  return gain > 1
    ? `${name} kept: ${formatNumber(gain)} times as fast as ${otherName}.`
    : `${name} kept: as fast as ${otherName}.`;
}

/** What the badges mean, in a line. */
export const steadinessText =
  'Good: the blocks add up to the whole within 5 %, and its 95 % interval is within ± 5 %. Fair: both within 10 %. Unstable: one of them is not.';

/** Badge's title: the reason of this measurement, then what the grades mean. */
export function badgeTitle({ reason }: MeasuredSource): string {
  return reason === '' ? steadinessText : `${reason} ${steadinessText}`;
}

/** The total Play computes with, by its name: bounds of short blocks may lift it above the median. */
function totalText(profile: MeasuredProfile): string {
  const { source } = profile;
  const total = formatSeconds(totalOf(profile));
  const median = formatSeconds(source.endToEndS);
  if (source.steadiness === 'unstable') return `mean ${total}`;
  return total === median ? median : `up to ${total}`;
}

/** Total and median in one: "mean 8.14 ms (median 1.82 ms)". */
export function totalAndMedianText(profile: MeasuredProfile): string {
  const total = totalText(profile);
  const median = formatSeconds(profile.source.endToEndS);
  return total === median ? total : `${total} (median ${median})`;
}

/** Said aloud when it is done: "Measured: mean 8.14 ms, unstable, for ResNet-18". */
export function measuredText(profile: Profile): string {
  if (!isMeasured(profile)) return '';
  return `Measured: ${totalText(profile)}, ${profile.source.steadiness}, for ${profile.modelName}`;
}

/** Two ends of an estimate, rounded to whole seconds: one figure where they meet. */
export function durationText(fromS: number, toS: number): string {
  const from = formatSeconds(Math.round(fromS));
  const to = formatSeconds(Math.round(toS));
  return from === to ? `about ${from}` : `${from} to ${to}`;
}

/** How the block times were brought to the end-to-end time. */
export function factorText(source: MeasuredSource): string {
  const { clockS, factor, statistic, steadiness } = source;
  if (steadiness === 'unstable') {
    return `${agreementText(source)}. ${meansText(source)}`;
  }
  const scaled = `Each block counts with its ${statistic} × ${formatNumber(factor)}, so that they add up to the median end-to-end time.`;
  return statistic === 'median'
    ? `${agreementText(source)}. ${scaled}`
    : `${agreementText(source)}. ${scaled} A block shorter than ${formatSeconds(clockS)}, the step of the clock, counts with what it takes at most.`;
}

/** Why Play uses means, and what they were brought to. */
function meansText({ endToEndMeanS, factor, sumS }: MeasuredSource): string {
  const why =
    'Because the machine was not steady, Play uses the mean of each block: stalls hit another block in every run, so medians miss them, while means add up to what a run takes on average';
  return endToEndMeanS === undefined || factor === 1
    ? `${why}, ${formatSeconds(sumS)}.`
    : `${why}. The profiled runs were disturbed more (${formatSeconds(sumS)}), so each mean counts × ${formatNumber(factor)}: ${formatSeconds(endToEndMeanS)}, the mean of the plain runs.`;
}

/** Whether the phone (UE) in Play computes with a measurement, and if not, why. */
export function usageText(profile: MeasuredProfile, { nodes, sourceId, workload }: Scenario): string | null {
  const device = nodes.find(({ id }) => id === sourceId)?.device;
  if (device?.kind === 'measured' && device.profileId === profile.id) return null;
  return fitsWorkload(profile, workload)
    ? 'The phone (UE) in Play computes with another device now. Choose this measurement below to use it again.'
    : 'The model was changed meanwhile: the measurement is kept for when it fits again.';
}
