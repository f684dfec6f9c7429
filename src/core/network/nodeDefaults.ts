/** What a new node or link starts as: sensible figures that the user then changes. */
import { limits } from '../scenario/limits';
import { cut } from '../scenario/text';
import type { NetworkLink, NetworkNode, NodeDevice, NodeKind } from './types';

/** Names of the kinds, and of new nodes ("MEC host 2"). */
export const kindNames: Readonly<Record<NodeKind, string>> = {
  ue: 'UE',
  gnb: 'gNB',
  iab: 'IAB node',
  mec: 'MEC host',
  core: 'Core',
  cloud: 'Cloud',
};

/** The catalogue device a new node of this kind computes with; null: it only forwards. */
const defaultDeviceIds: Readonly<Record<NodeKind, string | null>> = {
  ue: 'pi-4',
  gnb: null,
  iab: null,
  mec: 'm1-cpu',
  core: 'ryzen-7-5700g',
  cloud: 'rtx-3090',
};

export function defaultDevice(kind: NodeKind): NodeDevice | null {
  const id = defaultDeviceIds[kind];
  return id === null ? null : { kind: 'catalogue', id };
}

/** The catalogue device that stands in for a measured profile while it does not fit, where the node had none. */
export function fallbackDeviceId(kind: NodeKind): string {
  return defaultDeviceIds[kind] ?? 'pi-4';
}

/** The name itself if no node has it, else its stem with the lowest free number from 2: "Cloud", "Cloud 2". */
export function freeName(wanted: string, nodes: readonly NetworkNode[]): string {
  const taken = new Set(nodes.map((node) => node.name));
  if (!taken.has(wanted)) return wanted;
  const stem = cut(wanted.replace(/ \d{1,3}$/, ''), limits.nameLength - 4);
  let number = 2;
  while (taken.has(`${stem} ${number}`)) number += 1;
  return `${stem} ${number}`;
}

type LinkDefaults = Pick<NetworkLink, 'medium' | 'aToBMbps' | 'bToAMbps' | 'propagationMs' | 'overheadMs'>;

/**
 * Medium, capacity and delay by the kinds at the ends. Radio: 200 Mbit/s for a UE (HiveMind's mmWave cap), 400 Mbit/s
 * between base stations. Fibre: 5 us per km, so 1 ms to the core and 5 ms to a cloud 1,000 km away.
 */
export function linkDefaults(a: NodeKind, b: NodeKind): LinkDefaults {
  const between = (first: NodeKind, second: NodeKind): boolean =>
    (a === first && b === second) || (a === second && b === first);
  const has = (kind: NodeKind): boolean => a === kind || b === kind;
  if (has('ue')) return figures('wireless', 200, 0);
  if (has('cloud')) return figures('wired', 400, 5);
  if (between('iab', 'iab') || between('iab', 'gnb')) return figures('wireless', 400, 0);
  if (has('core')) return figures('wired', 1000, 1);
  return figures('wired', 1000, 0);
}

function figures(medium: NetworkLink['medium'], mbps: number, propagationMs: number): LinkDefaults {
  return { medium, aToBMbps: mbps, bToAMbps: mbps, propagationMs, overheadMs: 0 };
}
