/** A measured profile of a small catalogue model, with details, as the profiler makes one. */
import { workloadChain } from '../../../model/workloadChain';
import type { CatalogueWorkload } from '../../../scenario/types';
import { describeReasons } from '../../describeReasons';
import type { ProfileDetails } from '../../detailsTypes';
import type { Reason } from '../../reasonTypes';
import type { BlockSample, Profile } from '../../types';

export const sampleWorkload: CatalogueWorkload = {
  kind: 'catalogue',
  architecture: 'resnet-18',
  inputPx: 64,
  width: 0.25,
  shipped: 'fp32',
  rawInput: 'uint8',
};
const chain = workloadChain(sampleWorkload);
export const sampleNames = chain.blocks.map(({ name }) => name);

export const sampleContext = {
  fileName: 'my server.json',
  date: '2026-01-02T03:04:05.000Z',
  newId: 'new-id',
  workload: sampleWorkload,
} as const;

const blocks = chain.blocks.map((_, block): BlockSample => {
  const seconds = 1e-4 * (block + 1);
  return block === 3
    ? { time: { belowS: 5e-6 }, intervalS: null }
    : {
        time: { seconds },
        intervalS: [seconds * 0.9, seconds * 1.1],
        p90S: seconds * 1.2,
        minS: seconds * 0.8,
      };
});
const sumS = blocks.reduce((sum, { time }) => sum + ('seconds' in time ? time.seconds : 0), 0);

/** What a busy laptop tells of itself. */
const reasons: readonly Reason[] = [
  { kind: 'wide-interval', halfWidth: 0.07 },
  { kind: 'more-threads-than-cores', threads: 16, cores: 8, tail: 1.6, inSlices: 0.5, speedUp: 1 },
  { kind: 'battery', level: 0.34 },
  { kind: 'devtools-open' },
  { kind: 'few-runs', runs: 3 },
  { kind: 'software-adapter' },
];

export const sampleProfile: Profile = {
  id: 'sample-1',
  deviceId: 'measured',
  deviceName: 'Ann’s workstation',
  modelKey: chain.modelKey,
  modelName: chain.name,
  blocks,
  source: {
    kind: 'measured',
    date: '2026-01-01T00:00:00.000Z',
    backend: 'wasm',
    threads: 2,
    runs: 15,
    clockS: 5e-6,
    endToEndS: sumS,
    endToEndIntervalS: [sumS * 0.99, sumS * 1.01],
    sumS,
    ratio: 1,
    factor: 1,
    statistic: 'median',
    steadiness: 'good',
    reason: describeReasons(reasons),
    deviceDetails: 'Firefox on a very particular machine',
  },
};

export const sampleDetails: ProfileDetails = {
  kernels: sampleNames.map((name, block) => ({
    name,
    kind: 'FusedConv',
    provider: 'CPUExecutionProvider',
    block,
    medianS: 9e-5 * (block + 1),
    calls: 1,
  })),
  fallbacks: [],
  copies: 0,
  adapter: {
    vendor: 'acme',
    architecture: 'gen-9',
    description: 'Acme 9000',
    isFallback: false,
    hasTimestamps: true,
    hasShaderF16: false,
  },
  endToEndRunsS: [0.031, 0.03],
  heapBytes: 1e7,
  reasons,
  foldedBlocks: [3],
  readBackS: null,
};
