/** What a browser's pages and workers take of this machine, for tests that nothing is left behind. */
import type { Browser } from '@playwright/test';
import { readFileSync } from 'node:fs';

interface BrowserProcesses {
  /**
   * Memory of all renderers together [B]; null where the system does not tell it in a file (Linux alone does). Nothing that
   * a browser tells on every platform knows the memory of a worker's WebAssembly.
   */
  readonly rendererBytes: () => Promise<number | null>;
  /** Workers of all pages, those that workers started included. */
  readonly workers: () => Promise<number>;
}

export async function watchProcesses(browser: Browser): Promise<BrowserProcesses> {
  const session = await browser.newBrowserCDPSession();
  return {
    rendererBytes: async () => {
      if (process.platform !== 'linux') return null;
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      return processInfo
        .filter(({ type }) => type === 'renderer')
        .reduce((sum, { id }) => sum + residentBytes(id), 0);
    },
    workers: async () => {
      const { targetInfos } = await session.send('Target.getTargets');
      return targetInfos.filter(({ type }) => type === 'worker').length;
    },
  };
}

function residentBytes(process: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}
