/**
 * From the kernels ONNX Runtime ran to the blocks we drew. Its optimiser fuses and renames nodes: a fused convolution
 * keeps the convolution's name, others get a prefix or suffix, and a few helpers lose their name altogether.
 */
import type { KernelRun } from './parseOrtProfile';
import { err, ok, type Result } from '../result';

export interface BlockNames {
  readonly name: string;
  readonly operators: readonly string[];
}

export interface BlockRuns {
  /** [run][block] seconds. */
  readonly runs: readonly Float64Array[];
  /** Kernels with no name of ours; their time went to the block that ran just before them. */
  readonly lostNames: readonly string[];
}

export interface BlocksNotFound {
  readonly kind: 'blocks-not-found';
  readonly blocks: readonly string[];
}

/** Adds up each run's kernels by block. Fails when a block never ran: then the names do not belong together. */
export function mapKernelsToBlocks(
  runs: readonly KernelRun[],
  blocks: readonly BlockNames[],
): Result<BlockRuns, BlocksNotFound> {
  const blockOf = new Map<string, number>();
  blocks.forEach((block, index) => {
    for (const operator of [block.name, ...block.operators]) blockOf.set(operator, index);
  });
  const found = new Set<number>();
  const lost = new Set<string>();
  const seconds = runs.map((run) => {
    const perBlock = new Float64Array(blocks.length);
    // Helpers that run before the first named kernel belong to the first block.
    let current = 0;
    for (const call of run.calls) {
      const index = findBlock(call.name, blockOf);
      if (index === undefined) lost.add(call.name);
      else found.add((current = index));
      perBlock[current]! += call.seconds;
    }
    return perBlock;
  });
  const missing = blocks.filter((_, index) => !found.has(index)).map((block) => block.name);
  return missing.length > 0
    ? err({ kind: 'blocks-not-found', blocks: missing })
    : ok({ runs: seconds, lostNames: [...lost] });
}

/** Exact name first; then "fused X", "X/MatMulAddFusion", "X_new_reshape", "X_token_3". */
function findBlock(kernel: string, blockOf: ReadonlyMap<string, number>): number | undefined {
  const exact = blockOf.get(kernel);
  if (exact !== undefined) return exact;
  const bare = kernel.replace(/^fused /, '').replace(/(_token_\d+|_new_reshape)+$/, '');
  const known = blockOf.get(bare);
  if (known !== undefined) return known;
  for (let slash = bare.lastIndexOf('/'); slash > 0; slash = bare.lastIndexOf('/', slash - 1)) {
    const prefix = blockOf.get(bare.slice(0, slash));
    if (prefix !== undefined) return prefix;
  }
  return undefined;
}
