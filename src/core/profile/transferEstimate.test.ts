import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type { CatalogueWorkload } from '../scenario/types';
import { stopping } from './stoppingRule';
import { runtimeFiles, transferEstimate } from './transferEstimate';

const resnet: CatalogueWorkload = {
  kind: 'catalogue',
  architecture: 'resnet-18',
  inputPx: 224,
  width: 1,
  shipped: 'fp32',
  rawInput: 'fp32',
};

const one = { backend: 'wasm', threads: 1 } as const;
const two = { backend: 'wasm', threads: 2 } as const;

it.each([...runtimeFiles.wasm, ...runtimeFiles.webgpu])(
  '$name is as large as announced',
  ({ name, bytes }) => {
    const dist = dirname(createRequire(import.meta.url).resolve('onnxruntime-web'));
    expect(statSync(join(dist, name)).size).toBe(bytes);
  },
);

it('announces a sum of files, and times that grow with the model and the number of configurations', () => {
  const single = transferEstimate(resnet, [one]);
  expect(single.upToBytes).toBe(runtimeFiles.wasm.reduce((sum, { bytes }) => sum + bytes, 0));
  expect(transferEstimate(resnet, [one, two]).upToBytes).toBe(single.upToBytes);
  expect(single.secondsFrom).toBeLessThan(single.secondsTo);
  expect(transferEstimate(resnet, [one, two]).secondsFrom).toBe(2 * single.secondsFrom);
  const small = transferEstimate({ ...resnet, inputPx: 64, width: 0.25 }, [one]);
  expect(small.secondsFrom).toBeLessThan(single.secondsFrom);
  const large = transferEstimate({ ...resnet, architecture: 'vgg-16', inputPx: 512 }, [one]);
  expect(large.secondsFrom).toBeGreaterThan(single.secondsFrom);
  expect(large.secondsTo).toBeGreaterThanOrEqual(large.secondsFrom);
});

it('counts what a large model runs beside what is measured: warm-up, trial and the first run of each session', () => {
  // Measured: 52.0 s for one thread and two, of VGG-16 at 224 px.
  const vgg = transferEstimate({ ...resnet, architecture: 'vgg-16' }, [one, two]);
  expect(vgg.secondsFrom).toBeGreaterThan(2 * stopping.maximumS + 10);
  expect(vgg.secondsFrom).toBeLessThan(52);
  expect(vgg.secondsTo).toBeGreaterThan(52);
});

it('counts a download and time of its own for a GPU', () => {
  const cpu = transferEstimate(resnet, [one]);
  const both = transferEstimate(resnet, [one, { backend: 'webgpu', threads: 1 }]);
  expect(both.upToBytes - cpu.upToBytes).toBe(runtimeFiles.webgpu.reduce((sum, { bytes }) => sum + bytes, 0));
  expect(both.secondsFrom).toBeGreaterThan(cpu.secondsFrom);
  expect(both.secondsTo).toBeGreaterThan(cpu.secondsTo);
});
