/** Collects what the profiles of one session after the other say. */
import type { ProfileDetails } from '../core/profile/detailsTypes';
import { onGpu, timestampStepS } from '../core/profile/gpuPrograms';
import { type BlockNames, mapKernelsToBlocks, type MapOptions } from '../core/profile/mapKernelsToBlocks';
import { type KernelRun, parseOrtProfile } from '../core/profile/parseOrtProfile';
import { summariseKernels } from '../core/profile/summariseKernels';
import { err, ok, type Result } from '../core/result';
import type { ProfileFailure } from '../protocol/profilerApi';

export interface ReadProfiles extends Pick<
  ProfileDetails,
  'kernels' | 'fallbacks' | 'copies' | 'foldedBlocks'
> {
  /** Profiled runs: [run][block] seconds. */
  readonly blockRuns: readonly Float64Array[];
  /** Step of the clock that timed them [s]. */
  readonly blockClockS: number;
  /** The GPU has no time stamps: `blockRuns` say what handing over took, and must not be used. */
  readonly isUntimed: boolean;
}

export interface ProfileReader {
  /** @param uncounted - runs at its beginning that do not count */
  read(text: string, uncounted: number): Result<null, ProfileFailure>;
  readonly blockRuns: readonly Float64Array[];
  /** Step of the clock behind what was read so far: the GPU's own where it was the GPU that took the time. */
  clockS(cpuClockS: number): number;
  isUntimed(): boolean;
  /** As of the latest run; 1 before the first. */
  kernelsPerRun(): number;
  all(cpuClockS: number): ReadProfiles;
}

/** Kernels of so many calls are kept one by one for the table of kernels; blocks are kept of all. */
const mostCallsKept = 200_000;

export function createProfileReader({
  blocks,
  blocksFound,
}: MapOptions & { readonly blocks: readonly BlockNames[] }): ProfileReader {
  const blockRuns: Float64Array[] = [];
  const runs: KernelRun[] = [];
  const blockOfCall: Uint32Array[] = [];
  let callsKept = 0;
  let folded: readonly number[] = [];
  const latest = (): KernelRun | undefined => runs.at(-1);
  const clockS = (cpuClockS: number): number =>
    latest()?.clock === 'gpu' ? timestampStepS(runs.flatMap(gpuTimes)) : cpuClockS;
  const isUntimed = (): boolean => latest()?.clock === 'none';
  return {
    blockRuns,
    clockS,
    isUntimed,
    kernelsPerRun: () => latest()?.calls.length ?? 1,
    read: (text, uncounted) => {
      const parsed = parseOrtProfile(text);
      if (!parsed.ok) {
        const message = `ONNX Runtime printed no profile (${parsed.error.kind}).`;
        return err({ kind: 'session-failed', message });
      }
      const counted = parsed.value.slice(uncounted);
      const mapped = mapKernelsToBlocks(counted, blocks, { blocksFound });
      if (!mapped.ok) return mapped;
      blockRuns.push(...mapped.value.runs);
      folded = mapped.value.folded;
      for (const [index, run] of counted.entries()) {
        if (callsKept + run.calls.length > mostCallsKept && runs.length > 0) break;
        callsKept += run.calls.length;
        runs.push(run);
        blockOfCall.push(mapped.value.blockOfCall[index]!);
      }
      return ok(null);
    },
    all: (cpuClockS) => ({
      ...summariseKernels(runs, blockOfCall, clockS(cpuClockS)),
      blockRuns,
      foldedBlocks: folded,
      blockClockS: clockS(cpuClockS),
      isUntimed: isUntimed(),
    }),
  };
}

const gpuTimes = ({ calls }: KernelRun): number[] => calls.filter(onGpu).map(({ seconds }) => seconds);
