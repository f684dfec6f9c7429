/** Profiles again and again in a browser of its own, the worker alone, and tells what that leaves behind. */
import type { ProfileRequest } from '../src/protocol/profilerApi';
import { heldBytes } from './heldBytes';
import { launchBrowser } from './launchBrowser';
import { openProfilerPage } from './profilerPage';

export interface LeftBehind {
  /** Memory of page and workers before the first profile [B]. */
  readonly startBytes: number;
  /** The same while the last one ran, so that it is known to see a worker [B]. */
  readonly busyBytes: number;
  /** After the last one: the least of a few looks [B]. */
  readonly endBytes: number;
  /** Those that workers started included. */
  readonly workers: number;
  readonly failed: number;
}

/** Looks at what is left until nothing more is, at most so many: a worker ends a while after it was told to. */
const mostLooks = 6;

export async function profileCycles(
  address: string,
  request: ProfileRequest,
  cycles: number,
): Promise<LeftBehind> {
  const browser = await launchBrowser();
  try {
    const { page, profile } = await openProfilerPage(browser, address);
    const session = await browser.newBrowserCDPSession();
    const workers = async (): Promise<number> => {
      const { targetInfos } = await session.send('Target.getTargets');
      return targetInfos.filter(({ type }) => type === 'worker').length;
    };
    const startBytes = await heldBytes(page);
    let failed = 0;
    let busyBytes = 0;
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const profiling = profile(request);
      if (cycle === cycles - 1) busyBytes = await heldBytes(page);
      if (!(await profiling).ok) failed += 1;
    }
    let [left, endBytes] = [await workers(), await heldBytes(page)];
    for (let look = 1; look < mostLooks && (left > 0 || endBytes > startBytes); look += 1) {
      endBytes = Math.min(endBytes, await heldBytes(page));
      left = await workers();
    }
    return { startBytes, busyBytes, endBytes, workers: left, failed };
  } finally {
    await browser.close();
  }
}
