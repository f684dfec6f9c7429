import { expect, test } from '@playwright/test';
import { expectAccessible } from './pages/accessible';
import { dockTabNames, idle, open } from './pages/app';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing that axe can find stands in the way (${colorScheme})`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await open(page);
    for (const tab of dockTabNames) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await idle(page);
      // A tab's view may still be on its way.
      await expect(page.getByText('Loading…')).toHaveCount(0);
      await expectAccessible(page, tab);
    }
    await page.locator('.react-flow__node').first().click();
    await expectAccessible(page, 'a node selected');
    for (const [button, dialog] of [
      [/^Presets/, 'Presets'],
      [/^Share/, 'Share'],
      [/^Find a command/, 'Find a command'],
      [/^Help/, 'Help'],
    ] as const) {
      await page.getByRole('button', { name: button }).first().click();
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
      await expectAccessible(page, dialog);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Profile', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Profile this device' })).toBeVisible();
    await expectAccessible(page, 'Profile');
    await context.close();
  });
}

test('nothing that axe can find stands in the way on a phone', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await open(page);
  await idle(page);
  await expectAccessible(page, 'phone');
  await context.close();
});
