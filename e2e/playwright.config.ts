import { defineConfig } from '@playwright/test';
import { findInstalledBrowser } from '../tools/findBrowser';
import { browserFlags } from '../tools/launchBrowser';
import { plainPort, port } from './ports';

const executablePath = findInstalledBrowser();
const launchWith = (...flags: readonly string[]) => ({
  launchOptions: {
    args: [...browserFlags, ...flags],
    ...(executablePath ? { executablePath } : {}),
  },
});
const webgpuSpecs = /\.webgpu\.spec\.ts$/;

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
    // A trace costs a quarter of the time even where nothing fails; by hand it is `--trace retain-on-failure`.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    // Chromium's software adapter: slow, but a GPU to the page. First, so that at the end nobody waits for one long test.
    { name: 'webgpu', testMatch: webgpuSpecs, timeout: 240_000, use: launchWith('--enable-unsafe-webgpu') },
    { name: 'page', testIgnore: webgpuSpecs, use: launchWith() },
  ],
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
