import { describe, expect, test } from 'vitest';
import { limits } from '../../../core/scenario/limits';
import type { CustomBlock, CustomWorkload } from '../../../core/scenario/types';
import { appendBlock, changeBlock, loadIn, moveBlock, removeBlock } from './chainEdits';

const block = (name: string): CustomBlock => ({
  name,
  load: { unit: 'seconds', value: 1 },
  bytesOut: 10,
  weightBytes: 0,
});
const chain = (...names: string[]): CustomWorkload => ({
  kind: 'custom',
  name: 'toy',
  inputBytes: 5,
  blocks: names.map(block),
});
const namesOf = (workload: CustomWorkload) => workload.blocks.map(({ name }) => name);

describe('rows of a custom chain', () => {
  test('the unit of a load changes its number, not its work', () => {
    expect(loadIn('seconds', { unit: 'macs', value: 3_612_672 })).toEqual({
      unit: 'seconds',
      value: 0.003612672,
    });
    expect(loadIn('macs', { unit: 'seconds', value: 0.5 })).toEqual({ unit: 'macs', value: 5e8 });
    const same = { unit: 'macs', value: 7 } as const;
    expect(loadIn('macs', same)).toBe(same);
  });

  test('a new block comes last under a name that is free', () => {
    expect(namesOf(appendBlock(chain('a', 'block 3')))).toEqual(['a', 'block 3', 'block 4']);
  });

  test('no block is added beyond the limit, none removed below one', () => {
    const full = chain(...Array.from({ length: limits.blocks }, (_, i) => `b${i}`));
    expect(appendBlock(full)).toBe(full);
    const single = chain('only');
    expect(removeBlock(single, 0)).toBe(single);
  });

  test('blocks change places with their neighbours and stop at the ends', () => {
    const three = chain('a', 'b', 'c');
    expect(namesOf(moveBlock(three, 1, -1))).toEqual(['b', 'a', 'c']);
    expect(namesOf(moveBlock(three, 1, 1))).toEqual(['a', 'c', 'b']);
    expect(moveBlock(three, 0, -1)).toBe(three);
    expect(moveBlock(three, 2, 1)).toBe(three);
  });

  test('a change touches one block only', () => {
    const changed = changeBlock(chain('a', 'b'), 1, { bytesOut: 99 });
    expect(changed.blocks.map(({ bytesOut }) => bytesOut)).toEqual([10, 99]);
  });
});
