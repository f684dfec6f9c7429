import type { WorkloadChain } from '../../../core/model/workloadChain';
import { limits } from '../../../core/scenario/limits';
import type { CustomWorkload } from '../../../core/scenario/types';

/** A catalogue model as a custom chain: the same blocks, loads and bytes, free to be edited, under a name of its own. */
export function customChainFrom(chain: WorkloadChain): CustomWorkload {
  return {
    kind: 'custom',
    name: `Chain from ${chain.name}`.slice(0, limits.nameLength),
    inputBytes: chain.boundaryBytes[0]!,
    blocks: chain.blocks.map((block, i) => ({
      name: block.name.slice(0, limits.nameLength),
      load: { unit: 'macs', value: block.macs },
      bytesOut: chain.boundaryBytes[i + 1]!,
      weightBytes: block.weightBytes,
    })),
  };
}
