/**
 * Runs profiles in a real browser without the app around them: a page of the same origin that does nothing else, and the
 * profiler worker as it was built. For benchmarks and browser tests; the product knows nothing of it.
 */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type * as ComlinkModule from 'comlink';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Result } from '../src/core/result';
import type { ProfileFailure, ProfileMeasurement, ProfileRequest } from '../src/protocol/profilerApi';

export interface ProfilerPage {
  readonly page: Page;
  /** In a worker of its own, which is ended afterwards. */
  readonly profile: (request: ProfileRequest) => Promise<Result<ProfileMeasurement, ProfileFailure>>;
}

/** Any answer of the server gets the headers that isolate a page; this one is small and runs no script. */
const quietAddress = 'examples/opening.json';

export async function openProfilerPage(
  browser: Browser | BrowserContext,
  address: string,
  dist = 'dist',
): Promise<ProfilerPage> {
  const page = await browser.newPage();
  // Scripts put in this way are not subject to the content security policy of the page.
  await page.addInitScript({ path: createRequire(import.meta.url).resolve('comlink/dist/umd/comlink.js') });
  await page.goto(new URL(quietAddress, address).href);
  const workerPath = `../assets/${workerFile(dist)}`;
  return {
    page,
    profile: async (request) => page.evaluate(profileInWorker, { workerPath, ...(await portable(request)) }),
  };
}

function workerFile(dist: string): string {
  const file = readdirSync(join(dist, 'assets')).find((name) => /^profiler\.worker-.*\.js$/.test(name));
  if (file === undefined) throw new Error(`${dist} has no profiler worker: run the build first.`);
  return file;
}

interface Job {
  readonly workerPath: string;
  readonly request: ProfileRequest;
  /** Base64 of the model's file, which cannot be handed to a page as it is; null: the model is made from its seed. */
  readonly modelBytes: string | null;
}

/** Models without external data only: that is all that is measured here. */
async function portable(request: ProfileRequest): Promise<Omit<Job, 'workerPath'>> {
  const { source } = request;
  if (source.kind === 'catalogue') return { request, modelBytes: null };
  const bytes = Buffer.from(await source.files.model.arrayBuffer());
  return { request, modelBytes: bytes.toString('base64') };
}

/** Runs in the page. */
async function profileInWorker({
  modelBytes,
  request,
  workerPath,
}: Job): Promise<Result<ProfileMeasurement, ProfileFailure>> {
  const { Comlink } = globalThis as unknown as { Comlink: Pick<typeof ComlinkModule, 'wrap' | 'proxy'> };
  const worker = new Worker(new URL(workerPath, location.href), { type: 'module' });
  const crashed = new Promise<never>((_, reject) =>
    worker.addEventListener('error', (event) =>
      reject(new Error(event.message || 'the worker did not start')),
    ),
  );
  const { source } = request;
  const asked =
    modelBytes === null || source.kind === 'catalogue'
      ? request
      : {
          ...request,
          source: {
            ...source,
            files: {
              name: source.files.name,
              model: new Blob([Uint8Array.from(atob(modelBytes), (character) => character.charCodeAt(0))]),
              external: [],
            },
          },
        };
  const api = Comlink.wrap(worker) as unknown as {
    profile(request: object, onProgress: unknown): Promise<Result<ProfileMeasurement, ProfileFailure>>;
  };
  try {
    return await Promise.race([
      api.profile(
        asked,
        Comlink.proxy(() => undefined),
      ),
      crashed,
    ]);
  } finally {
    worker.terminate();
  }
}
