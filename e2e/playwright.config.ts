import { defineConfig } from '@playwright/test';
import { findInstalledBrowser } from '../tools/findBrowser';

const executablePath = findInstalledBrowser();
/** Without these a headless Chromium keeps calling home, which a closed network answers with noise. */
const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
// Chromium's sandbox cannot start as root, the usual user in a container.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The product as `npm start` serves it, and the same build under a sub-path of a host that sends no headers. */
export const port = 4173;
export const plainPort = 4174;

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  reporter: [['list'], ['json']],
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      args: [...quiet, ...sandbox, '--disable-gpu'],
      ...(executablePath ? { executablePath } : {}),
    },
  },
  webServer: [
    {
      command: `npm start -- --port ${port} --strictPort`,
      url: `http://localhost:${port}/`,
      cwd: '..',
      timeout: 120_000,
      reuseExistingServer: false,
    },
    {
      command: `npx tsx tools/servePlain.ts ${plainPort}`,
      url: `http://localhost:${plainPort}/some/sub-path/`,
      cwd: '..',
      timeout: 120_000,
      reuseExistingServer: false,
    },
  ],
});
