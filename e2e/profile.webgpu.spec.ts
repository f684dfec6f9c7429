/** Measuring on a GPU, on Chromium's software adapter: slow, but every part of it is real. */
import { expect, test, type Page } from '@playwright/test';
import { secondsOf } from '../src/core/profile/blockTime';
import type { ProfileMeasurement } from '../src/protocol/profilerApi';
import { openProfilerPage } from '../tools/profilerPage';
import { smallRequest } from './pages/profiling';

/** Puts a few lines in front of the worker's own script: what a browser or a driver might do. */
async function withWorkerPatch(page: Page, script: string): Promise<void> {
  await page.route('**/profiler.worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `{${script}}\n${await response.text()}` });
  });
}

const total = ({ blocks }: ProfileMeasurement): number =>
  blocks.reduce((sum, { time }) => sum + secondsOf(time), 0);

test('a GPU profile gives each block the time of its programs, with the adapter and the cold start', async ({
  context,
  baseURL,
}) => {
  const { profile } = await openProfilerPage(context, baseURL!);
  const profiled = await profile(smallRequest('webgpu'));
  if (!profiled.ok) throw new Error(JSON.stringify(profiled.error));
  const { details, source } = profiled.value;
  expect(source).toMatchObject({ kind: 'measured', backend: 'webgpu', threads: 1 });
  expect(source.estimated).toBeUndefined();
  expect(source.coldStart!.loadS).toBeGreaterThan(0);
  expect(source.coldStart!.firstRunS).toBeGreaterThan(0);
  expect(total(profiled.value)).toBeGreaterThan(0);
  expect(details.adapter).toMatchObject({ isFallback: true, hasTimestamps: true });
  expect(details.kernels.length).toBeGreaterThan(50);
  expect(new Set(details.kernels.map(({ provider }) => provider))).toEqual(
    new Set(['WebGpuExecutionProvider']),
  );
  // Every convolution has a program of its own; only what changes no values may be without.
  expect(details.foldedBlocks.length).toBeLessThanOrEqual(2);
  expect(details.reasons.at(-1)).toEqual({ kind: 'software-adapter' });
  expect(details.readBackS).toBeGreaterThan(0);
});

test('a GPU without time stamps is estimated from blocks alone, scaled to the whole, and says so', async ({
  context,
  baseURL,
}) => {
  const { page, profile } = await openProfilerPage(context, baseURL!);
  await withWorkerPatch(
    page,
    `const request = GPUAdapter.prototype.requestDevice;
     GPUAdapter.prototype.requestDevice = function (options) {
       const requiredFeatures = [...(options?.requiredFeatures ?? [])].filter((name) => name !== 'timestamp-query');
       return request.call(this, { ...options, requiredFeatures });
     };`,
  );
  const profiled = await profile(smallRequest('webgpu', 1, 'alexnet'));
  if (!profiled.ok) throw new Error(JSON.stringify(profiled.error));
  const { details, source } = profiled.value;
  expect(source.estimated).toBe(true);
  expect(details.adapter?.hasTimestamps).toBe(false);
  const wholeS = source.steadiness === 'unstable' ? source.endToEndMeanS! : source.endToEndS;
  expect(total(profiled.value) / wholeS).toBeCloseTo(1, 1);
});

test('a GPU that is lost in the middle is told apart from everything else', async ({ context, baseURL }) => {
  const { page, profile } = await openProfilerPage(context, baseURL!);
  await withWorkerPatch(
    page,
    `const request = GPUAdapter.prototype.requestDevice;
     let submissions = 0;
     GPUAdapter.prototype.requestDevice = async function (options) {
       const device = await request.call(this, options);
       const submit = GPUQueue.prototype.submit;
       GPUQueue.prototype.submit = function (buffers) {
         submissions += 1;
         if (submissions === 5) device.destroy();
         return submit.call(this, buffers);
       };
       return device;
     };`,
  );
  const profiled = await profile(smallRequest('webgpu', 1, 'alexnet'));
  expect(profiled).toMatchObject({ ok: false, error: { kind: 'no-gpu', reason: 'device-lost' } });
});
