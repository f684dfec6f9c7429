/** What the Profile place says about a measurement, apart from its layout. */
import { countedS } from '../../../core/profile/steadiness';
import type { MeasuredSource, Profile } from '../../../core/profile/types';
import type { Scenario } from '../../../core/scenario/types';
import { fitsWorkload, isMeasured } from '../../../state/fittingProfile';
import type { ConfigurationRun, MeasuredProfile, ProfilingState } from '../../../state/profilingTypes';
import { formatNumber, formatPercent, formatSeconds } from '../../format';
import { agreementText, configurationName, totalOf } from '../inspector/profileTexts';

type Progress = NonNullable<Extract<ConfigurationRun, { status: 'running' }>['progress']>;

const phaseTexts: Readonly<Record<Progress['phase'], string>> = {
  'loading-runtime': 'Loading ONNX Runtime',
  'building-model': 'Building the model',
  'creating-session': 'Preparing the model',
  'first-run': 'First run',
  'warming-up': 'Warming up',
  measuring: 'Measuring',
};

/** What is going on in a configuration, without its name: "Measuring". */
function phaseText(progress: Progress | null): string {
  return progress === null ? 'Starting' : phaseTexts[progress.phase];
}

/** The phase with what is known so far: "Measuring, 25 runs, 8.1 ms ± 3 %". */
export function progressText(progress: Progress | null): string {
  const phase = phaseText(progress);
  if (progress === null || progress.runs === 0) return phase;
  const { endToEndMedianS, halfWidth, runs } = progress;
  const time = endToEndMedianS === null ? '' : `, ${formatSeconds(endToEndMedianS)}`;
  return `${phase}, ${runs} runs${time}${halfWidth === null ? '' : ` ± ${formatPercent(halfWidth)}`}`;
}

/** Said aloud when the phase changes and when there is a result, not with every run. */
export function announcement(profiling: ProfilingState): string {
  switch (profiling.status) {
    case 'idle':
    case 'no-files':
      return '';
    case 'running': {
      const at = profiling.runs.findIndex(({ status }) => status === 'running');
      const run = profiling.runs[at];
      if (run?.status !== 'running') return 'Starting';
      const count = profiling.runs.length === 1 ? '' : ` (${at + 1} of ${profiling.runs.length})`;
      return `${phaseText(run.progress)}, ${configurationName(run.configuration)}${count}`;
    }
    case 'done':
      return profiling.best === null ? 'Nothing was measured.' : measuredText(profiling.best);
  }
}

/** Part done of the whole matrix, 0..1. */
export function matrixFraction(runs: readonly ConfigurationRun[]): number {
  const parts = runs.map((run) => {
    if (run.status === 'waiting') return 0;
    return run.status === 'running' ? (run.progress?.fraction ?? 0) : 1;
  });
  return parts.reduce<number>((sum, part) => sum + part, 0) / Math.max(1, runs.length);
}

/** Why one of several measurements is the one to use; empty when it was the only one. */
export function bestReason(best: MeasuredProfile, others: readonly MeasuredProfile[]): string {
  const name = configurationName(best.source);
  const steady = others.filter(({ source }) => source.steadiness !== 'unstable');
  const isSteady = best.source.steadiness !== 'unstable';
  if (others.length === 0) return '';
  const rivals = isSteady ? steady : others;
  const restless =
    isSteady && steady.length < others.length
      ? ` Not steady, so not chosen: ${listed(others.filter((other) => !steady.includes(other)))}.`
      : '';
  const next = [...rivals].sort((a, b) => countedS(a.source) - countedS(b.source))[0];
  if (next === undefined) return `${name}.${restless}`;
  const gain = countedS(next.source) / countedS(best.source);
  const nextName = configurationName(next.source);
  const [, high] = best.source.endToEndIntervalS;
  if (isSteady && high >= next.source.endToEndIntervalS[0]) {
    return `${name}; ${nextName} is as fast within the 95 % intervals.${restless}`;
  }
  const lead = `${name}: ${formatNumber(gain)} times as fast as ${nextName}`;
  return isSteady ? `${lead}.${restless}` : `${lead}, by their means: none of these is steady.`;
}

const listed = (profiles: readonly MeasuredProfile[]): string =>
  profiles.map(({ source }) => configurationName(source)).join('; ');

/** What the badges mean, in a line. */
export const steadinessText =
  'Good: the blocks add up to the whole within 5 %, and its 95 % interval is within ± 5 %. Fair: both within 10 %. Unstable: one of them is not.';

/** Badge's title: the reason of this measurement, then what the grades mean. */
export function badgeTitle({ reason }: MeasuredSource): string {
  return reason === '' ? steadinessText : `${reason} ${steadinessText}`;
}

/** The total Play computes with, by its name: bounds of short blocks may lift it above the median. */
export function totalText(profile: MeasuredProfile): string {
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

/** Total of any profile of the history. */
export function historyTotalText(profile: Profile): string {
  return isMeasured(profile) ? totalAndMedianText(profile) : formatSeconds(totalOf(profile));
}

/** Said aloud when it is done: "Measured: mean 8.14 ms, unstable, for ResNet-18, WebAssembly, 1 thread". */
function measuredText(profile: MeasuredProfile): string {
  const { source, modelName } = profile;
  return `Measured: ${totalText(profile)}, ${source.steadiness}, for ${modelName}, ${configurationName(source)}`;
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
export function usageText(profile: Profile, { nodes, sourceId, workload }: Scenario): string | null {
  const device = nodes.find(({ id }) => id === sourceId)?.device;
  if (device?.kind === 'measured' && device.profileId === profile.id) return null;
  return fitsWorkload(profile, workload)
    ? 'The phone (UE) in Play computes with another device now.'
    : 'The model was changed meanwhile: the measurement is kept for when it fits again.';
}

/** Names of the nodes that compute with a profile, in the document's order. */
export function usersOf(profile: Profile, { nodes }: Scenario): readonly string[] {
  return nodes
    .filter(({ device }) => device?.kind === 'measured' && device.profileId === profile.id)
    .map(({ name }) => name);
}

/** What ran the model, in a word or two, for any profile of the history. */
export function runtimeText(profile: Profile): string {
  const { source } = profile;
  if (source.kind === 'measured') return configurationName(source);
  if (source.kind !== 'imported') return '';
  return source.format === 'csv' ? 'from a table' : `ONNX Runtime${providerText(source.provider)}`;
}

const providerText = (provider: string | null): string =>
  provider === null ? '' : `, ${provider.replace(/ExecutionProvider$/, '')}`;
