import { expect, test, type Page } from '@playwright/test';
import { hero, idle, node, open, slider } from './pages/app';

/** Presses Tab until the focused element answers to `name`. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const element = document.activeElement;
      return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`;
    });
    if (name.test(text)) return;
  }
  throw new Error(`Tab never reached ${String(name)}`);
}

test('without a mouse: add a host, connect it, give it a device, move it, undo all of it', async ({
  page,
}) => {
  await open(page);
  await expect(page.locator('.react-flow__node')).toHaveCount(5);

  await tabTo(page, /^Add (an? )?MEC host/);
  await page.keyboard.press('Enter');
  await expect(page.locator('.react-flow__node')).toHaveCount(6);
  const added = page.locator('.react-flow__node.selected');
  await expect(added).toHaveCount(1);

  const before = await added.boundingBox();
  await added.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await added.boundingBox())!.y).toBeGreaterThan(before!.y);

  await page.keyboard.press('F2');
  await page.keyboard.type('Rooftop server');
  await page.keyboard.press('Enter');
  await expect(node(page, 'Rooftop server')).toBeVisible();

  await page.keyboard.press('Delete');
  await expect(page.locator('.react-flow__node')).toHaveCount(5);

  // One step each: delete, rename, move (a burst of two keys), add.
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z');
  await expect(page.locator('.react-flow__node')).toHaveCount(5);
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
});

test('without a mouse: the slider, a cut of the own split, and the command palette', async ({ page }) => {
  await open(page);
  await tabTo(page, /Capacity of Phone – gNB/);
  await expect(slider(page, 'Phone – gNB')).toBeFocused();
  const capacity = () => slider(page, 'Phone – gNB').getAttribute('aria-valuetext');
  // Keys that rest for a moment become an undo step, and on a slow machine Escape may come too late: then once more.
  await expect(async () => {
    await idle(page);
    const before = await hero(page).innerText();
    const start = await capacity();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    const moved = await capacity();
    await page.keyboard.press('Escape');
    expect(moved).not.toBe(start);
    expect(await capacity()).toBe(start);
    await expect(hero(page)).toHaveText(before);
  }).toPass();

  const cut = page.getByRole('slider', { name: /cut/i }).first();
  await cut.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await idle(page);
  await expect(page.getByText(/your (split|cut)/i).first()).toBeVisible();
  await page.getByRole('tab', { name: 'Compare' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tabpanel')).toContainText(/Your split/i);

  await page.keyboard.press('Control+k');
  // The palette is fetched when it is first asked for.
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('tidy');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('without a mouse: a command that shows a tab leads to the tab, from the inspector and from another place', async ({
  page,
}) => {
  await open(page);
  const show = async (words: string) => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  };
  await page.getByRole('complementary', { name: 'Inspector' }).getByRole('button').first().focus();
  await show('show the sweep');
  await expect(page.getByRole('tab', { name: 'Sweep' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Pareto' })).toBeFocused();

  await page.getByRole('button', { name: 'Profile', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tablist')).toHaveCount(0);
  await show('edit as tables');
  await expect(page.getByRole('tab', { name: 'Tables' })).toBeFocused();
});
