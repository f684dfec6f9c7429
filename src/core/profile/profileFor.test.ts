import { describe, expect, it } from 'vitest';
import { workloadChain } from '../model/workloadChain';
import { defaultGoals } from '../scenario/goals';
import type { NetworkNode, NodeDevice, NodeId } from '../network/types';
import { scenarioVersion, type CatalogueWorkload, type Scenario } from '../scenario/types';
import { profileFor, refreshProfiles } from './profileFor';
import type { MeasuredSource, Profile } from './types';

const mobilenet: CatalogueWorkload = {
  kind: 'catalogue',
  architecture: 'mobilenet-v2',
  inputPx: 224,
  width: 1,
  shipped: 'fp32',
  rawInput: 'uint8',
};
const resnet: CatalogueWorkload = { ...mobilenet, architecture: 'resnet-18' };

const node = (id: string, device: NodeDevice | null): NetworkNode => ({
  id: id as NodeId,
  kind: 'ue',
  name: id,
  xM: 0,
  yM: 0,
  device,
  memoryMB: null,
  trusted: true,
  power: null,
});

const scenarioOf = (nodes: readonly NetworkNode[], profiles: readonly Profile[] = []): Scenario => ({
  format: 'splitscape',
  version: scenarioVersion,
  name: 'test',
  notes: '',
  seed: 1,
  sourceId: nodes[0]!.id,
  sinkId: nodes[0]!.id,
  nodes,
  links: [],
  workload: mobilenet,
  objective: 'latency',
  delivery: 'stay',
  routing: 'any',
  radio: 'nr-low-band',
  goals: defaultGoals,
  leakage: null,
  ownSplit: null,
  simulation: null,
  profiles,
});

const measuredSource: MeasuredSource = {
  kind: 'measured',
  date: '2026-01-01T00:00:00Z',
  backend: 'wasm',
  threads: 1,
  runs: 15,
  clockS: 5e-6,
  endToEndS: 0.055,
  endToEndIntervalS: [0.054, 0.056],
  sumS: 0.055,
  factor: 1,
  statistic: 'median',
  steadiness: 'good',
  reason: '',
  deviceDetails: null,
};
const chain = workloadChain(mobilenet);
const measured: Profile = {
  id: 'measured-1',
  deviceId: 'measured',
  deviceName: 'this device',
  modelKey: chain.modelKey,
  modelName: chain.name,
  blocks: chain.blocks.map(() => ({ time: { seconds: 1e-3 }, intervalS: null })),
  source: measuredSource,
};
const measuredDevice: NodeDevice = { kind: 'measured', profileId: 'measured-1', fallbackId: 'pi-4' };

describe('refreshProfiles', () => {
  it('embeds one snapshot per device, however many nodes share it, and none for nodes that only forward', () => {
    const scenario = refreshProfiles(
      scenarioOf([
        node('a', { kind: 'catalogue', id: 'pi-4' }),
        node('b', { kind: 'catalogue', id: 'pi-4' }),
        node('c', { kind: 'custom', speed: 3 }),
        node('d', null),
      ]),
    );
    expect(scenario.profiles.map(({ deviceId }) => deviceId)).toEqual(['pi-4', 'custom:3']);
  });

  it('returns the same object when nothing changes', () => {
    const scenario = refreshProfiles(scenarioOf([node('a', { kind: 'catalogue', id: 'pi-4' })]));
    expect(refreshProfiles(scenario)).toBe(scenario);
    const renamed = { ...scenario, name: 'another' };
    expect(refreshProfiles(renamed)).toBe(renamed);
  });

  it('never touches a snapshot that is still needed, even if the catalogue says otherwise today', () => {
    const { profiles } = refreshProfiles(scenarioOf([node('a', { kind: 'catalogue', id: 'pi-4' })]));
    const old: Profile = { ...profiles[0]!, deviceName: 'as it was', blocks: measured.blocks };
    const scenario = scenarioOf(
      [node('a', { kind: 'catalogue', id: 'pi-4' }), node('b', { kind: 'catalogue', id: 'rtx-2080' })],
      [old],
    );
    const refreshed = refreshProfiles(scenario);
    expect(refreshed.profiles[0]).toBe(old);
    expect(refreshed.profiles).toHaveLength(2);
    expect(profileFor(refreshed, refreshed.nodes[0]!).profile).toBe(old);
  });

  it('drops snapshots of other models and of devices no longer used', () => {
    const before = refreshProfiles(
      scenarioOf([node('a', { kind: 'catalogue', id: 'pi-4' }), node('b', { kind: 'custom', speed: 2 })]),
    );
    const after = refreshProfiles({ ...before, workload: resnet, nodes: before.nodes.slice(0, 1) });
    expect(after.profiles).toHaveLength(1);
    expect(after.profiles[0]!.modelKey).toBe(workloadChain(resnet).modelKey);
  });

  it('keeps a measurement while a node refers to it, and its fallback only while it does not fit', () => {
    const fitting = refreshProfiles(scenarioOf([node('a', measuredDevice)], [measured]));
    expect(fitting.profiles).toEqual([measured]);
    const other = refreshProfiles({ ...fitting, workload: resnet });
    expect(other.profiles.map(({ deviceId }) => deviceId)).toEqual(['measured', 'pi-4']);
    expect(refreshProfiles(other)).toBe(other);
    expect(refreshProfiles({ ...other, workload: mobilenet }).profiles).toEqual([measured]);
  });

  it('leaves a device nobody knows without a snapshot', () => {
    expect(refreshProfiles(scenarioOf([node('a', { kind: 'catalogue', id: 'pi-99' })])).profiles).toEqual([]);
  });
});

describe('profileFor', () => {
  it('answers with the embedded snapshot, or a fresh one before it is embedded', () => {
    const bare = scenarioOf([node('a', { kind: 'custom', speed: 2 })]);
    const scenario = refreshProfiles(bare);
    expect(profileFor(scenario, scenario.nodes[0]!).profile).toBe(scenario.profiles[0]);
    expect(profileFor(bare, bare.nodes[0]!)).toEqual({ profile: scenario.profiles[0], problem: null });
  });

  it('has nothing to say about a node that only forwards', () => {
    const scenario = scenarioOf([node('a', null)]);
    expect(profileFor(scenario, scenario.nodes[0]!)).toEqual({ profile: null, problem: null });
  });

  it('uses a measurement while it fits', () => {
    const scenario = scenarioOf([node('a', measuredDevice)], [measured]);
    expect(profileFor(scenario, scenario.nodes[0]!)).toEqual({ profile: measured, problem: null });
  });

  it('falls back to the modelled device for another model, and says for which it was measured', () => {
    const scenario = { ...scenarioOf([node('a', measuredDevice)], [measured]), workload: resnet };
    const { profile, problem } = profileFor(scenario, scenario.nodes[0]!);
    expect(profile?.deviceId).toBe('pi-4');
    expect(problem).toEqual({
      kind: 'profile-mismatch',
      node: 'a',
      measuredFor: chain.name,
      needed: workloadChain(resnet).name,
    });
  });

  it('does not trust a measurement with another number of blocks', () => {
    const short = { ...measured, blocks: measured.blocks.slice(1) };
    const scenario = scenarioOf([node('a', measuredDevice)], [short]);
    expect(profileFor(scenario, scenario.nodes[0]!).problem?.kind).toBe('profile-mismatch');
  });

  it('names a device nobody knows', () => {
    const scenario = scenarioOf([node('a', { kind: 'catalogue', id: 'pi-99' })]);
    expect(profileFor(scenario, scenario.nodes[0]!)).toEqual({
      profile: null,
      problem: { kind: 'unknown-device', node: 'a', deviceId: 'pi-99' },
    });
  });
});
