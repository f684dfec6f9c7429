import { describe, expect, test } from 'vitest';
import type { LinkId, NetworkLink, NodeId } from '../../../core/network/types';
import { findDevice } from '../../../core/profile/deviceCatalogue';
import { modelledProfile } from '../../../core/profile/modelledProfile';
import type { ImportedSource, MeasuredSource, Profile } from '../../../core/profile/types';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { parseScenario } from '../../../core/scenario/parseScenario';
import type { Plan } from '../../../core/solvers/types';
import { workloadChain } from '../../../core/model/workloadChain';
import { markOf } from '../../../state/measuredHere';
import { culpritOf } from './culpritOf';
import { chooseDevice, deviceGroups, valueOf } from './deviceChoices';
import { profileTexts } from './profileTexts';
import { crossingsOf } from './transferFormula';

const source = openingScenario.nodes.find((node) => node.id === openingScenario.sourceId)!;
const chain = workloadChain(openingScenario.workload);
const measuredSource: MeasuredSource = {
  kind: 'measured',
  date: '2026-03-04T05:06:07Z',
  backend: 'wasm',
  threads: 2,
  runs: 20,
  clockS: 5e-6,
  endToEndS: 0.05,
  endToEndIntervalS: [0.049, 0.051],
  sumS: 0.05,
  factor: 1,
  statistic: 'median',
  steadiness: 'good',
  reason: '',
  deviceDetails: null,
};
const measured: Profile = {
  id: 'mine',
  deviceId: 'measured',
  deviceName: 'This device',
  modelKey: chain.modelKey,
  modelName: chain.name,
  blocks: chain.blocks.map(() => ({ time: { seconds: 0.05 / chain.blocks.length }, intervalS: null })),
  source: measuredSource,
};

const importedSource: ImportedSource = {
  kind: 'imported',
  format: 'onnxruntime',
  fileName: 'server.json',
  date: '2026-03-04T05:06:07Z',
  runs: 40,
  statistic: 'median',
  provider: 'CPUExecutionProvider',
  unnamedS: 0.001,
};

const own = (localProfiles: readonly Profile[]) => ({
  localProfiles,
  measuredHere: localProfiles.map(markOf),
});

describe('the device menu', () => {
  test('groups what suits the kind of node before the rest, fastest first, with totals', () => {
    const groups = deviceGroups(openingScenario, 'ue', '', own([]));
    expect(groups.map((group) => group.label)).toEqual(['Suits: Phone (UE)', 'Other devices']);
    const values = groups.flatMap((group) => group.choices.map((choice) => choice.value));
    expect(new Set(values).size).toBe(values.length);
    for (const { choices } of groups) {
      for (const { label } of choices) expect(label).toMatch(/: [\d.,]+ (s|ms|µs) (published|modelled)$/);
      const totals = choices.map(({ value }) => {
        const profile = modelledProfile(
          findDevice(value.slice('catalogue:'.length))!,
          openingScenario.workload,
        );
        return profileTexts(profile, []).totalS;
      });
      expect(totals).toEqual([...totals].sort((one, other) => one - other));
    }
  });

  test('measurements of this model come first, those of other models only while in use', () => {
    const other = { ...measured, id: 'other', modelKey: 'another' };
    const [first] = deviceGroups(openingScenario, 'ue', '', own([measured, other]));
    expect(first?.choices.map((choice) => choice.value)).toEqual(['measured:mine']);
    expect(first?.choices[0]?.label).toContain('measured here, 4 Mar 2026, WebAssembly, 2 threads');
    const [inUse] = deviceGroups(openingScenario, 'ue', 'measured:other', own([measured, other]));
    expect(inUse?.choices).toHaveLength(2);
  });

  test('a changed copy of a measurement is not called ours, although it has its id', () => {
    const faster = measured.blocks.map(() => ({ time: { seconds: 1e-6 }, intervalS: null }));
    const scenario = { ...openingScenario, profiles: [{ ...measured, blocks: faster }] };
    const [first] = deviceGroups(scenario, 'ue', '', own([measured]));
    expect(first?.choices).toMatchObject([
      { value: 'measured:mine', label: expect.stringContaining('measured on another device') as string },
    ]);
  });

  test('what was imported stands beside what was measured, for any kind of node', () => {
    const imported: Profile = { ...measured, id: 'server', deviceName: 'Our server', source: importedSource };
    for (const kind of ['ue', 'mec', 'cloud'] as const) {
      const [first] = deviceGroups(openingScenario, kind, '', { ...own([]), localProfiles: [imported] });
      expect(first?.choices).toEqual([
        { value: 'measured:server', label: 'Our server, imported, 4 Mar 2026: 50 ms' },
      ]);
    }
    const host = openingScenario.nodes.find(({ kind }) => kind === 'mec')!;
    const edited = chooseDevice(openingScenario, host, 'measured:server', [imported]);
    expect(edited.profiles).toContainEqual(imported);
    // It travels with the document: who opens that can choose it for other nodes.
    const [brought] = deviceGroups(edited, 'ue', '', own([]));
    expect(brought?.choices.map(({ value }) => value)).toEqual(['measured:server']);
  });

  test('every option leads to a valid document whose node shows that option', () => {
    const groups = deviceGroups(openingScenario, 'ue', '', own([measured]));
    const values = [...groups.flatMap((group) => group.choices.map((choice) => choice.value)), 'custom'];
    for (const value of values) {
      const edited = chooseDevice(openingScenario, source, value, [measured]);
      const node = edited.nodes.find(({ id }) => id === source.id)!;
      expect(valueOf(node.device)).toBe(value);
      expect(parseScenario(structuredClone(edited)).ok).toBe(true);
    }
  });

  test('the source cannot be left without a device', () => {
    expect(chooseDevice(openingScenario, source, '', [])).toBe(openingScenario);
  });
});

describe('where a profile comes from', () => {
  test('a measurement is ours only if this browser made it', () => {
    expect(profileTexts(measured, [markOf(measured)]).badge).toBe('measured here');
    expect(profileTexts(measured, [])).toMatchObject({
      badge: 'measured on another device',
      device: 'Another device',
    });
    expect(profileTexts(measured, []).intervalS).toEqual([0.049, 0.051]);
  });

  test('a name that people gave is shown wherever the measurement goes', () => {
    expect(profileTexts({ ...measured, deviceName: 'Pixel, cold' }, []).device).toBe('Pixel, cold');
  });

  test('what the command measured is told from what another browser did', () => {
    const native = {
      ...measured,
      deviceName: 'rack 4',
      source: { ...measuredSource, backend: 'native' } as const,
    };
    expect(profileTexts(native, [])).toMatchObject({
      badge: 'measured by native ONNX Runtime',
      device: 'rack 4',
    });
    expect(profileTexts(native, []).how).toContain('native ONNX Runtime, 2 threads');
  });

  test('an imported figure names its file, what wrote it and what it is', () => {
    const imported = profileTexts({ ...measured, source: importedSource }, []);
    expect(imported.badge).toBe('imported');
    expect(imported.how).toBe(
      'Read from server.json (ONNX Runtime’s own profile, CPUExecutionProvider) on 4 Mar 2026: block medians of 40 runs. 1 ms of kernels that name no block count for the block before them.',
    );
    const given = {
      ...importedSource,
      format: 'csv',
      runs: null,
      statistic: 'given',
      provider: null,
    } as const;
    expect(profileTexts({ ...measured, source: { ...given, unnamedS: 0 } }, []).how).toBe(
      'Read from server.json (a table) on 4 Mar 2026: times as the file gives them.',
    );
  });

  test('a measurement says what its blocks count with, by steadiness and not by what the clock asked for', () => {
    const how = (patch: Partial<MeasuredSource>): string =>
      profileTexts({ ...measured, source: { ...measuredSource, ...patch } }, []).how;
    expect(how({ factor: 1.02, ratio: 0.98 })).toContain('block medians × 1.02');
    const coarse = how({ statistic: 'mean', clockS: 1e-4, factor: 1.02, ratio: 0.98 });
    expect(coarse).toMatch(/block means × 1.02.* means summed to 2 % below .*\(good\)/);
    expect(coarse).not.toContain('not steady');
    const unstable = how({ statistic: 'mean', steadiness: 'unstable', ratio: 0.75 });
    expect(unstable).toContain('mean 50 ms (median 50 ms) end to end; block means, because');
    const scaled = how({ statistic: 'mean', steadiness: 'unstable', sumS: 0.1, factor: 0.5, ratio: 2 });
    expect(scaled).toContain('mean 50 ms (median 50 ms) end to end; block means × 0.5');
    expect(unstable).toMatch(/not steady.* medians summed to 25 % below .*\(unstable\)/);
  });

  test('an interval stands only beside the total it is of', () => {
    const steady = { ...measured, source: { ...measuredSource, statistic: 'mean', clockS: 1e-4 } as const };
    expect(profileTexts(steady, []).intervalS).toEqual([0.049, 0.051]);
    const bounds = measured.blocks.map(() => ({ time: { belowS: 0.001 }, intervalS: null }));
    expect(profileTexts({ ...steady, blocks: bounds }, []).intervalS).toBeNull();
  });

  test('a published figure is cited; at another size it is called modelled', () => {
    const device = findDevice('pi-4')!;
    const workload = {
      kind: 'catalogue',
      architecture: 'resnet-18',
      width: 1,
      shipped: 'fp32',
      rawInput: 'fp32',
    } as const;
    const published = profileTexts(modelledProfile(device, { ...workload, inputPx: 224 }), []);
    expect(published).toMatchObject({ badge: 'modelled', citation: device.citation, totalS: 0.1223 });
    const scaled = profileTexts(modelledProfile(device, { ...workload, inputPx: 64 }), []);
    expect(scaled.badge).toBe('modelled');
    expect(scaled.how).toContain('122 ms published for ResNet-18, 224 px');
  });
});

describe('what crosses a link', () => {
  const link: NetworkLink = {
    id: 'l' as LinkId,
    a: 'a' as NodeId,
    b: 'b' as NodeId,
    aToBMbps: 20,
    bToAMbps: 10,
    symmetric: false,
    propagationMs: 2,
    overheadMs: 1,
    medium: 'wireless',
  };
  const plan: Plan = {
    legs: [
      { kind: 'compute', node: link.a, from: 0, to: 3, startS: 0, seconds: 1 },
      {
        kind: 'transfer',
        link: link.id,
        direction: 'aToB',
        from: link.a,
        to: link.b,
        boundary: 3,
        bytes: 602_112,
        startS: 1,
        seconds: 0.2438448,
      },
    ],
    totalS: 1.2438448,
    computeS: 1,
    transferS: 0.2438448,
    computeNodes: [link.a],
    cuts: 1,
  };

  test('the formula has this scenario’s values', () => {
    expect(crossingsOf(plan, link).map((crossing) => crossing.formula)).toEqual([
      '8 × 602 kB / 20 Mbit/s + 2 ms + 1 ms = 244 ms',
    ]);
  });

  test('other links and a missing plan cross nothing', () => {
    expect(crossingsOf(plan, { ...link, id: 'other' as LinkId })).toEqual([]);
    expect(crossingsOf(null, link)).toEqual([]);
  });
});

describe('the culprit of a problem', () => {
  const node = 'n' as NodeId;
  const link = 'l' as LinkId;
  test('a missing route blames the links that are down, or else the node that is cut off', () => {
    expect(culpritOf({ kind: 'no-route', from: node, to: node, downLinks: [link] })).toEqual({
      nodes: [],
      links: [link],
    });
    expect(culpritOf({ kind: 'no-route', from: node, to: node, downLinks: [] })).toEqual({
      nodes: [node],
      links: [],
    });
  });

  test('nobody in particular is to blame when nothing computes', () => {
    expect(culpritOf({ kind: 'no-node-computes' })).toBeNull();
    expect(culpritOf({ kind: 'does-not-fit', node: null, needBytes: 1, haveBytes: 0 })).toBeNull();
  });
});
