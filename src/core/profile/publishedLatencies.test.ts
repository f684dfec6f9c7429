import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Architecture } from '../scenario/types';
import { deviceCatalogue } from './deviceCatalogue';

/** Latencies as they were collected from their sources; they lie beside the repository, not in it. */
const file = new URL('../../../../shared/data/devices/devices.json', import.meta.url);

interface Row {
  readonly device: string;
  readonly runtime: string;
  readonly source: string;
  readonly ms: Readonly<Record<string, number>>;
}

/** Which row a device of the catalogue was typed in from: the row's device and runtime. */
const rowOf: Readonly<Record<string, readonly [device: string, runtime: string]>> = {
  'pi-zero-2w': ['Raspberry Pi Zero 2W', 'ncnn 4 thr'],
  'pi-3b-plus': ['Raspberry Pi 3B+', 'ncnn 4 thr'],
  'pi-4': ['Raspberry Pi 4', 'ncnn 4 thr'],
  'pi-5': ['Raspberry Pi 5', 'ncnn 4 thr'],
  'jetson-nano': ['Jetson Nano', 'ncnn Vulkan GPU'],
  'jetson-agx-orin': ['Jetson AGX Orin', 'ncnn Vulkan GPU'],
  'snapdragon-855-plus': ['Phone Snapdragon 855+', 'ncnn CPU 4 thr'],
  'snapdragon-888': ['Phone Snapdragon 888', 'ncnn CPU 8 thr'],
  'snapdragon-8-gen-2': ['Phone Snapdragon 8 Gen 2', 'ncnn CPU 4 thr'],
  'm1-cpu': ['Apple M1 (MBP13)', 'ncnn CPU 1 thr'],
  'm1-gpu': ['Apple M1 (MBP13)', 'ncnn Vulkan GPU'],
  'm3-cpu': ['Apple M3 Air', 'ncnn CPU 1 thr'],
  'm3-gpu': ['Apple M3 Air', 'ncnn Vulkan GPU'],
  'i7-12700h': ['Core i7-12700H', 'PyTorch 2.4 dynamo fp32'],
  'ryzen-7-5700g': ['Ryzen 7 5700G', 'ncnn CPU 16 thr'],
  'ryzen-9-5950x': ['Ryzen 9 5950X', 'ncnn CPU 16 thr'],
  'rtx-2060-notebook': ['RTX 2060 (notebook)', 'ncnn Vulkan fp16'],
  'rtx-2080': ['RTX 2080', 'ncnn Vulkan fp16'],
  'rtx-3090': ['RTX 3090', 'ncnn Vulkan fp16'],
  v100: ['Tesla V100', 'ncnn Vulkan fp16'],
  'v100-eager': ['V100', 'PyTorch eager bs1'],
  't4-eager': ['T4', 'PyTorch eager bs1'],
  'xeon-d64s-v6': ['Azure D64s v6 (Xeon)', 'ncnn CPU 8 thr'],
  'i9-10940x': ['Core i9-10940X (14-core; proxy for i9-9990XE)', 'PyTorch 2.4 dynamo fp32'],
};

const columnOf: Readonly<Record<Architecture, string>> = {
  alexnet: 'alexnet',
  'mobilenet-v2': 'mobilenet_v2',
  'resnet-18': 'resnet18',
  'resnet-50': 'resnet50',
  'vgg-11': 'vgg11',
  'vgg-16': 'vgg16',
};

describe.skipIf(!fs.existsSync(file))('latencies of ../shared/data/devices (skipped without them)', () => {
  const rows = fs.existsSync(file)
    ? (JSON.parse(fs.readFileSync(file, 'utf8')) as { readonly latency: readonly Row[] }).latency
    : [];

  it('have a row for every device of the catalogue, and no row serves two', () => {
    expect(Object.keys(rowOf).sort()).toEqual(deviceCatalogue.map(({ id }) => id).sort());
    expect(new Set(Object.values(rowOf).map(String)).size).toBe(deviceCatalogue.length);
  });

  it.each(deviceCatalogue.map((device) => [device.id, device] as const))(
    '%s has exactly the published figures, with their source',
    (id, device) => {
      const [name, runtime] = rowOf[id]!;
      const row = rows.find((other) => other.device === name && other.runtime === runtime)!;
      const published = Object.entries(columnOf).flatMap(([architecture, column]) => {
        const ms = row.ms[column];
        // Only ncnn has an AlexNet, and it takes 227 px.
        return ms === undefined ? [] : [[architecture, architecture === 'alexnet' ? 227 : 224, ms]];
      });
      const typedIn = device.latencies.map(({ architecture, inputPx, ms }) => [architecture, inputPx, ms]);
      expect(typedIn.sort()).toEqual(published.sort());
      const commit = /@([0-9a-f]{7})/.exec(row.source)![1];
      expect(device.citation).toContain(`commit ${commit}`);
      const threads = / (\d+) thr/.exec(row.runtime)?.[1];
      if (threads !== undefined) expect(device.runtime).toMatch(new RegExp(` ${threads} threads?$`));
    },
  );
});
