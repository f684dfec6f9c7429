/** What this browser offers for measuring, what it does not, and why. */
import type { AdapterFacts } from '../../../core/profile/detailsTypes';
import type { BrowserFacts, GpuAccess } from '../../../state/profilingTypes';
import { formatSeconds } from '../../format';

/** "google swiftshader (SwiftShader Device)"; browsers tell as much as they like. */
export function adapterName({ architecture, description, vendor }: AdapterFacts): string {
  const short = [vendor, architecture].filter((part) => part !== '').join(' ');
  if (short === '') return description === '' ? 'a GPU the browser does not name' : description;
  return description === '' ? short : `${short} (${description})`;
}

export const softwareText = 'A software adapter: its times say nothing of a real GPU.';

/** The GPU in a line. */
export function gpuText(gpu: GpuAccess | null): string {
  if (gpu === null) return 'asking the browser…';
  return gpu.kind === 'adapter' ? adapterName(gpu.adapter) : 'none';
}

/** One thing that is missing here: what is lost by it, why, and what would help. */
export interface Missing {
  readonly what: string;
  readonly why: string;
}

export function missingHere(
  {
    clockS,
    cores,
    crossOriginIsolated,
    isSecure,
  }: Pick<BrowserFacts, 'clockS' | 'cores' | 'crossOriginIsolated' | 'isSecure'>,
  gpu: GpuAccess | null,
): readonly Missing[] {
  return [
    ...(crossOriginIsolated ? [] : [isolationMissing(isSecure, clockS)]),
    ...(crossOriginIsolated && cores === 1
      ? [{ what: 'More than 1 thread', why: 'The browser tells of one core.' }]
      : []),
    ...gpuMissing(gpu),
  ];
}

function isolationMissing(isSecure: boolean, clockS: number): Missing {
  const why = isSecure
    ? 'This site does not send the headers that isolate the page (COOP and COEP)'
    : 'The page came over plain http, which browsers do not isolate';
  return {
    what: 'Threads and the fine clock',
    why: `${why}, so the model runs on 1 thread, and the clock steps by ${formatSeconds(clockS)}: blocks shorter than that are averaged over more runs, or marked as below it.`,
  };
}

function gpuMissing(gpu: GpuAccess | null): readonly Missing[] {
  if (gpu === null) return [];
  if (gpu.kind === 'absent') return [{ what: 'The GPU', why: noGpuTexts[gpu.why] }];
  const { hasTimestamps, isFallback } = gpu.adapter;
  return [
    ...(isFallback ? [{ what: 'A real GPU', why: softwareText }] : []),
    ...(hasTimestamps
      ? []
      : [
          {
            what: 'GPU time stamps',
            why: 'The adapter has none: blocks are timed alone and scaled to the whole, and the result is marked as estimated.',
          },
        ]),
  ];
}

const noGpuTexts: Readonly<Record<Extract<GpuAccess, { kind: 'absent' }>['why'], string>> = {
  'not-secure':
    'The page came over plain http, where browsers offer no WebGPU. Open it over https or on this machine.',
  'no-webgpu': 'This browser has no WebGPU, or it is switched off. The CPU is measured all the same.',
  'no-adapter':
    'The browser has WebGPU but gives no adapter: there is no GPU, or its driver is blocked. The CPU is measured all the same.',
};
