/**
 * From the kernels ONNX Runtime ran to the blocks we drew. Its optimiser fuses and renames nodes: a fused convolution
 * keeps the convolution's name, others get a prefix or suffix, and a few helpers lose their name altogether.
 */
import type { KernelRun } from './parseOrtProfile';
import { err, ok, type Result } from '../result';

export interface BlockNames {
  readonly name: string;
  readonly operators: readonly string[];
  /** Tensors its operators make: natively, kernels of a blocked layout are named after them ("Relu_2_out_nchwc"). */
  readonly tensors?: readonly string[] | undefined;
}

export interface BlockRuns {
  /** [run][block] seconds. */
  readonly runs: readonly Float64Array[];
  /** Kernels with no name of ours; their time went to the block that ran just before them. */
  readonly lostNames: readonly string[];
  /** Blocks without a kernel, whose time is in others or too short to tell; none unless they are allowed. */
  readonly folded: readonly number[];
  /** [run][call] block of every kernel call. */
  readonly blockOfCall: readonly Uint32Array[];
}

export interface BlocksNotFound {
  readonly kind: 'blocks-not-found';
  readonly blocks: readonly string[];
}

export interface MapOptions {
  /**
   * Every block must have a kernel ('all'), as our own models on the CPU have: otherwise the names do not belong together.
   * Of other models and runtimes, blocks may be folded away ('some'), as long as one name is known.
   */
  readonly blocksFound: 'all' | 'some';
}

/** Adds up each run's kernels by block. */
export function mapKernelsToBlocks(
  runs: readonly KernelRun[],
  blocks: readonly BlockNames[],
  { blocksFound }: MapOptions = { blocksFound: 'all' },
): Result<BlockRuns, BlocksNotFound> {
  const blockOf = namesOf(blocks);
  const known = new Map<string, number | undefined>();
  const lookUp = (name: string): number | undefined => {
    if (!known.has(name)) known.set(name, findBlock(name, blockOf));
    return known.get(name);
  };
  const found = new Set<number>();
  const lost = new Set<string>();
  const blockOfCall: Uint32Array[] = [];
  const seconds = runs.map(({ calls }) => {
    const perBlock = new Float64Array(blocks.length);
    const callBlocks = new Uint32Array(calls.length);
    // Helpers that run before the first named kernel belong to the first block.
    let current = 0;
    const own = new Set(calls.map(({ name, provider }) => `${provider} ${name}`));
    calls.forEach((call, at) => {
      const index = lookUp(call.name);
      if (index === undefined) lost.add(call.name);
      else found.add((current = index));
      callBlocks[at] = current;
      // The time of a branch or a loop covers what runs inside it: measured, 50.3 ms for a body of 48.1 ms.
      const whole = bodyOf.exec(call.name)?.[1];
      if (whole !== undefined && own.has(`${call.provider} N${whole}`)) return;
      perBlock[current]! += call.seconds;
    });
    blockOfCall.push(callBlocks);
    return perBlock;
  });
  const folded = blocks.flatMap((_, index) => (found.has(index) ? [] : [index]));
  if (found.size === 0 || (blocksFound === 'all' && folded.length > 0))
    return err({ kind: 'blocks-not-found', blocks: folded.map((index) => blocks[index]!.name) });
  return ok({ runs: seconds, lostNames: [...lost], folded, blockOfCall });
}

/** Operators by their names first; a tensor speaks where no operator bears its name. */
function namesOf(blocks: readonly BlockNames[]): ReadonlyMap<string, number> {
  const blockOf = new Map<string, number>();
  blocks.forEach(({ tensors = [] }, index) => {
    for (const tensor of tensors) blockOf.set(tensor, index);
  });
  blocks.forEach((block, index) => {
    for (const operator of [block.name, ...block.operators]) blockOf.set(operator, index);
  });
  return blockOf;
}

/** A kernel inside the body of If, Loop or Scan number i. */
const bodyOf = /^B(\d+)\./;
const prefix = /^fused /;
/** Fusions add names of their own at the end, sometimes several. */
const suffix = /(_token_\d+|_new_reshape|_nchwc|_nhwc)+$/;

/**
 * Exact name first; then "fused X", "X/MatMulAddFusion", "X_new_reshape", "X_token_3", "X_nchwc"; and a kernel inside the
 * body of operator N12 ("B12.3") is that operator's.
 */
function findBlock(kernel: string, blockOf: ReadonlyMap<string, number>): number | undefined {
  const exact = blockOf.get(kernel);
  if (exact !== undefined) return exact;
  const bare = kernel.replace(prefix, '').replace(suffix, '');
  const body = bodyOf.exec(bare)?.[1];
  const known = blockOf.get(bare) ?? (body === undefined ? undefined : blockOf.get(`N${body}`));
  if (known !== undefined) return known;
  for (let slash = bare.lastIndexOf('/'); slash > 0; slash = bare.lastIndexOf('/', slash - 1)) {
    const beginning = blockOf.get(bare.slice(0, slash).replace(suffix, ''));
    if (beginning !== undefined) return beginning;
  }
  return undefined;
}
