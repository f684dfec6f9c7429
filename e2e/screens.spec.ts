/** Pictures of every screen in both themes, written to test-results/screens for people to look at. */
import { expect, test } from '@playwright/test';
import { dockTabNames, hero, idle, open, openPreset } from './pages/app';

const folder = 'test-results/screens';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`screens, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page);
    const shoot = async (name: string) => {
      const picture = await page.screenshot({ path: `${folder}/${colorScheme}-${name}.png` });
      // A blank page compresses to a few kilobytes.
      expect(picture.length).toBeGreaterThan(20_000);
    };
    for (const tab of dockTabNames) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await idle(page);
      await expect(page.getByText('Loading…')).toHaveCount(0);
      await shoot(`opening-${tab.toLowerCase().replaceAll(' ', '-')}`);
    }
    await page.getByRole('tab', { name: 'Layers' }).click();
    for (const preset of ['Five nodes', 'mmWave IAB tree', 'sub-6']) {
      await openPreset(page, preset);
      await shoot(`preset-${preset.toLowerCase().replaceAll(' ', '-')}`);
    }
    await page.getByRole('button', { name: 'Profile', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Profile this device' })).toBeVisible();
    await shoot('profile');
    await page.setViewportSize({ width: 360, height: 740 });
    await shoot('profile-phone');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(hero(page)).toBeVisible();
    await shoot('play-phone');
    await context.close();
  });
}
