/** What the runtime ran, kernel by kernel: for tables and heat maps beside the times of the blocks. */
import { mean, median } from '../statistics';
import type { KernelSummary, ProfileDetails } from './detailsTypes';
import { onGpu } from './gpuPrograms';
import type { KernelRun } from './parseOrtProfile';
import { isCoarse } from './stoppingRule';

interface Collected {
  readonly name: string;
  readonly kind: string;
  readonly provider: string;
  readonly block: number;
  readonly perRunS: Float64Array;
  calls: number;
}

/**
 * One entry for each kernel (a name and what it ran as), in the order of the last run, which is as good as any: all runs are
 * alike. Fallbacks are kernels that ran on the CPU although others ran on a GPU.
 *
 * @param blockOfCall - [run][call], from `mapKernelsToBlocks`
 * @param clockS - a coarse clock reads a short kernel as 0 or one step: then means are taken
 */
export function summariseKernels(
  runs: readonly KernelRun[],
  blockOfCall: readonly Uint32Array[],
  clockS: number,
): Pick<ProfileDetails, 'kernels' | 'fallbacks' | 'copies'> {
  const collected = new Map<string, Collected>();
  // Backwards, so that the last run sets the order.
  for (let run = runs.length - 1; run >= 0; run -= 1) {
    const isLast = run === runs.length - 1;
    runs[run]!.calls.forEach(({ name, kind, provider, seconds }, call) => {
      const key = `${name}\0${kind}\0${provider}`;
      let entry = collected.get(key);
      if (entry === undefined) {
        const block = blockOfCall[run]![call]!;
        entry = { name, kind, provider, block, perRunS: new Float64Array(runs.length), calls: 0 };
        collected.set(key, entry);
      }
      entry.perRunS[run]! += seconds;
      if (isLast) entry.calls += 1;
    });
  }
  const centre = isCoarse(clockS) ? mean : median;
  const inLastRun = [...collected.values()].filter(({ calls }) => calls > 0);
  const usesGpu = runs.at(-1)?.clock !== 'cpu';
  const kernels = inLastRun.map(({ name, kind, provider, block, perRunS, calls }): KernelSummary => {
    return { name, kind, provider, block, medianS: centre([...perRunS]), calls };
  });
  const fallbacks = usesGpu ? kernels.filter((kernel) => !onGpu(kernel)) : [];
  return {
    kernels,
    fallbacks: fallbacks.map(({ name, kind }) => ({ operator: name, kind })),
    copies: runs.at(-1)?.copies ?? 0,
  };
}
