/** Profiles again and again in a browser of its own, the worker alone, and tells what that leaves behind. */
import { setTimeout as wait } from 'node:timers/promises';
import type { ProfileRequest } from '../src/protocol/profilerApi';
import { watchProcesses } from './browserProcesses';
import { launchBrowser } from './launchBrowser';
import { openProfilerPage } from './profilerPage';

export interface LeftBehind {
  /**
   * Memory of the renderers after the first profile, which also fills caches of the browser that stay: compiled code of the
   * runtime [B]; null where the system does not tell.
   */
  readonly startBytes: number | null;
  /** The least they came back to after the last one [B]; null likewise. */
  readonly endBytes: number | null;
  readonly workers: number;
  readonly failed: number;
}

/** A worker ends a while after it was told to, and its memory goes after it: looks at most, a second apart. */
const mostLooks = 120;
const betweenLooksMs = 1000;
/** Memory that moves by less than this share over so many looks has settled. */
const settledWithin = 0.01;
const stillLooks = 5;
/** A busy machine ends workers late: only after so many looks is what is left taken for kept. */
const keptLooks = 60;

/** Within this of the start is back at it. */
export const backWithin = 1.1;

export async function profileCycles(
  address: string,
  request: ProfileRequest,
  cycles: number,
): Promise<LeftBehind> {
  const browser = await launchBrowser();
  try {
    const { page, profile } = await openProfilerPage(browser, address);
    const devTools = await page.context().newCDPSession(page);
    const { rendererBytes, workers } = await watchProcesses(browser);
    /** A page that rests may keep what it could free: it is told to. */
    const freed = async (): Promise<number | null> => {
      await devTools.send('HeapProfiler.collectGarbage');
      return rendererBytes();
    };
    /** Waits until no worker is left, then until memory has come down to `enough`, or has stood still for long; answers the least. */
    const atRest = async (enough: number, longLooks: number): Promise<number | null> => {
      for (let look = 0; look < mostLooks && (await workers()) > 0; look += 1) await wait(betweenLooksMs);
      let lowest = await freed();
      for (let look = 0, still = 0; look < mostLooks && still < longLooks; look += 1) {
        if (lowest === null || lowest <= enough) break;
        await wait(betweenLooksMs);
        const bytes = (await freed()) ?? lowest;
        still = bytes < lowest * (1 - settledWithin) ? 0 : still + 1;
        lowest = Math.min(lowest, bytes);
      }
      return lowest;
    };
    let failed = (await profile(request)).ok ? 0 : 1;
    const startBytes = await atRest(0, stillLooks);
    for (let cycle = 0; cycle < cycles; cycle += 1) if (!(await profile(request)).ok) failed += 1;
    const endBytes = await atRest((startBytes ?? 0) * backWithin, keptLooks);
    return { startBytes, endBytes, workers: await workers(), failed };
  } finally {
    await browser.close();
  }
}
