/** Which profile speaks for a node, and which profiles a document must carry so that it gives the same plan anywhere. */
import { workloadChain, type WorkloadChain } from '../model/workloadChain';
import type { NetworkNode } from '../network/types';
import type { Problem } from '../scenario/problems';
import type { Scenario, Workload } from '../scenario/types';
import { findDevice } from './deviceCatalogue';
import { assumedProfile, customDeviceId, modelledProfile } from './modelledProfile';
import { isRecorded } from './isRecorded';
import type { Profile } from './types';

export interface NodeProfile {
  /** null: the node has no device, or one nobody knows. */
  readonly profile: Profile | null;
  /** Why it is not what the node asked for. */
  readonly problem: Problem | null;
}

/**
 * What a node computes with, for the current workload. A snapshot in the document always wins over today's catalogue;
 * a measured profile speaks while it fits, else its modelled fallback does, with a 'profile-mismatch' note
 * (`measuredFor` is '' when the document does not hold the measurement at all).
 */
export function profileFor(scenario: Scenario, node: NetworkNode): NodeProfile {
  if (node.device === null) return { profile: null, problem: null };
  const chain = workloadChain(scenario.workload);
  if (node.device.kind !== 'measured') {
    const deviceId = node.device.kind === 'custom' ? customDeviceId(node.device.speed) : node.device.id;
    return known(node, deviceId, snapshotOf(scenario, chain, node.device));
  }
  const { profileId, fallbackId } = node.device;
  const measured = scenario.profiles.find((profile) => profile.id === profileId);
  if (measured !== undefined && fits(measured, chain)) return { profile: measured, problem: null };
  const fallback = known(
    node,
    fallbackId,
    snapshotOf(scenario, chain, { kind: 'catalogue', id: fallbackId }),
  );
  return {
    profile: fallback.profile,
    problem: fallback.problem ?? {
      kind: 'profile-mismatch',
      node: node.id,
      measuredFor: measured?.modelName ?? '',
      needed: chain.name,
    },
  };
}

/**
 * The document with exactly the snapshots it needs: one per device for the current workload, and every measurement a
 * node refers to even while it does not fit (switching the model back must find it). Snapshots that are needed are never
 * touched. Returns the same object when nothing changes.
 */
export function refreshProfiles(scenario: Scenario): Scenario {
  const chain = workloadChain(scenario.workload);
  const needed = new Map<string, Profile>();
  for (const { device } of scenario.nodes) {
    if (device === null) continue;
    if (device.kind !== 'measured') {
      add(needed, snapshotOf(scenario, chain, device));
      continue;
    }
    const measured = scenario.profiles.find((profile) => profile.id === device.profileId);
    add(needed, measured);
    if (measured === undefined || !fits(measured, chain)) {
      add(needed, snapshotOf(scenario, chain, { kind: 'catalogue', id: device.fallbackId }));
    }
  }
  const kept = scenario.profiles.filter((profile) => needed.get(profile.id) === profile);
  if (kept.length === scenario.profiles.length && kept.length === needed.size) return scenario;
  const present = new Set(kept);
  const added = [...needed.values()].filter((profile) => !present.has(profile));
  return { ...scenario, profiles: [...kept, ...added] };
}

type ModelledDevice =
  { readonly kind: 'catalogue'; readonly id: string } | { readonly kind: 'custom'; readonly speed: number };

/** The snapshot of a modelled device in the document, or a fresh one; undefined for a device nobody knows. */
function snapshotOf(scenario: Scenario, chain: WorkloadChain, device: ModelledDevice): Profile | undefined {
  const deviceId = device.kind === 'custom' ? customDeviceId(device.speed) : device.id;
  const present = scenario.profiles.find(
    (profile) => profile.deviceId === deviceId && !isRecorded(profile) && fits(profile, chain),
  );
  return present ?? fresh(device, scenario.workload);
}

function fresh(device: ModelledDevice, workload: Workload): Profile | undefined {
  if (device.kind === 'custom') return assumedProfile(device.speed, workload);
  const known = findDevice(device.id);
  return known === undefined ? undefined : modelledProfile(known, workload);
}

const fits = (profile: Profile, chain: WorkloadChain): boolean =>
  profile.modelKey === chain.modelKey && profile.blocks.length === chain.blocks.length;

function known(node: NetworkNode, deviceId: string, profile: Profile | undefined): NodeProfile {
  return profile === undefined
    ? { profile: null, problem: { kind: 'unknown-device', node: node.id, deviceId } }
    : { profile, problem: null };
}

function add(needed: Map<string, Profile>, profile: Profile | undefined): void {
  if (profile !== undefined && !needed.has(profile.id)) needed.set(profile.id, profile);
}
