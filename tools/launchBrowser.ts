import { chromium, type Browser } from '@playwright/test';
import { ensureBrowser } from './findBrowser';

/** Without these a headless Chromium keeps calling home, which a closed network answers with noise. */
const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Flags for a headless Chromium that asks nothing of anybody; its sandbox cannot start as root. */
export const browserFlags: readonly string[] = [
  ...quiet,
  '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureBrowser(), args: [...browserFlags] });
}
