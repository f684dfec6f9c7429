import { describe, expect, it } from 'vitest';
import type { NodeId } from '../network/types';
import { deviceCatalogue } from '../profile/deviceCatalogue';
import { changeNode } from '../scenario/edits';
import { changeRadio } from '../scenario/goalEdits';
import { openingScenario, presets } from '../scenario/presets/presets';
import { measuredProfile } from '../scenario/testing/exampleScenario';
import { adoptProfile } from '../scenario/edits';
import type { Scenario } from '../scenario/types';
import { isEdgeHost, powerOf, workW } from './nodePower';
import { radioCurves, radioJoulesPerByte, radioW } from './radioPower';

const node = (scenario: Scenario, id: string) => scenario.nodes.find((other) => other.id === id)!;
const power = (scenario: Scenario, id: string) => powerOf(scenario, node(scenario, id));
/** Rate at which two lines cross [Mbit/s]. */
const crossing = (a: keyof typeof radioCurves, b: keyof typeof radioCurves, role: 'send' | 'receive') => {
  const [x, y] = [radioCurves[a][role], radioCurves[b][role]];
  return (x.interceptW - y.interceptW) / (y.wattsPerMbps - x.wattsPerMbps);
};

describe('the radio', () => {
  it('has the crossovers of the paper’s Fig. 11', () => {
    expect(crossing('nr-mmwave', 'lte', 'receive')).toBeCloseTo(187, 0);
    expect(crossing('nr-mmwave', 'nr-low-band', 'receive')).toBeCloseTo(189, 0);
    expect(crossing('nr-mmwave', 'lte', 'send')).toBeCloseTo(40, 0);
    expect(crossing('nr-mmwave', 'nr-low-band', 'send')).toBeCloseTo(123, 0);
  });

  it('draws its intercept and so much for each Mbit/s', () => {
    expect(radioW('nr-low-band', 'send', 100)).toBeCloseTo(0.874 + 2.9148, 9);
    expect(radioW('lte', 'receive', 0)).toBe(0.424);
  });

  it('costs joules for each byte on air, less at a higher rate, endless on a link that is down', () => {
    // 1 MB at 100 Mbit/s is 0.08 s on air.
    expect(1e6 * radioJoulesPerByte('nr-low-band', 'send', 100)).toBeCloseTo(3.7888 * 0.08, 9);
    expect(radioJoulesPerByte('lte', 'send', 200)).toBeLessThan(radioJoulesPerByte('lte', 'send', 20));
    expect(radioJoulesPerByte('lte', 'send', 0)).toBe(Infinity);
  });
});

describe('the power of a node', () => {
  it('is its own figure before any other', () => {
    const own = changeNode(openingScenario, 'phone' as NodeId, { power: { idleW: 1, loadW: 4 } });
    expect(power(own, 'phone')).toEqual({ idleW: 1, loadW: 4, from: 'node', citation: '' });
    expect(workW(power(own, 'phone')!)).toBe(3);
  });

  it('is what its device is published with, as the document keeps it', () => {
    expect(power(openingScenario, 'phone')).toMatchObject({ idleW: 2.7, loadW: 6.4, from: 'published' });
    const profiles = openingScenario.profiles.map((profile) =>
      profile.deviceId === 'pi-4' && profile.source.kind === 'published'
        ? { ...profile, source: { ...profile.source, power: { idleW: 1, loadW: 9, citation: 'x' } } }
        : profile,
    );
    expect(power({ ...openingScenario, profiles }, 'phone')).toMatchObject({ idleW: 1, loadW: 9 });
  });

  it('comes from the catalogue for a document that does not keep it', () => {
    const profiles = openingScenario.profiles.map((profile) => {
      if (profile.source.kind !== 'published') return profile;
      const { kind, citation, totalS, publishedFor, scaled, memoryMB } = profile.source;
      return { ...profile, source: { kind, citation, totalS, publishedFor, scaled, memoryMB } };
    });
    expect(power({ ...openingScenario, profiles }, 'phone')).toMatchObject({ loadW: 6.4 });
  });

  it('counts the whole load as work where no idle figure is known', () => {
    expect(power(openingScenario, 'edge')).toMatchObject({ idleW: null });
    expect(workW(power(openingScenario, 'edge')!)).toBe(10);
  });

  it('is not known of relative speeds, measured browsers, and nodes without a device', () => {
    const custom = changeNode(openingScenario, 'phone' as NodeId, { device: { kind: 'custom', speed: 2 } });
    expect(power(custom, 'phone')).toBeNull();
    const measured = adoptProfile(
      openingScenario,
      'phone' as NodeId,
      measuredProfile(openingScenario.workload),
    );
    expect(node(measured, 'phone').device).toMatchObject({ kind: 'measured' });
    expect(power(measured, 'phone')).toBeNull();
    expect(power(openingScenario, 'core')).toBeNull();
  });

  it('of every device in the catalogue has a source, and a load not below idle', () => {
    const powered = deviceCatalogue.flatMap((device) => device.power ?? []);
    expect(powered.length).toBeGreaterThan(4);
    for (const { idleW, loadW, citation } of powered) {
      expect(loadW).toBeGreaterThan(idleW ?? 0);
      expect(citation).not.toBe('');
    }
  });

  it('is known of every UE and edge host of the presets but the toy’s', () => {
    for (const { id, scenario } of presets) {
      if (id === 'three-layers') continue;
      for (const each of scenario.nodes) {
        if (each.device === null || (each.kind !== 'ue' && !isEdgeHost(each.kind))) continue;
        expect(powerOf(scenario, each), `${id}: ${each.id}`).not.toBeNull();
      }
    }
  });
});

it('another radio is another figure', () => {
  expect(changeRadio(openingScenario, 'lte').radio).toBe('lte');
  expect(radioW('lte', 'send', 50)).toBeGreaterThan(radioW('nr-low-band', 'send', 50));
});
