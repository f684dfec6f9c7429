import type { Page } from '@playwright/test';

interface MemoryPerformance {
  measureUserAgentSpecificMemory(): Promise<{ readonly bytes: number }>;
}

/**
 * What a page and its workers hold once the browser has collected its garbage [B]: scripts, documents and WebAssembly, on
 * every platform. The page must be isolated. Chromium answers with its next collection: after some 20 s at the latest.
 */
export function heldBytes(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { bytes } = await (performance as unknown as MemoryPerformance).measureUserAgentSpecificMemory();
    return bytes;
  });
}
