import type { Page } from '@playwright/test';

/** What the scripts of a page hold once its garbage is collected, its workers apart [B]; on every platform. */
export async function heldBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
