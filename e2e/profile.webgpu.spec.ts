/** Measuring on a GPU, on Chromium's software adapter: slow, but every part of it is real. */
import { expect, test, type Page } from '@playwright/test';
import { secondsOf } from '../src/core/profile/blockTime';
import type { ProfileMeasurement } from '../src/protocol/profilerApi';
import { openProfilerPage } from '../tools/profilerPage';
import { chooseSmallModel, expectNoTrouble, fewOperators, open, watchTrouble } from './pages/app';
import { chooseOneThread, compared, goToProfile, kept, measure } from './pages/profilePlace';
import { smallRequest } from './pages/profiling';

/** Puts a few lines in front of the worker's own script: what a browser or a driver might do. */
async function withWorkerPatch(page: Page, script: string): Promise<void> {
  await page.route('**/profiler.worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `{${script}}\n${await response.text()}` });
  });
}

/** As on a GPU that tells no times, to the page and to its workers. */
const withoutTimestamps = `const has = GPUSupportedFeatures.prototype.has;
  GPUSupportedFeatures.prototype.has = function (name) { return name !== 'timestamp-query' && has.call(this, name); };`;

/** A small model at the Profile place, the GPU alone chosen. */
async function atGpu(page: Page, model?: string): Promise<void> {
  await open(page);
  await chooseSmallModel(page, model);
  await goToProfile(page);
  const gpu = page.getByRole('checkbox', { name: /^WebGPU, / });
  // Software says nothing of any GPU: nobody gets it without asking.
  await expect(gpu).not.toBeChecked();
  await gpu.check();
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

test('the GPU is measured beside the CPU in the page, with its adapter, its programs and what fell back', async ({
  context,
  page,
  baseURL,
}) => {
  const trouble = await watchTrouble(context);
  await atGpu(page);
  const card = page.locator('[data-device-card]');
  await expect(card).toContainText('software adapter');
  await expect(card.locator('div').filter({ hasText: 'Logical cores' })).toContainText(/\d/);
  await expect(page.getByText('A real GPU: not here.')).toBeVisible();
  await chooseOneThread(page);
  await measure(page, 'Measure');
  await expect(compared(page)).toHaveCount(2);
  await expect(compared(page).last()).toContainText('software adapter');
  await expect(compared(page).last()).not.toContainText('estimated');
  await expect(page.locator('[data-profile-best]')).toContainText('Best of these:');
  await page.getByText(/^GPU programs, WebGPU: \d+, (\d+|no|one) CPU fallback/).click();
  await expect(page.getByText(/^(Every operator ran on the GPU\.|On the CPU instead: )/)).toBeVisible();
  await expect(kept(page).filter({ hasText: 'WebGPU' })).toHaveCount(1);
  expectNoTrouble(trouble, baseURL!);
});

test('a GPU without time stamps says in the page what is missing, and its result that it is estimated', async ({
  page,
}) => {
  await page.addInitScript(withoutTimestamps);
  await withWorkerPatch(page, withoutTimestamps);
  // Here each block is a session of its own.
  await atGpu(page, fewOperators);
  await expect(page.getByText('GPU time stamps: not here.')).toBeVisible();
  for (const box of await page.getByRole('checkbox', { name: /^WebAssembly, / }).all()) await box.uncheck();
  await measure(page, 'Measure');
  await expect(compared(page)).toContainText('software adapter');
  await expect(compared(page)).toContainText('estimated');
  await page.getByText('What the columns mean').click();
  await expect(page.getByText('Blocks were timed alone and scaled to the whole')).toBeVisible();
});
