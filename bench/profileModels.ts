/** The models that come with the page: those of the catalogue, and the small pretrained ones. */
import { openSample, sampleNames, shippedDims } from '../src/profiling/testing/openSample';
import { architectures } from '../src/core/scenario/types';
import type { ModelSource } from '../src/protocol/modelFiles';

export const builtIn: readonly string[] = [...architectures, ...sampleNames];

/** @param inputPx - of catalogue models; the others have the sizes that the page opens them with */
export async function openBuiltIn(name: string, inputPx: number): Promise<ModelSource> {
  const sample = sampleNames.find((known) => known === name);
  if (sample !== undefined) return openSample(sample, shippedDims[sample]);
  const architecture = architectures.find((known) => known === name);
  if (architecture === undefined) throw new Error(`${name} is none of ${builtIn.join(', ')}`);
  const precisions = { shipped: 'fp32', rawInput: 'fp32' } as const;
  return {
    kind: 'catalogue',
    workload: { kind: 'catalogue', architecture, inputPx, width: 1, ...precisions },
    seed: 1,
    weights: 'cheap',
  };
}
