/**
 * Block times of devices nobody measured here: a published whole-model latency spread over the blocks.
 *
 *   t(block) = launch floor * kernels + max(MACs / rate, bytes / bandwidth), scaled so that the sum is the published total
 *
 * The floor (60 us per operator) is charged on rows labelled eager only: there V100 and T4 both need about 10.4 ms for
 * the 175 operators of ResNet-50, whatever their rate. The rate is the one the published latency implies (batch-1
 * efficiency is 3 to 60 % of the peak), except on eager rows, where launches hide it and the peak is used.
 */
import { architectureNames } from '../model/catalogue/catalogue';
import { macsPerSecondAt1x, workloadChain, type WorkloadChain } from '../model/workloadChain';
import type { Architecture, CatalogueWorkload, Workload } from '../scenario/types';
import { blockTime, modelledResolutionS } from './blockTime';
import type { Device } from './deviceCatalogue';
import type { PublishedLatency } from './devices/device';
import { sumExactly } from './sumExactly';
import type { BlockSample, Profile, ProfileSource } from './types';

/** Launch of one operator on an eager device [s] (V100 and T4, PyTorch eager, NVIDIA DeepLearningExamples). */
export const eagerLaunchS = 60e-6;

const catalogueProfileId = (deviceId: string, modelKey: string): string =>
  `catalogue:${deviceId}:${modelKey}`;
export const customDeviceId = (speed: number): string => `custom:${speed}`;

/**
 * The profile of a catalogue device for a workload. Units: seconds.
 * Published for this model: the total, scaled by MACs where size or width differ. Not published: from the effective rate
 * on the nearest model. A custom chain: MACs / effective rate. An imported model: the formula above, its scale and rate those of
 * the published model nearest in MACs.
 */
export function modelledProfile(device: Device, workload: Workload): Profile {
  const chain = workloadChain(workload);
  const { times, source } = timesOf(device, workload, chain);
  return {
    id: catalogueProfileId(device.id, chain.modelKey),
    deviceId: device.id,
    deviceName: device.name,
    modelKey: chain.modelKey,
    modelName: chain.name,
    blocks: times.map(asSample),
    source,
  };
}

/**
 * The profile of a device known by its speed alone: MACs / (speed * 1e9) seconds. Blocks without MACs (pooling) take
 * "below a picosecond".
 */
export function assumedProfile(speed: number, workload: Workload): Profile {
  const chain = workloadChain(workload);
  const deviceId = customDeviceId(speed);
  return {
    id: `${deviceId}:${chain.modelKey}`,
    deviceId,
    deviceName: `custom, ${speed}x`,
    modelKey: chain.modelKey,
    modelName: chain.name,
    blocks: chain.blocks.map((block) => asSample(trim(block.macs / (speed * macsPerSecondAt1x)))),
    source: { kind: 'assumed', speed },
  };
}

/** What a document keeps of a catalogue device beside its times. */
function factsOf({ citation, memoryMB, power }: Device) {
  const kept = power === null ? null : { idleW: power.idleW, loadW: power.loadW, citation: power.citation };
  return { citation, memoryMB, power: kept };
}

interface Modelled {
  readonly times: readonly number[];
  readonly source: ProfileSource;
}

function timesOf(device: Device, workload: Workload, chain: WorkloadChain): Modelled {
  switch (workload.kind) {
    case 'catalogue':
      return catalogueTimes(device, workload, chain);
    case 'custom':
      return customTimes(device, chain);
    case 'imported':
      return importedTimes(device, chain);
  }
}

const asSample = (seconds: number): BlockSample => ({
  time: blockTime(seconds, modelledResolutionS),
  intervalS: null,
});

function catalogueTimes(device: Device, workload: CatalogueWorkload, chain: WorkloadChain): Modelled {
  const exact = device.latencies.find((row) => row.architecture === workload.architecture);
  const row = exact ?? nearestRow(device, workload.architecture, totalMacs(chain));
  const reference = referenceChain(row);
  const same = exact !== undefined && workload.inputPx === row.inputPx && workload.width === 1;
  const totalS = secondsOfRow(row);
  const times = spread(device, row, chain, same ? totalS : scaledTotal(device, row, chain));
  const publishedFor = describeRow(row);
  const facts = factsOf(device);
  return {
    times,
    source:
      exact === undefined
        ? {
            kind: 'extrapolated',
            from: describeRate(row, reference),
            ...facts,
          }
        : { kind: 'published', totalS, publishedFor, scaled: !same, ...facts },
  };
}

function customTimes(device: Device, chain: WorkloadChain): Modelled {
  const row =
    device.latencies.find(({ architecture }) => architecture === 'resnet-18') ?? device.latencies[0];
  if (row === undefined) throw new RangeError(`${device.id} has no published latency`);
  const reference = referenceChain(row);
  const rate = totalMacs(reference) / secondsOfRow(row);
  const facts = factsOf(device);
  return {
    times: chain.blocks.map((block) => round(block.macs / rate)),
    source: { kind: 'extrapolated', from: describeRate(row, reference), ...facts },
  };
}

/** Launches, memory traffic and MACs each count, so that a model of many small operators or of none with MACs has a time too. */
function importedTimes(device: Device, chain: WorkloadChain): Modelled {
  const row = nearestRow(device, null, totalMacs(chain));
  const reference = referenceChain(row);
  const factor = secondsOfRow(row) / sum(rawTimes(device, row, reference));
  return {
    times: rawTimes(device, row, chain).map((time) => round(time * factor)),
    source: { kind: 'extrapolated', from: describeRate(row, reference), ...factsOf(device) },
  };
}

/** The published model closest to this one: of the same family where it has one, else closest in MACs. */
function nearestRow(device: Device, architecture: Architecture | null, macs: number): PublishedLatency {
  const family = architecture === null ? null : familyOf(architecture);
  const distance = (row: PublishedLatency): number =>
    Math.abs(Math.log(totalMacs(referenceChain(row)) / Math.max(1, macs))) +
    (family === null || familyOf(row.architecture) === family ? 0 : otherFamily);
  const nearest = device.latencies.reduce<PublishedLatency | undefined>(
    (best, row) => (best === undefined || distance(row) < distance(best) ? row : best),
    undefined,
  );
  if (nearest === undefined) throw new RangeError(`${device.id} has no published latency`);
  return nearest;
}

/** Larger than any ratio of MACs in the catalogue (on a log scale), so that the family decides first. */
const otherFamily = 100;
const familyOf = (architecture: Architecture): string => architecture.split('-')[0] ?? architecture;

/** The published total carried over to another chain: launches by their number, the rest by MACs. */
function scaledTotal(device: Device, row: PublishedLatency, chain: WorkloadChain): number {
  const reference = referenceChain(row);
  const totalS = secondsOfRow(row);
  const launches = device.eager ? eagerLaunchS * totalKernels(reference) : 0;
  const launchS = (launches * totalS) / sum(rawTimes(device, row, reference));
  return (
    (launchS * totalKernels(chain)) / totalKernels(reference) +
    ((totalS - launchS) * totalMacs(chain)) / totalMacs(reference)
  );
}

function spread(device: Device, row: PublishedLatency, chain: WorkloadChain, totalS: number): number[] {
  const raw = rawTimes(device, row, chain);
  const factor = totalS / sum(raw);
  return sumExactly(
    raw.map((time) => round(time * factor)),
    totalS,
  );
}

function rawTimes(device: Device, row: PublishedLatency, chain: WorkloadChain): number[] {
  const bytesPerS = device.bandwidthGBps * 1e9;
  const rate =
    device.eager && device.peakGflops !== null
      ? (device.peakGflops * 1e9) / 2
      : totalMacs(referenceChain(row)) / secondsOfRow(row);
  const floorS = device.eager ? eagerLaunchS : 0;
  return chain.blocks.map(
    (block) =>
      floorS * block.kernels +
      Math.max(block.macs / rate, (block.weightBytes + block.activationBytes) / bytesPerS),
  );
}

/** The published figure in seconds: the double nearest to the decimal that was published (75.8 / 1e3 is not 0.0758). */
const secondsOfRow = (row: PublishedLatency): number => Number(`${row.ms}e-3`);

const references = new Map<string, WorkloadChain>();

/** The chain a figure was published for, at width 1. Kept: it is asked for with every edit of the workload. */
function referenceChain(row: PublishedLatency): WorkloadChain {
  const key = `${row.architecture}:${row.inputPx}`;
  const known = references.get(key);
  if (known !== undefined) return known;
  const chain = workloadChain({
    kind: 'catalogue',
    architecture: row.architecture,
    inputPx: row.inputPx,
    width: 1,
    shipped: 'fp32',
    rawInput: 'fp32',
  });
  references.set(key, chain);
  return chain;
}

const describeRow = (row: PublishedLatency): string =>
  `${architectureNames[row.architecture]}, ${row.inputPx} px`;

function describeRate(row: PublishedLatency, reference: WorkloadChain): string {
  const gigaMacs = totalMacs(reference) / 1e9;
  return `its rate on ${describeRow(row)} (${gigaMacs.toPrecision(3)} GMAC in ${row.ms} ms)`;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const totalMacs = (chain: WorkloadChain): number => sum(chain.blocks.map((block) => block.macs));
const totalKernels = (chain: WorkloadChain): number => sum(chain.blocks.map((block) => block.kernels));
/** Drops the last bits, so that a custom block of 0.3 s takes 0.3 s although it went by way of MACs. */
const trim = (seconds: number): number => Number(seconds.toPrecision(12));
/** Seven significant digits: more precise than any measurement, and short in a link. */
const round = (seconds: number): number => Number(seconds.toPrecision(7));
