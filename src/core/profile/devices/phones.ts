import { ncnn } from './citations';
import { published, type Device } from './device';

const phoneMemory = 'the chip is sold in phones with different memory';

/** Phones, by their chip. */
export const phones: readonly Device[] = [
  {
    id: 'snapdragon-855-plus',
    name: 'Phone, Snapdragon 855+',
    runtime: 'ncnn, CPU, 4 threads',
    latencies: published({
      mobileNetV2: 4.64,
      resNet18: 10.33,
      resNet50: 26.18,
      alexNet: 11.88,
      vgg16: 59.3,
    }),
    citation: ncnn,
    confidence: 'high',
    note: '',
    eager: false,
    memoryMB: null,
    memoryNote: phoneMemory,
    power: null,
    suggestedKinds: ['ue'],
    bandwidthGBps: 34.1,
    peakGflops: null,
  },
  {
    id: 'snapdragon-888',
    name: 'Phone, Snapdragon 888',
    runtime: 'ncnn, CPU, 8 threads',
    latencies: published({
      mobileNetV2: 6.87,
      resNet18: 12.05,
      resNet50: 29.45,
      alexNet: 13.85,
      vgg16: 56.9,
    }),
    citation: ncnn,
    confidence: 'high',
    note: '',
    eager: false,
    memoryMB: null,
    memoryNote: phoneMemory,
    power: null,
    suggestedKinds: ['ue'],
    bandwidthGBps: 51.2,
    peakGflops: null,
  },
  {
    id: 'snapdragon-8-gen-2',
    name: 'Phone, Snapdragon 8 Gen 2',
    runtime: 'ncnn, CPU, 4 threads',
    latencies: published({ mobileNetV2: 3.13, resNet18: 6.61, resNet50: 18.9, alexNet: 8.18, vgg16: 37 }),
    citation: ncnn,
    confidence: 'high',
    note: '',
    eager: false,
    memoryMB: null,
    memoryNote: phoneMemory,
    power: null,
    suggestedKinds: ['ue'],
    bandwidthGBps: 67.2,
    peakGflops: null,
  },
];
