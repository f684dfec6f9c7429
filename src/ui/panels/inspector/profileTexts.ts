/** Where a profile's numbers come from and how sure they are, in words. */
import { secondsOf } from '../../../core/profile/blockTime';
import { isCoarse } from '../../../core/profile/stoppingRule';
import type { Backend, MeasuredSource, Profile } from '../../../core/profile/types';
import { unnamed } from '../../../state/measuredHere';
import { provenanceOf } from '../../../state/provenance';
import { formatNumber, formatPercent, formatSeconds } from '../../format';

/**
 * Shown beside the device's name and with the time of a block. A published figure is a total: how it spreads over the
 * blocks is our model, so its times are "modelled" and `how` names the publication.
 */
export type Badge =
  | 'measured here'
  | 'measured on another device'
  | 'measured by native ONNX Runtime'
  | 'imported'
  | 'modelled'
  | 'set by you';

export interface ProfileTexts {
  /** As people named it; until they do a measured profile says "This device", which is true only here. */
  readonly device: string;
  readonly badge: Badge;
  /** Sum of the block times: what the whole model takes on this device [s]. */
  readonly totalS: number;
  /** 95 % interval of that total [s]; null for figures that come without one. */
  readonly intervalS: readonly [number, number] | null;
  /** How the number came about, a sentence or two. */
  readonly how: string;
  /** The source to cite; null where it was measured or set by the user. */
  readonly citation: string | null;
}

export function profileTexts(profile: Profile, measuredHere: readonly string[]): ProfileTexts {
  const totalS = totalOf(profile);
  const intervalS = profile.source.kind === 'measured' ? intervalOf(profile.source, totalS) : null;
  const { badge, how, citation } = wordsOf(profile, measuredHere);
  const isOther = provenanceOf(profile, measuredHere).kind === 'measured-elsewhere';
  const device = isOther && profile.deviceName === unnamed ? 'Another device' : profile.deviceName;
  return { device, badge, totalS, intervalS, how, citation };
}

/** The interval is that of the end-to-end median; means of an unsteady machine, or many bounds, add up to something else. */
function intervalOf(
  { endToEndIntervalS: [low, high], steadiness }: MeasuredSource,
  totalS: number,
): readonly [number, number] | null {
  return steadiness !== 'unstable' && low <= totalS && totalS <= high ? [low, high] : null;
}

function wordsOf(
  profile: Profile,
  measuredHere: readonly string[],
): Pick<ProfileTexts, 'badge' | 'how' | 'citation'> {
  const provenance = provenanceOf(profile, measuredHere);
  switch (provenance.kind) {
    case 'measured-here':
      return { badge: 'measured here', how: measuredHow(profile), citation: null };
    case 'measured-elsewhere':
      return {
        // A browser cannot run it: whoever measured did so with the command.
        badge:
          provenance.backend === 'native' ? 'measured by native ONNX Runtime' : 'measured on another device',
        how: measuredHow(profile),
        citation: null,
      };
    case 'published':
      return {
        badge: 'modelled',
        how: `${formatSeconds(provenance.totalS)} published for ${provenance.publishedFor}, spread over the blocks by our model.`,
        citation: provenance.citation,
      };
    case 'modelled':
      return {
        badge: 'modelled',
        how:
          profile.source.kind === 'published'
            ? `Modelled: ${formatSeconds(profile.source.totalS)} published for ${provenance.from}, scaled by multiply-accumulates and spread over the blocks.`
            : `Extrapolated: nothing is published for this model on this device, so ${provenance.from} is carried over.`,
        citation: provenance.citation,
      };
    case 'imported':
      return {
        badge: 'imported',
        how: importedHow(profile),
        citation: null,
      };
    case 'set-by-you':
      return {
        badge: 'set by you',
        how: `Speed ${formatNumber(provenance.speed)}x, where 1x runs 1 GMAC per second.`,
        citation: null,
      };
  }
}

/** What the whole model takes on the profile's device [s]. */
export function totalOf(profile: Profile): number {
  return profile.blocks.reduce((sum, block) => sum + secondsOf(block.time), 0);
}

export function formatDate(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

export function formatThreads(threads: number): string {
  return threads === 1 ? '1 thread' : `${threads} threads`;
}

const backendNames: Readonly<Record<Backend, string>> = {
  wasm: 'WebAssembly',
  webgpu: 'WebGPU',
  native: 'native ONNX Runtime',
};

/** What ran the model: "WebAssembly, 4 threads", "WebGPU". */
export function configurationName({
  backend,
  threads,
}: {
  readonly backend: Backend;
  readonly threads: number;
}): string {
  const name = backendNames[backend];
  return backend === 'webgpu' ? name : `${name}, ${formatThreads(threads)}`;
}

function measuredHow(profile: Profile): string {
  const { source } = profile;
  return source.kind === 'measured' ? measurementText(source, totalOf(profile)) : '';
}

/** File, format, runs and what the times are: "Read from server.json (ONNX Runtime's own profile), 1 Jan 2026: medians of 40 runs." */
function importedHow({ source }: Profile): string {
  if (source.kind !== 'imported') return '';
  const { date, fileName, format, provider, runs, statistic, unnamedS } = source;
  const what = format === 'csv' ? 'a table' : 'ONNX Runtime’s own profile';
  const times =
    statistic === 'given'
      ? 'times as the file gives them'
      : `block ${statistic}s${runs === null ? '' : ` of ${formatNumber(runs)} runs`}`;
  const on = provider === null ? '' : `, ${provider}`;
  const rest =
    unnamedS > 0
      ? ` ${formatSeconds(unnamedS)} of kernels that name no block count for the block before them.`
      : '';
  return `Read from ${fileName} (${what}${on}) on ${formatDate(date)}: ${times}.${rest}`;
}

/** Date, backend, threads, runs, and how the block times were brought to the end-to-end time. */
function measurementText(source: MeasuredSource, totalS: number): string {
  const median = formatSeconds(source.endToEndS);
  const endToEnd =
    source.steadiness === 'unstable' ? `mean ${formatSeconds(totalS)} (median ${median})` : median;
  const factor =
    source.steadiness === 'unstable'
      ? `block means${source.factor === 1 ? '' : ` × ${formatNumber(source.factor)}`}, because the machine was not steady`
      : `block ${source.statistic}s × ${formatNumber(source.factor)}, so that they add up to it`;
  const details = source.deviceDetails === null ? '' : ` On ${source.deviceDetails}.`;
  return `${formatDate(source.date)}, ${configurationName(source)}${source.estimated === true ? ' (estimated: blocks timed alone)' : ''}, ${source.runs} runs: ${endToEnd} end to end; ${factor}. ${agreementText(source)} (${source.steadiness}).${details}`;
}

/** What the gate grades, without a full stop: how far the blocks and the whole were apart before any scaling. */
export function agreementText({ clockS, endToEndS, ratio, steadiness, sumS }: MeasuredSource): string {
  if (ratio === undefined && steadiness === 'unstable') {
    return 'The blocks summed to more than 10 % beside the end-to-end time';
  }
  const graded = ratio ?? sumS / endToEndS;
  // Of a coarse clock only means say anything, of the plain runs too.
  const centre = isCoarse(clockS) ? 'mean' : 'median';
  return `The block ${centre}s summed to ${formatPercent(Math.abs(graded - 1))} ${graded < 1 ? 'below' : 'above'} the ${centre} end-to-end time`;
}
