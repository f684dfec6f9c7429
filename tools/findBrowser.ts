/**
 * Finds a Chromium for the browser tests, so that `npm test` works on a bare machine: CHROME_PATH, an installed
 * Chrome or Chromium, Playwright's own; else installs one (Debian's package as root, or Playwright's download).
 */
import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const commandNames = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];
const wellKnownPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return commandNames.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** Path of a browser that is already here, or undefined. Throws if CHROME_PATH names a file that does not exist. */
export function findInstalledBrowser(): string | undefined {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names ${chosen}, which does not exist.`);
    return chosen;
  }
  return [onPath(), ...wellKnownPaths, chromium.executablePath()].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

/** Not its derivatives: Ubuntu's chromium package is a stub that needs snap. */
function isDebianRoot(): boolean {
  const release = '/etc/os-release';
  return (
    process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'))
  );
}

function run(command: string, args: readonly string[], timeoutS: number): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: timeoutS * 1000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** Path of a browser, installed first if need be; an Error with one sentence on what to do otherwise. */
export function ensureBrowser(): string {
  const installed = findInstalledBrowser();
  if (installed !== undefined) return installed;
  if (isDebianRoot()) {
    console.log('No browser found: installing Debian package chromium.');
    if (run('apt-get', ['update', '-q'], 180)) run('apt-get', ['install', '-y', '-q', 'chromium'], 600);
  }
  if (findInstalledBrowser() === undefined) {
    console.log('No browser found: asking Playwright to download Chromium (at most 120 s).');
    run('npx', ['playwright', 'install', '--with-deps', 'chromium'], 120);
  }
  const found = findInstalledBrowser();
  if (found !== undefined) return found;
  throw new Error(
    'No Chrome or Chromium could be found or installed: install one and set CHROME_PATH to its program.',
  );
}
