/** Every sentence of the Run tab. */
import type { Cell, ExecutionPlan, Stage } from '../../../core/split/types';
import { partsOf } from '../../../core/split/executionPlan';
import { mostTransferShare, type SplitSummary } from '../../../core/split/splitStatistics';
import type { Scenario } from '../../../core/scenario/types';
import type { Prepared } from '../../../state/splitPreparation';
import type { ResultCheck, SplitPhase, SplitReport, SplitRunOptions } from '../../../state/splitRunTypes';
import type { Names } from '../../errors/names';
import { blocksPhrase, joinWords } from '../../explain/words';
import { formatBytes, formatCount, formatNumber, formatPercent, formatSeconds } from '../../format';
import { formatThreads } from '../inspector/profileTexts';
import type { PartsRow } from './partsChartLayout';

export const phaseTexts: Readonly<Record<SplitPhase, string>> = {
  cutting: 'Cutting the model',
  loading: 'Loading the parts into their workers',
  calibrating: 'Measuring what copies and messages cost here',
  'warming-up': 'Warming up',
  measuring: 'Executing',
  checking: 'Comparing the results',
};

/** "one worker of this page, 1 thread" or "the edge server". */
export function placeText(isRemote: boolean, threads: number): string {
  return isRemote ? 'the edge server' : `a worker of this page, ${formatThreads(threads)}`;
}

export function predictorText({ predictor }: Pick<Prepared, 'predictor'>): string {
  const { profile, isMeasuredHere, threads } = predictor;
  return isMeasuredHere
    ? `Predicted with ${profile.deviceName}, measured here with ${formatThreads(threads)}.`
    : `This device has not been measured for this model: the prediction takes ${profile.deviceName}, modelled, and will be far off.`;
}

/** "Every part runs on Phone: there is no cut, so the whole model runs once, in one worker." */
export function wholeText(plan: ExecutionPlan, names: Names): string | null {
  const parts = partsOf(plan);
  const [only] = parts;
  if (parts.length !== 1 || only === undefined) return null;
  return `This plan runs everything on ${names.node(only.node)}: there is no cut, so the model runs whole, in one worker.`;
}

export function stageName(stage: Stage, names: Names): string {
  if (stage.kind === 'part') return `${names.node(stage.node)}, ${blocksPhrase(stage.from, stage.to)}`;
  const [first] = stage.hops;
  const last = stage.hops.at(-1);
  return first === undefined || last === undefined
    ? 'link'
    : `${names.node(first.from)} → ${names.node(last.to)}, ${formatBytes(stage.bytes)}`;
}

export const handlingName = 'Messages and encoding';

/** "290 Mbit/s + 1 ms, 10 Gbit/s": every hop of a transfer. */
export function hopsText(stage: Extract<Stage, { kind: 'transfer' }>): string {
  return stage.hops
    .map(({ bitsPerSecond, fixedS }) => {
      const rate = `${formatNumber(bitsPerSecond / 1e6)} Mbit/s`;
      return fixedS > 0 ? `${rate} + ${formatSeconds(fixedS)}` : rate;
    })
    .join(', then ');
}

export function cutsText(cuts: readonly number[]): string {
  return cuts.length === 0 ? 'no cut' : `cut after ${joinWords(cuts.map((cut) => `block ${cut}`))}`;
}

export function cellName({ cuts, bandwidth }: Pick<Cell, 'cuts' | 'bandwidth'>): string {
  return `${cutsText(cuts)}, capacity × ${formatNumber(bandwidth)}`;
}

export function cellSummary({ predicted, total, runs }: Cell, options: SplitRunOptions): string {
  const error = Math.abs(predicted.totalS / total.seconds - 1);
  const verb = options.speed === 'node' ? 'executed and scaled' : 'executed';
  return `Predicted ${formatSeconds(predicted.totalS)}; ${verb} ${formatSeconds(total.seconds)} (95 % of the median of ${runs} runs: ${formatSeconds(total.intervalS[0])} to ${formatSeconds(total.intervalS[1])}), ${formatPercent(error)} off.`;
}

/** A prediction this near needs no culprit; the chart's band is as wide. */
const nearEnough = 0.15;

/** Where most of the difference between prediction and execution lies; null where they are near, or nothing stands out. */
export function culpritText(rows: readonly PartsRow[]): string | null {
  const total = rows.find(({ kind }) => kind === 'total');
  if (total === undefined || Math.abs(total.predictedS / total.executedS - 1) <= nearEnough) return null;
  const off = total.executedS - total.predictedS;
  const worst = rows.find(
    ({ kind, predictedS, executedS }) => kind !== 'total' && (executedS - predictedS) / off > 0.5,
  );
  return worst === undefined
    ? null
    : `Most of the difference: ${worst.name}, predicted ${formatSeconds(worst.predictedS)}, executed ${formatSeconds(worst.executedS)}.`;
}

/** Median and p90 of the errors, in words. */
export function summaryText({ cells, counted, compute, total }: SplitSummary): string {
  const rule = `the link takes at most ${formatPercent(mostTransferShare)} of the total`;
  if (compute === null || total === null) {
    return `In none of ${formatCount(cells, 'cell')} ${rule}: a link is exact by construction and would flatter the prediction, so there is no figure for the error. Raise the capacity.`;
  }
  const which =
    counted === cells ? formatCount(cells, 'cell') : `${counted} of ${cells} cells (those in which ${rule})`;
  return `Over ${which}, the prediction is off by ${formatPercent(total.median)} (median) and ${formatPercent(total.p90)} (p90) for the total, and by ${formatPercent(compute.median)} and ${formatPercent(compute.p90)} for computing alone.`;
}

export function provenanceText(report: SplitReport): string {
  const { options, profile, isMeasuredHere, threads } = report;
  const predicted = isMeasuredHere
    ? `measured here with ${formatThreads(threads)}`
    : `modelled (${profile.deviceName})`;
  const executed =
    options.speed === 'node'
      ? 'Executed times of parts are scaled to the device of their node by a factor, and so are no measurement of that device; links are shaped in software.'
      : 'Executed times are measured here, as fast as this device really is; links are shaped in software.';
  const edge = options.edgeNode === null ? '' : ' The link to the edge server is the real one.';
  return `Block times: ${predicted}. ${executed}${edge}`;
}

/** How the machine is today, against the day of the measurement. */
export function driftText({ whole, profile, isMeasuredHere }: SplitReport, profileS: number): string | null {
  if (whole === null || !isMeasuredHere) return null;
  const ratio = whole.seconds / profileS;
  const change =
    Math.abs(ratio - 1) < 0.02
      ? 'as it did when it was measured'
      : `${formatPercent(Math.abs(ratio - 1))} ${ratio > 1 ? 'more' : 'less'} than when it was measured`;
  return `In between, the unsplit model took ${formatSeconds(whole.seconds)} (${profile.deviceName}: ${formatSeconds(profileS)}), ${change}.`;
}

export function costsText({ costs }: SplitReport): string | null {
  if (costs === null) return null;
  const perMB = (perByteS: number): string =>
    perByteS > 0 ? `${formatSeconds(perByteS * 1e6)} per MB` : 'too little to tell';
  return `Measured before the run: starting a part ${formatSeconds(costs.into.fixedS)}, copying into the runtime ${perMB(costs.into.perByteS)} and out of it ${perMB(costs.out.perByteS)}; a message to a worker and back ${formatSeconds(costs.message.fixedS)}; a transfer ${formatSeconds(costs.shipping.fixedS)}, and for encoding and decoding ${perMB(costs.shipping.perByteS)}.${paceText(costs.pace)}`;
}

function paceText(pace: number): string {
  return pace === 1
    ? ''
    : ` Just before the run and in turn with it, the whole model took ${formatNumber(pace)} times what its measurement says; the prediction takes that into account.`;
}

/** Whether the parts compute what the whole model computes. */
export function checkText(checks: readonly ResultCheck[], workload: Scenario['workload']): string | null {
  if (checks.length === 0) return null;
  const worst = Math.max(...checks.map(({ timed }) => timed.relative));
  const isLossless =
    workload.kind !== 'custom' && workload.shipped === 'fp32' && workload.rawInput === 'fp32';
  const exact = checks.flatMap((check) => check.exact ?? []);
  const where = checks.length === 1 ? 'the unsplit run' : `the unsplit run, at each of ${checks.length} cuts`;
  const ending =
    exact.length === 0
      ? ''
      : exact.every(({ same }) => same)
        ? ' Without the runtime’s optimisations it is the same, bit by bit.'
        : ` Without the runtime’s optimisations the largest difference is ${formatNumber(Math.max(...exact.map(({ relative }) => relative)))} of the largest value.`;
  if (worst === 0)
    return `The result is equal to that of ${where}, bit by bit.${exact.length > 0 ? ending : ''}`;
  if (!isLossless && workload.kind !== 'custom') {
    const lossy = [
      ...(workload.shipped === 'fp32' ? [] : [`features as ${workload.shipped}`]),
      ...(workload.rawInput === 'fp32' ? [] : [`the input as ${workload.rawInput}`]),
    ];
    return `With ${joinWords(lossy)} on the links, the result differs from that of ${where} by at most ${formatPercent(worst)} of its largest value.`;
  }
  const verdict = worst <= 1e-4 ? 'agrees with' : 'differs from';
  return `The result ${verdict} that of ${where}: the largest difference is ${formatNumber(worst, 2)} of the largest value, because what the runtime fuses differs across a cut.${ending}`;
}
