import { describe, expect, it } from 'vitest';
import type { CatalogueWorkload, CustomWorkload } from '../scenario/types';
import { architectures } from '../scenario/types';
import { workloadChain } from './workloadChain';

const catalogue: CatalogueWorkload = {
  kind: 'catalogue',
  architecture: 'resnet-18',
  inputPx: 224,
  width: 1,
  shipped: 'fp32',
  rawInput: 'fp32',
};

const custom: CustomWorkload = {
  kind: 'custom',
  name: 'Toy',
  inputBytes: 1000,
  blocks: [
    { name: 'first', load: { unit: 'seconds', value: 0.5 }, bytesOut: 400, weightBytes: 80 },
    { name: 'second', load: { unit: 'macs', value: 3e8 }, bytesOut: 8, weightBytes: 0 },
  ],
};

describe('a catalogue workload', () => {
  it('ships features and input each at its own precision', () => {
    const full = workloadChain(catalogue).boundaryBytes;
    const { boundaryBytes: mixed, boundaryTensors } = workloadChain({
      ...catalogue,
      shipped: 'int8',
      rawInput: 'uint8',
    });
    const { boundaryBytes: half } = workloadChain({ ...catalogue, shipped: 'fp16' });
    expect([full[0], mixed[0], half[0]]).toEqual([602_112, 150_528, 602_112]);
    expect([full.at(-1), mixed.at(-1), half.at(-1)]).toEqual([4000, 1000, 2000]);
    boundaryTensors.forEach((tensors, k) => {
      if (!tensors.includes('input')) expect([mixed[k], half[k]]).toEqual([full[k]! / 4, full[k]! / 2]);
    });
  });

  it('has the known bytes behind the stages of ResNet-18', () => {
    const { blocks, boundaryBytes } = workloadChain(catalogue);
    const behind = (name: string) => boundaryBytes[blocks.findIndex((block) => block.name === name) + 1];
    expect([
      behind('layer1.1.conv2'),
      behind('layer2.1.conv2'),
      behind('layer3.1.conv2'),
      behind('layer4.1.conv2'),
      behind('avgpool'),
    ]).toEqual([802_816, 401_408, 200_704, 100_352, 2048]);
  });

  it('has a key that names the model and changes with its structure only', () => {
    const { modelKey } = workloadChain(catalogue);
    expect(modelKey).toMatch(/^resnet-18@224x1#[0-9a-f]{8}$/);
    expect(workloadChain({ ...catalogue, shipped: 'int8', rawInput: 'uint8' }).modelKey).toBe(modelKey);
    const others = [
      { ...catalogue, inputPx: 192 },
      { ...catalogue, width: 0.5 as const },
      ...architectures.slice(0, 2).map((architecture) => ({ ...catalogue, architecture })),
    ].map((workload) => workloadChain(workload).modelKey.split('#')[1]);
    expect(new Set([...others, modelKey.split('#')[1]]).size).toBe(5);
  });

  it('keeps the keys under which measurements have been saved', () => {
    expect(architectures.map((architecture) => workloadChain({ ...catalogue, architecture }).modelKey))
      .toMatchInlineSnapshot(`
      [
        "alexnet@224x1#abf18261",
        "mobilenet-v2@224x1#aeddda47",
        "resnet-18@224x1#7a9759e6",
        "resnet-50@224x1#ff0996b1",
        "vgg-11@224x1#6a4b12ad",
        "vgg-16@224x1#88c362ee",
      ]
    `);
  });

  it('is derived once, also for an equal copy', () => {
    const chain = workloadChain(catalogue);
    expect(workloadChain(catalogue)).toBe(chain);
    expect(workloadChain(structuredClone(catalogue))).toBe(chain);
  });

  it('is the same after many others, but not kept for ever', () => {
    const copy = { ...catalogue, inputPx: 333 };
    const chain = workloadChain(copy);
    for (let inputPx = 64; inputPx < 104; inputPx++) workloadChain({ ...catalogue, inputPx });
    expect(workloadChain(copy)).toBe(chain);
    const again = workloadChain(structuredClone(copy));
    expect(again).not.toBe(chain);
    expect(again).toEqual(chain);
  });

  it('has kernels, work and weights in its blocks', () => {
    const { blocks } = workloadChain(catalogue);
    expect(blocks[0]).toEqual({
      name: 'conv1',
      label: 'conv 7x7, 64',
      macs: 118_013_952,
      parameters: 9408 + 128,
      weightBytes: 4 * (9408 + 256),
      activationBytes: 602_112 + 3_211_264,
      kernels: 3,
    });
  });
});

describe('a custom workload', () => {
  it('takes a second as 1e9 MACs and ships the bytes it is given', () => {
    expect(workloadChain(custom)).toEqual({
      name: 'Toy',
      modelKey: expect.stringMatching(/^custom#[0-9a-f]{8}$/) as string,
      blocks: [
        {
          name: 'first',
          label: 'first',
          macs: 5e8,
          parameters: 20,
          weightBytes: 80,
          activationBytes: 1400,
          kernels: 1,
        },
        {
          name: 'second',
          label: 'second',
          macs: 3e8,
          parameters: 0,
          weightBytes: 0,
          activationBytes: 408,
          kernels: 1,
        },
      ],
      boundaryBytes: [1000, 400, 8],
      boundaryTensors: [['input'], ['first'], ['second']],
    });
  });

  it('has a key of its loads and bytes, not of its names', () => {
    const key = (workload: CustomWorkload): string => workloadChain(workload).modelKey;
    const [first, second] = custom.blocks;
    const renamed = {
      ...custom,
      name: 'Other',
      blocks: [
        { ...first!, name: 'a' },
        { ...second!, name: 'b' },
      ],
    };
    expect(key(renamed)).toBe(key(custom));
    expect(key({ ...custom, inputBytes: 1001 })).not.toBe(key(custom));
    expect(key({ ...custom, blocks: [second!, first!] })).not.toBe(key(custom));
    expect(key({ ...custom, blocks: [{ ...first!, bytesOut: 401 }, second!] })).not.toBe(key(custom));
  });

  it('is an input without blocks when it has none', () => {
    const { blocks, boundaryBytes } = workloadChain({ ...custom, blocks: [] });
    expect([blocks, boundaryBytes]).toEqual([[], [1000]]);
  });
});
