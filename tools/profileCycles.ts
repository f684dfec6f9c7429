/** Profiles again and again in a browser of its own, and tells what that leaves behind. Linux only. */
import type { ProfileRequest } from '../src/protocol/profilerApi';
import { watchProcesses } from './browserProcesses';
import { launchBrowser } from './launchBrowser';
import { openProfilerPage } from './profilerPage';

export interface LeftBehind {
  /** Renderers' memory after the first profile, which also fills caches of the page that stay [B]. */
  readonly startBytes: number;
  /** The least they came back to after the last one [B]. */
  readonly endBytes: number;
  readonly workers: number;
  readonly failed: number;
}

/** Threads end, and what was compiled for them goes, a while after a worker was ended: so long is waited at most [s]. */
const patienceS = 120;
const lookEveryS = 1;
/** Memory that moves by less than this share between two looks has settled. */
const settledWithin = 0.01;

export async function profileCycles(
  address: string,
  request: ProfileRequest,
  cycles: number,
): Promise<LeftBehind> {
  const browser = await launchBrowser();
  try {
    const { profile } = await openProfilerPage(browser, address);
    const { rendererBytes, workers } = await watchProcesses(browser);
    /** Waits for the workers to end and for memory to come down to `enough`, or to stand still. */
    const settle = async (enough: number): Promise<number> => {
      let bytes = await rendererBytes();
      for (let waitedS = 0; waitedS < patienceS && bytes > enough; waitedS += lookEveryS) {
        await new Promise((resolve) => setTimeout(resolve, lookEveryS * 1e3));
        bytes = await rendererBytes();
      }
      return bytes;
    };
    /** The lowest of several looks that agree. */
    const settledBytes = async (): Promise<number> => {
      let lowest = await rendererBytes();
      for (let still = 0, waitedS = 0; still < 10 && waitedS < patienceS; waitedS += lookEveryS) {
        await new Promise((resolve) => setTimeout(resolve, lookEveryS * 1e3));
        const bytes = await rendererBytes();
        still = bytes < lowest * (1 - settledWithin) ? 0 : still + 1;
        lowest = Math.min(lowest, bytes);
      }
      return lowest;
    };
    let failed = (await profile(request)).ok ? 0 : 1;
    const startBytes = await settledBytes();
    for (let cycle = 0; cycle < cycles; cycle += 1) if (!(await profile(request)).ok) failed += 1;
    const endBytes = await settle(startBytes);
    return { startBytes, endBytes, workers: await workers(), failed };
  } finally {
    await browser.close();
  }
}
