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
    profile: (request) => page.evaluate(profileInWorker, { workerPath, request }),
  };
}

function workerFile(dist: string): string {
  const file = readdirSync(join(dist, 'assets')).find((name) => /^profiler\.worker-.*\.js$/.test(name));
  if (file === undefined) throw new Error(`${dist} has no profiler worker: run the build first.`);
  return file;
}

interface Job {
  readonly workerPath: string;
  readonly request: object;
}

/** Runs in the page. */
async function profileInWorker({
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
  const api = Comlink.wrap(worker) as unknown as {
    profile(request: object, onProgress: unknown): Promise<Result<ProfileMeasurement, ProfileFailure>>;
  };
  try {
    return await Promise.race([
      api.profile(
        request,
        Comlink.proxy(() => undefined),
      ),
      crashed,
    ]);
  } finally {
    worker.terminate();
  }
}
