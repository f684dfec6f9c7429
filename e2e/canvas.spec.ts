import { expect, test } from '@playwright/test';
import { hero, idle, node, open, openPreset, slider, undoButton } from './pages/app';

test('a drag of the slider is one undo step, and Escape takes it back', async ({ page }) => {
  await open(page);
  const before = await hero(page).innerText();
  const radio = slider(page, 'Phone – gNB');
  const box = (await radio.boundingBox())!;
  const y = box.y + box.height / 2;
  const drag = async () => {
    await page.mouse.move(box.x + box.width * 0.6, y);
    await page.mouse.down();
    for (let share = 0.6; share >= 0.1; share -= 0.05) await page.mouse.move(box.x + box.width * share, y);
  };
  await drag();
  await idle(page);
  await expect(hero(page)).not.toHaveText(before);
  await page.mouse.up();
  await undoButton(page).click();
  await expect(hero(page)).toHaveText(before);
  await expect(undoButton(page)).toBeDisabled();

  await drag();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await idle(page);
  await expect(hero(page)).toHaveText(before);
  await expect(undoButton(page)).toBeDisabled();
});

test('a click on a tick goes exactly where the best plan changes', async ({ page }) => {
  await open(page);
  const ticks = page
    .getByRole('main')
    .getByRole('group', { name: 'Capacities at which the best plan changes' });
  const tick = ticks.first().getByRole('button').first();
  const capacity = /[\d.,]+ [kMGT]?bit\/s/.exec((await tick.getAttribute('aria-label'))!)![0];
  await tick.click();
  await idle(page);
  await expect(slider(page, 'Phone – gNB')).toHaveAttribute('aria-valuetext', capacity);
});

test('a node is dragged, removed and brought back; its links go and come with it', async ({ page }) => {
  await open(page);
  const host = node(page, 'MEC host');
  const start = (await host.boundingBox())!;
  await page.mouse.move(start.x + 60, start.y + 20);
  await page.mouse.down();
  await page.mouse.move(start.x + 160, start.y + 60, { steps: 5 });
  await page.mouse.up();
  expect((await host.boundingBox())!.x).toBeGreaterThan(start.x + 40);
  await undoButton(page).click();
  await expect.poll(async () => Math.round((await host.boundingBox())!.x)).toBe(Math.round(start.x));

  await host.click();
  await page.keyboard.press('Delete');
  await expect(host).toHaveCount(0);
  await expect(page.locator('.react-flow__edge')).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(host).toHaveCount(1);
  await expect(page.locator('.react-flow__edge')).toHaveCount(4);
});

test('a link that is down is marked, and the cloud is out with a reason', async ({ page }) => {
  await open(page);
  const radio = page.getByRole('main').getByRole('textbox', { name: /^Exact capacity of Phone – gNB/ });
  await radio.fill('0');
  await radio.press('Enter');
  await idle(page);
  await expect(page.locator('.react-flow__edgelabel-renderer')).toContainText('down');
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.getByRole('tabpanel')).toContainText(/no route|cannot be reached|down/i);
});

test('the same document is edited as a table', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Tables' }).click();
  const name = page.getByRole('tabpanel').getByRole('textbox', { name: /name/i }).first();
  await name.fill('Handset');
  await name.press('Enter');
  await expect(node(page, 'Handset')).toBeVisible();
});

test('every preset opens and is solved', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /^Presets/ }).click();
  const list = page.getByRole('dialog').getByRole('listitem').locator('strong');
  await expect(list.first()).toBeVisible();
  const names = await list.allInnerTexts();
  await page.keyboard.press('Escape');
  expect(names.length).toBeGreaterThanOrEqual(5);
  for (const name of names) {
    await openPreset(page, name.replace('(open now)', '').trim());
    await expect(hero(page)).toContainText(/\d ?(ms|s)\b/);
  }
});

test('the charts can take the whole stage, and the network comes back as it was', async ({ page }) => {
  await open(page);
  const dock = page.getByRole('tabpanel');
  const before = (await dock.boundingBox())!.height;
  await page.getByRole('button', { name: 'Enlarge the charts over the network' }).click();
  await expect(node(page, 'MEC host')).toBeHidden();
  expect((await dock.boundingBox())!.height).toBeGreaterThan(1.5 * before);
  await page.getByRole('button', { name: 'Back to the network' }).click();
  await expect(node(page, 'MEC host')).toBeVisible();
  expect((await dock.boundingBox())!.height).toBe(before);
});
