/** What a browser's pages and workers take of this machine, for tests that nothing is left behind. Linux only. */
import type { Browser } from '@playwright/test';
import { readFileSync } from 'node:fs';

export interface BrowserProcesses {
  /** Memory of all renderers together [B]. */
  readonly rendererBytes: () => Promise<number>;
  /** Workers of all pages, those that workers started included. */
  readonly workers: () => Promise<number>;
}

export async function watchProcesses(browser: Browser): Promise<BrowserProcesses> {
  const session = await browser.newBrowserCDPSession();
  return {
    rendererBytes: async () => {
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
