/** An edge server and the link to it, in words. */
import type { Tools } from '../../../state/tools';
import type { MeasuredFigures } from '../../../state/edgeLink';
import type { EdgeState, MeasuredEdgeLink } from '../../../state/edgeTypes';
import { formatBytes, formatMbps, formatSeconds } from '../../format';
import { formatThreads } from '../inspector/profileTexts';

export type ConnectedEdge = Extract<EdgeState, { status: 'connected' }>;

export function engineText({ engine, engineVersion }: ConnectedEdge['facts']): string {
  return engine === 'native'
    ? `ONNX Runtime ${engineVersion}, native`
    : `ONNX Runtime ${engineVersion} on WebAssembly`;
}

export function coresText({ cores, threads }: ConnectedEdge['facts']): string {
  return `${cores === 1 ? '1 core' : `${cores} cores`}, ${formatThreads(threads)} for a part`;
}

export function roundTripText({ roundTripS }: MeasuredEdgeLink): string {
  const { median, p90, ci95, samples, tripsPerSample } = roundTripS;
  const each = tripsPerSample === 1 ? '' : ` of ${tripsPerSample} round trips each, for this page’s clock`;
  return `${formatSeconds(median)} (95 % interval ${formatSeconds(ci95[0])} to ${formatSeconds(ci95[1])}, p90 ${formatSeconds(p90)}, ${samples} samples${each})`;
}

export function throughputText({ bitsPerSecond, low, high, samples, bytes }: MeasuredEdgeLink['up']): string {
  return `${formatRate(bitsPerSecond)} (${formatRate(low)} to ${formatRate(high)}, ${samples} blocks of ${formatBytes(bytes)})`;
}

const formatRate = (bitsPerSecond: number): string => formatMbps(bitsPerSecond / 1e6);

export function figuresText(
  { aToBMbps, bToAMbps, propagationMs }: MeasuredFigures,
  forwards: boolean,
): string {
  const [up, down] = forwards ? [aToBMbps, bToAMbps] : [bToAMbps, aToBMbps];
  return `${formatMbps(up)} up, ${formatMbps(down)} down, ${formatSeconds(propagationMs / 1e3)} each way`;
}

/** What a page over plain http does without; null where nothing is lost. */
export function lostText({
  clockS,
  isSecure,
  crossOriginIsolated,
}: Pick<Tools['facts'], 'clockS' | 'isSecure' | 'crossOriginIsolated'>): string | null {
  if (isSecure && crossOriginIsolated) return null;
  const slow = `computes with one thread and has a clock that steps by ${formatSeconds(clockS)}`;
  return isSecure
    ? `This page is not cross-origin isolated: it ${slow}.`
    : `This page came over plain http: it has no WebGPU, ${slow}. What is sent is not encrypted. With npm run edge -- --tls nothing of it is lost.`;
}
