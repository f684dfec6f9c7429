/** What a node can compute with, as a menu: grouped by suitability, each with its total for the current model. */
import type { NetworkNode, NodeDevice } from '../../../core/network/types';
import { deviceCatalogue, type Device } from '../../../core/profile/deviceCatalogue';
import { modelledProfile } from '../../../core/profile/modelledProfile';
import type { Profile } from '../../../core/profile/types';
import type { Scenario, Workload } from '../../../core/scenario/types';
import { formatSeconds } from '../../format';
import { kindNames } from './kinds';
import { formatDate, formatThreads, provenanceOf, totalOf } from './provenance';

export interface DeviceChoice {
  /** Value of the option: '' for none, 'custom', 'catalogue:<id>' or 'measured:<profile id>'. */
  readonly value: string;
  readonly label: string;
}

export interface DeviceGroup {
  readonly label: string;
  readonly choices: readonly DeviceChoice[];
}

/** Measured profiles that a node may use: this browser's own, and those the document brought along. */
export function measuredProfiles(scenario: Scenario, localProfiles: readonly Profile[]): readonly Profile[] {
  const own = new Set(localProfiles.map((profile) => profile.id));
  const brought = scenario.profiles.filter(
    (profile) => profile.source.kind === 'measured' && !own.has(profile.id),
  );
  return [...localProfiles, ...brought];
}

/** Groups of devices for a node; `modelKey` is the current workload's: measurements of other models are left out. */
export function deviceGroups(
  scenario: Scenario,
  node: NetworkNode,
  localProfiles: readonly Profile[],
  modelKey: string,
): readonly DeviceGroup[] {
  const local = new Set(localProfiles.map((profile) => profile.id));
  const inUse = valueOf(node.device);
  const measured = measuredProfiles(scenario, localProfiles)
    .filter((profile) => profile.modelKey === modelKey || `measured:${profile.id}` === inUse)
    .map((profile) => ({
      value: `measured:${profile.id}`,
      label: measuredLabel(profile, local.has(profile.id)),
    }));
  const suits = (device: Device) => device.suggestedKinds.includes(node.kind);
  const labelled = deviceCatalogue.map((device) => ({
    suits: suits(device),
    totalS: totalOf(modelledProfile(device, scenario.workload)),
    device,
  }));
  labelled.sort((one, other) => one.totalS - other.totalS);
  const choicesOf = (wanted: boolean): readonly DeviceChoice[] =>
    labelled
      .filter((entry) => entry.suits === wanted)
      .map(({ device, totalS }) => ({
        value: `catalogue:${device.id}`,
        label: `${device.name}, ${device.runtime}: ${catalogueTotal(device, scenario.workload, totalS)}`,
      }));
  return [
    { label: 'Measured for this model', choices: measured },
    { label: `Suits: ${kindNames[node.kind].name}`, choices: choicesOf(true) },
    { label: 'Other devices', choices: choicesOf(false) },
  ].filter((group) => group.choices.length > 0);
}

/** The option that stands for a device. */
export function valueOf(device: NodeDevice | null): string {
  if (device === null) return '';
  switch (device.kind) {
    case 'catalogue':
      return `catalogue:${device.id}`;
    case 'custom':
      return 'custom';
    case 'measured':
      return `measured:${device.profileId}`;
  }
}

/** The device an option stands for; the node's present one tells what to fall back to. */
export function deviceOf(value: string, present: NodeDevice | null, suggestedId: string): NodeDevice | null {
  if (value === '') return null;
  if (value === 'custom') return present?.kind === 'custom' ? present : { kind: 'custom', speed: 1 };
  const [kind = '', ...rest] = value.split(':');
  const id = rest.join(':');
  if (kind === 'catalogue') return { kind: 'catalogue', id };
  return { kind: 'measured', profileId: id, fallbackId: fallbackOf(present) ?? suggestedId };
}

/** The catalogue device that speaks for a node while its measurement does not fit; null for custom speeds. */
export function fallbackOf(device: NodeDevice | null): string | null {
  if (device === null || device.kind === 'custom') return null;
  return device.kind === 'catalogue' ? device.id : device.fallbackId;
}

/** The first catalogue device that suits a kind of node. */
export function suggestedDevice(node: NetworkNode): string {
  const device = deviceCatalogue.find((candidate) => candidate.suggestedKinds.includes(node.kind));
  return (device ?? deviceCatalogue[0]!).id;
}

function measuredLabel(profile: Profile, isLocal: boolean): string {
  const { badge, totalS } = provenanceOf(profile, isLocal);
  const when =
    profile.source.kind === 'measured'
      ? `, ${formatDate(profile.source.date)}, ${formatThreads(profile.source.threads)}`
      : '';
  return `${profile.deviceName}, ${badge}${when}: ${formatSeconds(totalS)}`;
}

function catalogueTotal(device: Device, workload: Workload, totalS: number): string {
  const exact =
    workload.kind === 'catalogue' &&
    workload.width === 1 &&
    device.latencies.some(
      (row) => row.architecture === workload.architecture && row.inputPx === workload.inputPx,
    );
  return `${formatSeconds(totalS)} ${exact ? 'published' : 'modelled'}`;
}

/** The document with the snapshot of a measured device in it: a measurement must travel with what uses it. */
export function withMeasurement(
  scenario: Scenario,
  device: NodeDevice | null,
  localProfiles: readonly Profile[],
): Scenario {
  if (device?.kind !== 'measured') return scenario;
  if (scenario.profiles.some((profile) => profile.id === device.profileId)) return scenario;
  const profile = localProfiles.find((local) => local.id === device.profileId);
  return profile === undefined ? scenario : { ...scenario, profiles: [...scenario.profiles, profile] };
}
