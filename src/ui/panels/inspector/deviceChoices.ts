/** What a node can compute with, as a menu: grouped by suitability, each with its total for the current model. */
import type { NetworkNode, NodeDevice, NodeKind } from '../../../core/network/types';
import { workloadChain } from '../../../core/model/workloadChain';
import { deviceCatalogue, type Device } from '../../../core/profile/deviceCatalogue';
import { modelledProfile } from '../../../core/profile/modelledProfile';
import type { Profile } from '../../../core/profile/types';
import { adoptProfile, changeNode } from '../../../core/scenario/edits';
import type { Scenario, Workload } from '../../../core/scenario/types';
import { isRecorded } from '../../../core/profile/isRecorded';
import type { Own } from '../../../state/measuredHere';
import { formatSeconds } from '../../format';
import { nodeKindTexts } from './nodeKindTexts';
import { configurationName, formatDate, profileTexts, totalOf } from './profileTexts';

interface DeviceChoice {
  /** Value of the option: '' for none, 'custom', 'catalogue:<id>' or 'measured:<profile id>'. */
  readonly value: string;
  readonly label: string;
}

export interface DeviceGroup {
  readonly label: string;
  readonly choices: readonly DeviceChoice[];
}

/** Recorded profiles that a node may use: those of the history, and those the document brought along (as they stand in it). */
function recordedProfiles(
  scenario: Pick<Scenario, 'profiles'>,
  localProfiles: readonly Profile[],
): readonly Profile[] {
  const brought = scenario.profiles.filter(isRecorded);
  const held = new Map(brought.map((profile) => [profile.id, profile]));
  const own = localProfiles.map((profile) => held.get(profile.id) ?? profile);
  return [...new Set([...own, ...brought])];
}

/**
 * Groups of devices for a node of a kind. Measurements of other models are left out, but for the one `inUse` (the value
 * of the node's present option).
 */
export function deviceGroups(
  scenario: Pick<Scenario, 'workload' | 'profiles'>,
  kind: NodeKind,
  inUse: string,
  { localProfiles, measuredHere }: Own,
): readonly DeviceGroup[] {
  const { modelKey } = workloadChain(scenario.workload);
  const measured = recordedProfiles(scenario, localProfiles)
    .filter((profile) => profile.modelKey === modelKey || `measured:${profile.id}` === inUse)
    .map((profile) => ({ value: `measured:${profile.id}`, label: measuredLabel(profile, measuredHere) }));
  const choices = deviceCatalogue
    .map((device) => ({ device, totalS: totalOf(modelledProfile(device, scenario.workload)) }))
    .sort((one, other) => one.totalS - other.totalS);
  const choicesOf = (suits: boolean): readonly DeviceChoice[] =>
    choices
      .filter(({ device }) => device.suggestedKinds.includes(kind) === suits)
      .map(({ device, totalS }) => ({
        value: `catalogue:${device.id}`,
        label: `${device.name}, ${device.runtime}: ${catalogueTotal(device, scenario.workload, totalS)}`,
      }));
  return [
    { label: 'Measured or imported for this model', choices: measured },
    { label: `Suits: ${nodeKindTexts[kind].name}`, choices: choicesOf(true) },
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

/** The edit that an option stands for. A measurement is put into the document: it travels with what uses it. */
export function chooseDevice(
  scenario: Scenario,
  node: NetworkNode,
  value: string,
  localProfiles: readonly Profile[],
): Scenario {
  if (value === '') return changeNode(scenario, node.id, { device: null });
  if (value === 'custom') return changeNode(scenario, node.id, { device: { kind: 'custom', speed: 1 } });
  const [kind = '', ...rest] = value.split(':');
  const id = rest.join(':');
  if (kind === 'catalogue') return changeNode(scenario, node.id, { device: { kind: 'catalogue', id } });
  const profile = recordedProfiles(scenario, localProfiles).find((measured) => measured.id === id);
  return profile === undefined ? scenario : adoptProfile(scenario, node.id, profile);
}

function measuredLabel(profile: Profile, measuredHere: readonly string[]): string {
  const { device, badge, totalS } = profileTexts(profile, measuredHere);
  const { source } = profile;
  const when =
    source.kind === 'measured'
      ? `, ${formatDate(source.date)}, ${configurationName(source)}`
      : source.kind === 'imported'
        ? `, ${formatDate(source.date)}`
        : '';
  return `${device}, ${badge}${when}: ${formatSeconds(totalS)}`;
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
