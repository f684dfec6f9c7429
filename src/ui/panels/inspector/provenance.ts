/** Where a profile's numbers come from, in words: the first and third of the questions every number answers. */
import { secondsOf } from '../../../core/profile/blockTime';
import type { MeasuredSource, Profile } from '../../../core/profile/types';
import { formatNumber, formatPercent, formatSeconds } from '../../format';

export interface Provenance {
  /** "measured here", "measured on another device", "published", "modelled" or "assumed". */
  readonly badge: string;
  /** Sum of the block times: what the whole model takes on this device [s]. */
  readonly totalS: number;
  /** 95 % interval of that total [s]; null for figures that come without one. */
  readonly intervalS: readonly [number, number] | null;
  /** How the number came about, a sentence or two. */
  readonly how: string;
  /** The source to cite; null where it was measured or set by the user. */
  readonly citation: string | null;
}

/** `isLocal`: the profile lies in this browser's own store. */
export function provenanceOf(profile: Profile, isLocal: boolean): Provenance {
  const totalS = totalOf(profile);
  const { source } = profile;
  switch (source.kind) {
    case 'measured':
      return {
        badge: isLocal ? 'measured here' : 'measured on another device',
        totalS,
        intervalS: source.endToEndIntervalS,
        how: measuredHow(source),
        citation: null,
      };
    case 'published':
      return {
        badge: source.scaled ? 'modelled' : 'published',
        totalS,
        intervalS: null,
        how: source.scaled
          ? `Modelled: ${formatSeconds(source.totalS)} published for ${source.publishedFor}, scaled by multiply-accumulates and spread over the blocks.`
          : `${formatSeconds(source.totalS)} published for ${source.publishedFor}, spread over the blocks by our model.`,
        citation: source.citation,
      };
    case 'extrapolated':
      return {
        badge: 'modelled',
        totalS,
        intervalS: null,
        how: `Extrapolated: nothing is published for this model on this device, so ${source.from} is carried over.`,
        citation: source.citation,
      };
    case 'assumed':
      return {
        badge: 'assumed',
        totalS,
        intervalS: null,
        how: `Set by hand: speed ${formatNumber(source.speed)}x, where 1x runs 1 GMAC per second.`,
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

function measuredHow(source: MeasuredSource): string {
  const backend = source.backend === 'wasm' ? 'WebAssembly' : 'WebGPU';
  const factor =
    source.statistic === 'mean'
      ? 'block means, because the machine was not steady'
      : `block medians times ${formatNumber(source.factor)} so that they add up to it`;
  const difference = formatPercent(Math.abs(source.sumS / source.endToEndS - 1));
  return `${formatDate(source.date)}, ${backend}, ${formatThreads(source.threads)}, ${source.runs} runs: ${formatSeconds(source.endToEndS)} end to end; ${factor}. The blocks summed to within ${difference} (${source.steadiness}).`;
}
