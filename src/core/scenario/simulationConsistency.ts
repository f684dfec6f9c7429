/** What the settings of a simulation must say about each other and about the drawing. */
import type { NetworkLink } from '../network/types';
import { findCarrierFault } from '../radio/carriers';
import type { RadioSettings } from '../radio/types';
import type { SimulationSettings } from '../simulation/settings';
import type { LinkShare, LinkTrace } from '../traffic/types';
import type { Inconsistency } from './consistency';

/** Why these settings do not go with each other or with these links, by a path within the settings; null if they do. */
export function findSimulationFault(
  links: readonly NetworkLink[],
  { radio, traffic, traces }: SimulationSettings,
): Inconsistency | null {
  const ids = new Set<string>(links.map((link) => link.id));
  return findRadioFault(radio) ?? findShareFault(ids, traffic.links) ?? findTraceFault(ids, traces);
}

function findRadioFault(radio: RadioSettings): Inconsistency | null {
  const fault = findCarrierFault(radio);
  if (fault === null) return null;
  if (fault.kind === 'carrier-outside-ranges') {
    const ranges = fault.ranges.map(({ fromGHz, toGHz }) => `from ${fromGHz} to ${toGHz}`);
    return { path: 'radio.carrierGHz', detail: `5G has no carrier there, only ${ranges.join(' and ')} GHz` };
  }
  const { pairs, range, subcarrierKHz } = fault;
  const pair = pairs.find((other) => other.subcarrierKHz === subcarrierKHz);
  if (pair === undefined) {
    const spacings = pairs.map((other) => other.subcarrierKHz).join(', ');
    return { path: 'radio.subcarrierKHz', detail: `a carrier of ${range} has one of ${spacings} kHz` };
  }
  return {
    path: 'radio.bandwidthMHz',
    detail: `a carrier of ${range} with ${subcarrierKHz} kHz has one of ${pair.bandwidthsMHz.join(', ')} MHz`,
  };
}

function findShareFault(ids: ReadonlySet<string>, shares: readonly LinkShare[]): Inconsistency | null {
  const seen = new Map<string, number>();
  for (const [index, { link, meanMbps, ceilingMbps }] of shares.entries()) {
    const path = `traffic.links[${index}]`;
    if (!ids.has(link)) return noSuchLink(path, link);
    const first = seen.get(link);
    if (first !== undefined) {
      return { path: `${path}.link`, detail: `traffic.links[${first}] is of this link already` };
    }
    seen.set(link, index);
    if (ceilingMbps < meanMbps) {
      return { path: `${path}.ceilingMbps`, detail: 'the most a link gives is not less than its mean' };
    }
  }
  return null;
}

function findTraceFault(ids: ReadonlySet<string>, traces: readonly LinkTrace[]): Inconsistency | null {
  for (const [index, { link, direction }] of traces.entries()) {
    const path = `traces[${index}]`;
    if (!ids.has(link)) return noSuchLink(path, link);
    const other = traces.findIndex((trace) => trace.link === link && overlap(trace.direction, direction));
    if (other < index) {
      return { path: `${path}.direction`, detail: `traces[${other}] is of this link and direction already` };
    }
  }
  return null;
}

/** Whether two traces of one link would both say what it carries in some direction. */
export function overlap(a: LinkTrace['direction'], b: LinkTrace['direction']): boolean {
  return a === b || a === 'both' || b === 'both';
}

function noSuchLink(path: string, id: string): Inconsistency {
  return { path: `${path}.link`, detail: `there is no link with the id "${id}"` };
}
