/** `npm run picture`: builds the page and takes the README's picture of it; `-- FILE` writes it elsewhere. */
import { launchBrowser } from './launchBrowser';
import { startPreview } from './previewServer';

const server = await startPreview(4274);
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' });
  await page.goto(server.address);
  await page.waitForFunction(() => document.documentElement.dataset['state'] === 'idle');
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByText('Strategies, fastest first').waitFor();
  await page.screenshot({ path: process.argv[2] ?? 'docs/splitscape.png' });
} finally {
  await browser.close();
  server.stop();
}
