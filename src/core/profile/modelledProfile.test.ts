import { describe, expect, it } from 'vitest';
import { workloadChain } from '../model/workloadChain';
import { architectureNames } from '../model/catalogue/catalogue';
import { importedExample } from '../scenario/testing/importedExample';
import {
  architectures,
  type CatalogueWorkload,
  type CustomWorkload,
  type ImportedWorkload,
} from '../scenario/types';
import { secondsOf } from './blockTime';
import { deviceCatalogue, findDevice, type Device } from './deviceCatalogue';
import { assumedProfile, eagerLaunchS, modelledProfile } from './modelledProfile';
import type { Profile } from './types';

const model = (
  architecture: CatalogueWorkload['architecture'],
  options: Partial<CatalogueWorkload> = {},
): CatalogueWorkload => ({
  kind: 'catalogue',
  architecture,
  inputPx: 224,
  width: 1,
  shipped: 'fp32',
  rawInput: 'fp32',
  ...options,
});
const device = (id: string): Device => {
  const found = findDevice(id);
  if (found === undefined) throw new Error(`no device ${id}`);
  return found;
};
const times = (profile: Profile): number[] => profile.blocks.map(({ time }) => secondsOf(time));
const total = (profile: Profile): number => times(profile).reduce((sum, time) => sum + time, 0);
const macsOf = (workload: CatalogueWorkload): number =>
  workloadChain(workload).blocks.reduce((sum, block) => sum + block.macs, 0);

const rows = deviceCatalogue.flatMap((of) => of.latencies.map((row) => ({ of, ...row })));

describe('a published latency', () => {
  it.each(rows)('of $architecture on $of.id is the exact sum of the blocks: $ms ms', (row) => {
    const profile = modelledProfile(row.of, model(row.architecture, { inputPx: row.inputPx }));
    const publishedS = Number(`${row.ms}e-3`);
    expect(total(profile)).toBe(publishedS);
    expect(profile.source).toMatchObject({ kind: 'published', scaled: false, totalS: publishedS });
    for (const { time } of profile.blocks) {
      expect('seconds' in time && time.seconds > 0).toBe(true);
    }
  });

  it('of AlexNet is for 227 px, so that 224 px is labelled as scaled', () => {
    const profile = modelledProfile(device('pi-4'), model('alexnet'));
    expect(profile.source).toMatchObject({ scaled: true, publishedFor: 'AlexNet, 227 px', totalS: 0.0758 });
    expect(total(profile)).toBeLessThan(0.0758);
    expect(total(profile)).toBeGreaterThan(0.075);
  });

  it('scales by MACs to other sizes and widths', () => {
    const small = model('resnet-18', { inputPx: 128, width: 0.5 });
    const profile = modelledProfile(device('pi-3b-plus'), small);
    expect(profile.source).toMatchObject({ kind: 'published', scaled: true, totalS: 0.2709 });
    expect(total(profile)).toBeCloseTo((0.2709 * macsOf(small)) / macsOf(model('resnet-18')), 12);
  });

  it('gives a block with more MACs and more bytes more time', () => {
    const workload = model('vgg-16');
    const { blocks } = workloadChain(workload);
    const seconds = times(modelledProfile(device('rtx-2080'), workload));
    const bytes = blocks.map(({ weightBytes, activationBytes }) => weightBytes + activationBytes);
    for (const [i, a] of blocks.entries()) {
      for (const [j, b] of blocks.entries()) {
        if (a.macs >= b.macs && bytes[i]! >= bytes[j]!)
          expect(seconds[i]).toBeGreaterThanOrEqual(seconds[j]!);
      }
    }
  });

  it('comes with the memory of the device, as does an extrapolated one', () => {
    for (const [of, kind] of [
      [model('resnet-18'), 'published'],
      [model('vgg-11'), 'extrapolated'],
      [chain, 'extrapolated'],
    ] as const) {
      expect(modelledProfile(device('pi-4'), of).source).toMatchObject({ kind, memoryMB: 1000 });
    }
  });

  it('charges blocks without MACs for their bytes', () => {
    const workload = model('resnet-18');
    const { blocks } = workloadChain(workload);
    const pooling = blocks.findIndex(({ macs }) => macs === 0);
    expect(times(modelledProfile(device('m1-cpu'), workload))[pooling]).toBeGreaterThan(1e-6);
  });
});

describe('launches', () => {
  it('bound every block of an eager device from below, and take most of its time', () => {
    const workload = model('resnet-50');
    const { blocks } = workloadChain(workload);
    const kernels = blocks.reduce((sum, block) => sum + block.kernels, 0);
    expect(kernels).toBeGreaterThan(170);
    const seconds = times(modelledProfile(device('v100-eager'), workload));
    // The published total is a little less than 60 us per operator: the floor is scaled with everything else.
    const floorS = (eagerLaunchS * 0.01037) / (kernels * eagerLaunchS * 1.25);
    blocks.forEach((block, i) => expect(seconds[i]).toBeGreaterThan(block.kernels * floorS));
  });

  it('do not shrink with the picture', () => {
    const large = total(modelledProfile(device('v100-eager'), model('resnet-50')));
    const small = total(modelledProfile(device('v100-eager'), model('resnet-50', { inputPx: 64 })));
    expect(small).toBeGreaterThan(0.8 * large);
    const notEager = total(modelledProfile(device('v100'), model('resnet-50', { inputPx: 64 })));
    expect(notEager).toBeLessThan(0.2 * 0.00342);
  });

  it('are charged on rows labelled eager only', () => {
    const workload = model('mobilenet-v2');
    const seconds = times(modelledProfile(device('rtx-3090'), workload));
    expect(Math.min(...seconds)).toBeLessThan(eagerLaunchS / 10);
  });
});

describe('a model without a published figure', () => {
  it('is extrapolated from the same family where there is one', () => {
    const { source } = modelledProfile(device('pi-4'), model('vgg-11'));
    expect(source).toMatchObject({ kind: 'extrapolated' });
    expect(source.kind === 'extrapolated' && source.from).toContain('VGG-16, 224 px');
  });

  it('keeps the effective rate of the nearest model', () => {
    const profile = modelledProfile(device('pi-3b-plus'), model('vgg-16'));
    expect(profile.source.kind === 'extrapolated' && profile.source.from).toContain('ResNet-50');
    const expected = (0.5836 * macsOf(model('vgg-16'))) / macsOf(model('resnet-50'));
    expect(total(profile)).toBeCloseTo(expected, 9);
  });

  it('has a positive time for every block of every model on every device', () => {
    for (const of of deviceCatalogue) {
      for (const architecture of architectures) {
        const profile = modelledProfile(of, model(architecture, { inputPx: 64, width: 0.25 }));
        for (const seconds of times(profile)) expect(seconds).toBeGreaterThan(0);
      }
    }
  });
});

const chain: CustomWorkload = {
  kind: 'custom',
  name: 'toy',
  inputBytes: 1000,
  blocks: [
    { name: 'a', load: { unit: 'macs', value: 2e9 }, bytesOut: 10, weightBytes: 0 },
    { name: 'b', load: { unit: 'seconds', value: 0.3 }, bytesOut: 10, weightBytes: 0 },
    { name: 'c', load: { unit: 'macs', value: 0 }, bytesOut: 10, weightBytes: 0 },
  ],
};

describe('a custom chain', () => {
  it('takes its MACs at the rate of a named model on a catalogue device, labelled extrapolated', () => {
    const profile = modelledProfile(device('pi-3b-plus'), chain);
    expect(profile.source.kind === 'extrapolated' && profile.source.from).toContain('ResNet-18');
    const rate = macsOf(model('resnet-18')) / 0.2709;
    expect(times(profile)[0]).toBeCloseTo(2e9 / rate, 6);
    expect(profile.blocks[2]!.time).toHaveProperty('belowS');
  });

  it('takes its seconds at speed 1 and half of them at speed 2, labelled assumed', () => {
    expect(times(assumedProfile(1, chain)).slice(0, 2)).toEqual([2, 0.3]);
    const twice = assumedProfile(2, chain);
    expect(times(twice).slice(0, 2)).toEqual([1, 0.15]);
    expect(twice.source).toEqual({ kind: 'assumed', speed: 2 });
    expect(twice.deviceId).toBe('custom:2');
  });

  it('has no free block: no load is less than any time', () => {
    const { time } = assumedProfile(1, chain).blocks[2]!;
    expect(time).toHaveProperty('belowS');
    expect(secondsOf(time)).toBeGreaterThan(0);
    expect(secondsOf(time)).toBeLessThan(1e-9);
  });
});

describe('an imported model', () => {
  /** One operator of so many MACs that reads and writes so much, and a branch without any. */
  const imported = (macs: number, elements: number): ImportedWorkload => ({
    ...importedExample,
    graph: {
      tensors: [
        { name: 'x', type: 'float32', shape: [elements] },
        { name: 'y', type: 'float32', shape: [elements] },
        { name: 'z', type: 'float32', shape: [1] },
      ],
      inputs: [0],
      outputs: [2],
      operators: [
        { name: 'work', kind: 'Conv', inputs: [0], outputs: [1], macs, parameters: 0, weightBytes: 0 },
        { name: 'branch', kind: 'If', inputs: [1], outputs: [2], macs: 0, parameters: 0, weightBytes: 0 },
      ],
      blockEnds: [1, 2],
    },
  });
  const phone = device('pi-3b-plus');

  it('takes about as long as the published model of as many MACs, whose rate it names', () => {
    for (const { architecture, inputPx, ms } of phone.latencies) {
      const macs = macsOf(model(architecture, { inputPx }));
      const profile = modelledProfile(phone, imported(macs, 10));
      const { source } = profile;
      expect(source.kind === 'extrapolated' && source.from).toContain(`${architectureNames[architecture]},`);
      expect(total(profile) / (ms / 1e3)).toBeGreaterThan(0.5);
      expect(total(profile) / (ms / 1e3)).toBeLessThan(1.01);
    }
  });

  it('takes the time of moving its tensors where there is nothing to multiply', () => {
    const [small, large] = [1e6, 1e8].map(
      (elements) => times(modelledProfile(phone, imported(0, elements)))[0]!,
    );
    expect(small).toBeGreaterThan(0);
    expect(large! / small!).toBeCloseTo(100, 6);
  });

  it('pays a launch for every operator on an eager device', () => {
    const eager = deviceCatalogue.find((of) => of.eager)!;
    for (const time of times(modelledProfile(eager, imported(1e6, 10)))) {
      expect(time).toBeGreaterThan(eagerLaunchS / 2);
      expect(time).toBeLessThan(4 * eagerLaunchS);
    }
  });
});

describe('the catalogue', () => {
  it('has unique ids and a citation, a latency and a kind of node for every device', () => {
    expect(new Set(deviceCatalogue.map(({ id }) => id)).size).toBe(deviceCatalogue.length);
    for (const of of deviceCatalogue) {
      expect(of.citation).not.toBe('');
      expect(of.latencies.length).toBeGreaterThan(0);
      expect(of.suggestedKinds.length).toBeGreaterThan(0);
      expect(of.memoryNote).not.toBe('');
    }
  });

  it('needs a peak rate where launches hide the real one', () => {
    for (const of of deviceCatalogue.filter(({ eager }) => eager)) expect(of.peakGflops).toBeGreaterThan(0);
  });
});
