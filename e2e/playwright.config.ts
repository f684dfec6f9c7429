import { defineConfig } from '@playwright/test';
import { findInstalledBrowser } from '../tools/findBrowser';
import { plainPort, port } from './ports';

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

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // The runner reads the counts from a file; by hand, the list is enough.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? 'list' : [['list'], ['json']],
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
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
