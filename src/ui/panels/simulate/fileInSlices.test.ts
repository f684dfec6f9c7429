import { describe, expect, it } from 'vitest';
import { fileInSlices } from './fileInSlices';

describe('a file that is written in slices', () => {
  it('has all its parts in their order, however long', async () => {
    const parts = Array.from({ length: 40 }, (_, k) => `${k},é`.repeat(5000));
    const file = await fileInSlices(parts, 'text/csv', new AbortController().signal);
    expect(await file!.text()).toBe(parts.join(''));
    expect(file!.type).toBe('text/csv');
  });

  it('is none when it is cancelled, and no part more is written', async () => {
    const controller = new AbortController();
    let written = 0;
    function* parts(): Generator<string> {
      for (; written < 100; written += 1) {
        if (written === 3) controller.abort();
        yield 'x';
      }
    }
    expect(await fileInSlices(parts(), 'text/csv', controller.signal)).toBeNull();
    expect(written).toBe(3);
  });
});
