/** The profiler worker in a real browser: what it leaves behind, and what it says where there is no GPU. */
import { expect, test } from '@playwright/test';
import { backWithin, profileCycles } from '../tools/profileCycles';
import { openProfilerPage } from '../tools/profilerPage';
import { smallRequest } from './pages/profiling';

test('measures on the CPU with its cold start, its memory and every block', async ({ context, baseURL }) => {
  const { profile } = await openProfilerPage(context, baseURL!);
  const profiled = await profile(smallRequest('wasm'));
  if (!profiled.ok) throw new Error(JSON.stringify(profiled.error));
  const { blocks, details, source } = profiled.value;
  expect(blocks).toHaveLength(55);
  expect(details.foldedBlocks).toEqual([]);
  expect(details.heapBytes).toBeGreaterThan(1e7);
  expect(details.kernels).toHaveLength(55);
  const { downloadS, loadS } = source.coldStart!;
  expect(loadS).toBeGreaterThan(source.endToEndS);
  // A context of its own has nothing in its cache.
  expect(downloadS).toBeGreaterThan(0);
  expect(downloadS).toBeLessThan(loadS!);
  expect(source.endToEndMinS).toBeLessThanOrEqual(source.endToEndS);
  expect(source.endToEndP90S).toBeGreaterThanOrEqual(source.endToEndS);
});

test('without a GPU it says so, and why', async ({ context, baseURL }) => {
  const { profile } = await openProfilerPage(context, baseURL!);
  const profiled = await profile(smallRequest('webgpu'));
  expect(profiled).toMatchObject({ ok: false, error: { kind: 'no-gpu', reason: 'no-adapter' } });
});

test('ten profiles after a first one, on the CPU and the worker alone, leave no worker and give their memory back', async ({
  baseURL,
}) => {
  test.setTimeout(600_000);
  const left = await profileCycles(baseURL!, smallRequest('wasm', 2, 'alexnet'), 10);
  expect(left).toMatchObject({ failed: 0, workers: 0 });
  // Elsewhere than on Linux the workers alone say it: the memory of one that has ended is gone with it.
  expect(left.endBytes ?? 0).toBeLessThanOrEqual(backWithin * (left.startBytes ?? 1));
});

test('a tab that was closed in the middle of a profile breaks nothing for the next one', async ({
  context,
  baseURL,
}) => {
  const closed = await openProfilerPage(context, baseURL!);
  const begun = closed.page.waitForEvent('worker');
  const cut = closed.profile(smallRequest('wasm', 2, 'alexnet')).then(
    () => 'done',
    () => 'closed',
  );
  await begun;
  await closed.page.close();
  expect(await cut).toBe('closed');
  const next = await openProfilerPage(context, baseURL!);
  expect((await next.profile(smallRequest('wasm', 2, 'alexnet'))).ok).toBe(true);
});
