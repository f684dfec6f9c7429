/** Rows of a custom chain: pure changes of the workload. */
import { limits } from '../../../core/scenario/limits';
import { macsPerSecondAt1x } from '../../../core/model/workloadChain';
import type { BlockLoad, CustomBlock, CustomWorkload } from '../../../core/scenario/types';

export function changeBlock(
  workload: CustomWorkload,
  index: number,
  patch: Partial<CustomBlock>,
): CustomWorkload {
  return {
    ...workload,
    blocks: workload.blocks.map((block, i) => (i === index ? { ...block, ...patch } : block)),
  };
}

/** The same work in the other unit: a node of speed 1x runs 1e9 multiply-accumulates per second. */
export function loadIn(unit: BlockLoad['unit'], load: BlockLoad): BlockLoad {
  if (load.unit === unit) return load;
  const value = unit === 'macs' ? load.value * macsPerSecondAt1x : load.value / macsPerSecondAt1x;
  return { unit, value };
}

/** A copy of the last block with a free name, at the end. At the limit nothing is added. */
export function appendBlock(workload: CustomWorkload): CustomWorkload {
  if (workload.blocks.length >= limits.blocks) return workload;
  const last = workload.blocks.at(-1)!;
  const taken = new Set(workload.blocks.map((block) => block.name));
  let number = workload.blocks.length + 1;
  while (taken.has(`block ${number}`)) number += 1;
  return { ...workload, blocks: [...workload.blocks, { ...last, name: `block ${number}` }] };
}

/** A chain keeps at least one block. */
export function removeBlock(workload: CustomWorkload, index: number): CustomWorkload {
  if (workload.blocks.length === 1) return workload;
  return { ...workload, blocks: workload.blocks.filter((_, i) => i !== index) };
}

/** Moves a block one place up (-1) or down (1); at the ends nothing moves. */
export function moveBlock(workload: CustomWorkload, index: number, by: -1 | 1): CustomWorkload {
  const target = index + by;
  const block = workload.blocks[index];
  const other = workload.blocks[target];
  if (block === undefined || other === undefined) return workload;
  const blocks = [...workload.blocks];
  blocks[index] = other;
  blocks[target] = block;
  return { ...workload, blocks };
}
