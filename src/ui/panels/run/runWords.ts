/** Every sentence of the Run tab. */
import type { NodeId } from '../../../core/network/types';
import { profileFor } from '../../../core/profile/profileFor';
import type { Scenario } from '../../../core/scenario/types';
import { partsOf, shapedTransfersOf, transfersOf } from '../../../core/split/executionPlan';
import { mostTransferShare, type SplitSummary } from '../../../core/split/splitStatistics';
import type { Cell, ExecutionPart, ExecutionPlan, Stage } from '../../../core/split/types';
import type { Prepared } from '../../../state/splitPreparation';
import type { PartThreads, SplitPhase, SplitReport, SplitRunOptions } from '../../../state/splitRunTypes';
import { namesOf, type Names } from '../../errors/names';
import { blocksPhrase, joinWords } from '../../explain/words';
import { formatBytes, formatCount, formatNumber, formatPercent, formatSeconds } from '../../format';
import { configurationName, formatThreads, profileTexts } from '../inspector/profileTexts';
import { bandShare } from './errorChartLayout';
import type { PartsRow } from './partsChartLayout';

export const phaseTexts: Readonly<Record<SplitPhase, string>> = {
  cutting: 'Cutting the model',
  loading: 'Loading the parts into their workers',
  calibrating: 'Measuring what copies and messages cost here',
  'warming-up': 'Warming up',
  measuring: 'Executing',
  checking: 'Comparing the results',
};

type Engine = Pick<Prepared['predictor'], 'backend' | 'threads'>;

/** "a worker of this page, WebAssembly, 1 thread" or "the edge server". */
export function placeText(isRemote: boolean, engine: Engine): string {
  return isRemote ? 'the edge server' : `a worker of this page, ${configurationName(engine)}`;
}

export function predictorText({ predictor }: Pick<Prepared, 'predictor'>): string {
  const { profile, isMeasuredHere } = predictor;
  return isMeasuredHere
    ? `Predicted with ${profile.deviceName}, measured here with ${configurationName(predictor)}.`
    : `This device has not been measured for this model: the prediction takes ${profile.deviceName}, modelled, and will be far off.`;
}

/** What the node that an edge server stands for computes with, and where that is from: "Jetson Nano, modelled". */
function predictedFrom(scenario: Scenario, id: NodeId, measuredHere: readonly string[]): string {
  const node = scenario.nodes.find((candidate) => candidate.id === id);
  const profile = node === undefined ? null : profileFor(scenario, node).profile;
  if (profile === null) return 'the plan';
  const { device, badge } = profileTexts(profile, measuredHere);
  return `${device}, ${badge}`;
}

/** What leaves this device when an edge server stands for a node; null where nothing does. */
export function sentText(
  { plans, scenario }: Pick<Prepared, 'plans' | 'scenario'>,
  edgeNode: NodeId | null,
  server: string | null,
  measuredHere: readonly string[],
): string | null {
  const parts = plans.flatMap(partsOf).filter(({ node }) => node === edgeNode);
  if (edgeNode === null || parts.length === 0) return null;
  const name = namesOf(scenario).node(edgeNode);
  const to = server === null ? 'the edge server' : `${server}, your edge server,`;
  const predicted = `Times on ${name} are predicted from ${predictedFrom(scenario, edgeNode, measuredHere)}.`;
  if (plans.length > 1) {
    const all = blocksPhrase(
      Math.min(...parts.map(({ from }) => from)),
      Math.max(...parts.map(({ to: end }) => end)),
    );
    return `At each cut the part on ${name} and its weights are sent to ${to} anew: in all ${all}. ${predicted}`;
  }
  return `${capital(joinWords(parts.map(({ from, to: end }) => blocksPhrase(from, end))))} and ${isOneBlock(parts) ? 'its weights' : 'their weights'} are sent to ${to} at the start of every run. ${predicted}`;
}

const isOneBlock = ([first, ...others]: readonly ExecutionPart[]): boolean =>
  others.length === 0 && first !== undefined && first.to === first.from + 1;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
  const sure =
    runs < fewestRuns
      ? `${runs === 1 ? 'one run' : `median of ${runs} runs`}, too few to say how sure that is`
      : `95 % of the median of ${runs} runs: ${formatSeconds(total.intervalS[0])} to ${formatSeconds(total.intervalS[1])}`;
  return `Predicted ${formatSeconds(predicted.totalS)}; ${verb} ${formatSeconds(total.seconds)} (${sure}), ${formatPercent(error)} off.`;
}

/** A cancelled run may keep fewer; an interval of them would mean nothing. */
const fewestRuns = 3;

/** Where most of the difference between prediction and execution lies; null within the chart's band, or where nothing stands out. */
export function culpritText(rows: readonly PartsRow[]): string | null {
  const total = rows.find(({ kind }) => kind === 'total');
  if (total === undefined || Math.abs(total.predictedS / total.executedS - 1) <= bandShare) return null;
  const off = total.executedS - total.predictedS;
  const worst = rows.find(
    ({ kind, predictedS, executedS }) => kind !== 'total' && (executedS - predictedS) / off > 0.5,
  );
  return worst === undefined
    ? null
    : `Most of the difference: ${worst.name}, predicted ${formatSeconds(worst.predictedS)}, executed ${formatSeconds(worst.executedS)}.`;
}

/**
 * Median and p90 of the errors, in words.
 *
 * @param hasServer - an edge server ran parts, so that there is a real link
 */
export function summaryText(
  { cells, counted, pace, compute, total }: SplitSummary,
  hasServer: boolean,
): string {
  const rule = `the link takes at most ${formatPercent(mostTransferShare)} of the total`;
  if (compute === null || total === null) {
    const reason = hasServer
      ? 'the figure would tell how far the real link is from the drawn one, so there is none for the error'
      : 'a link in software is exact by construction and would flatter the prediction, so there is no figure for the error. Raise the capacity';
    return `In none of ${formatCount(cells, 'cell')} ${rule}: ${reason}.`;
  }
  const which =
    counted === cells ? formatCount(cells, 'cell') : `${counted} of ${cells} cells (those in which ${rule})`;
  return `Over ${which}, the prediction${todayText(pace)} is off by ${formatPercent(total.median)} (median) and ${formatPercent(total.p90)} (p90) for the total, and by ${formatPercent(compute.median)} and ${formatPercent(compute.p90)} for computing alone.`;
}

/** " (at today’s pace, × 1.07)"; nothing where no pace was found. */
function todayText([least, most]: SplitSummary['pace']): string {
  if (least === 1 && most === 1) return '';
  const [from, to] = [formatNumber(least), formatNumber(most)];
  return ` (at today’s pace, × ${from === to ? from : `${from} to × ${to}`})`;
}

/** Where predicted and executed times come from: of what ran here, and of what an edge server ran. */
export function provenanceText(report: SplitReport, measuredHere: readonly string[]): string {
  const { options, cells, scenario } = report;
  const { edgeNode } = options;
  const plans = cells.map(({ plan }) => plan);
  const nodes = plans.flatMap(partsOf).map(({ node }) => node);
  const isServed = edgeNode !== null && nodes.includes(edgeNode);
  const shaped = plans.flatMap((plan) => shapedTransfersOf(plan, edgeNode));
  const hasRealLink = plans.flatMap(transfersOf).length > shaped.length;
  const sentences = [
    ...(nodes.every((node) => node === edgeNode) ? [] : [hereText(report, isServed)]),
    ...(isServed
      ? [
          `What ${namesOf(scenario).node(edgeNode)} computes ran on the edge server: measured there, not scaled, and predicted from ${predictedFrom(scenario, edgeNode, measuredHere)}.`,
        ]
      : []),
    ...(hasRealLink ? ['The link to the edge server is the real one, predicted as it is drawn.'] : []),
    ...(shaped.length === 0 ? [] : [`${hasRealLink ? 'Other links' : 'Links'} are shaped in software.`]),
  ];
  return sentences.join(' ');
}

function hereText(report: SplitReport, isServed: boolean): string {
  const { options, profile, isMeasuredHere } = report;
  const predicted = isMeasuredHere
    ? `measured here with ${configurationName(report)}`
    : `modelled (${profile.deviceName})`;
  const others = isServed ? ' of the other parts' : '';
  const executed =
    options.speed === 'node'
      ? `Executed times of ${isServed ? 'the other parts' : 'parts'} are scaled to the device of their node by a factor, and so are no measurement of that device.`
      : `Executed times${others} are measured here, as fast as this device really is.`;
  return `Block times${others}: ${predicted}. ${executed}`;
}

/** Where parts ran on other numbers of threads than their prediction is of; null where they did not. */
export function threadsText({ pageThreads, edgeThreads }: SplitReport): string | null {
  const unlike = (threads: PartThreads | null, who: string): readonly string[] =>
    threads === null || threads.asked === threads.given
      ? []
      : [
          `${who} ran with ${formatThreads(threads.given)}, not with the ${threads.asked} that the prediction is of.`,
        ];
  const sentences = [
    ...unlike(pageThreads, 'The workers of this page'),
    ...unlike(edgeThreads, 'The edge server'),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
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
  return `Measured here: starting a part ${formatSeconds(costs.into.fixedS)}, copying into the runtime ${perMB(costs.into.perByteS)} and out of it ${perMB(costs.out.perByteS)}; a message to a worker and back ${formatSeconds(costs.message.fixedS)}; a transfer ${formatSeconds(costs.shipping.fixedS)}, and for encoding and decoding ${perMB(costs.shipping.perByteS)}.${paceText(costs.pace)}`;
}

function paceText(pace: number): string {
  return pace === 1
    ? ''
    : ` Just before the executions and in turn with them, the whole model took ${formatNumber(pace)} times what its measurement says; the prediction takes that into account.`;
}
