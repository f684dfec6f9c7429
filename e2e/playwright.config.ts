import { defineConfig } from '@playwright/test';
import { findInstalledBrowser } from '../tools/findBrowser';
import { browserFlags } from '../tools/launchBrowser';
import { plainPort, port } from './ports';

const executablePath = findInstalledBrowser();

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
      args: [...browserFlags],
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
