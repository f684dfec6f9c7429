import { expect, test, type Page } from '@playwright/test';
import { openPreset, undoButton } from './pages/app';
import { atSimulate, expectFresh, moment, shownSeconds } from './pages/simulatePlace';

const cursor = (page: Page) => page.getByRole('slider', { name: 'Time at the cursor of the charts' });
const stretch = (page: Page) => page.getByRole('slider', { name: /^Part of the run that the charts show/ });

test('the charts over time: a press seeks, keys move on, a stretch is chosen by drawing and by keys, Escape shows all', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await atSimulate(page);
  const { width } = (await cursor(page).boundingBox())!;
  await cursor(page).click({ position: { x: width * 0.55, y: 60 } });
  const at = await shownSeconds(page);
  expect(at).toBeGreaterThan(20);
  await cursor(page).focus();
  await page.keyboard.press('PageUp');
  await expect.poll(() => shownSeconds(page)).toBeCloseTo(at + 6, 1);
  await expect(cursor(page)).toHaveAttribute('aria-valuetext', /with hindsight/);

  const whole = await stretch(page).getAttribute('aria-valuetext');
  expect(whole).toBe('all 0 s to 60 s');
  await stretch(page).scrollIntoViewIfNeeded();
  const strip = (await stretch(page).boundingBox())!;
  await page.mouse.move(strip.x + strip.width * 0.4, strip.y + strip.height / 2);
  await page.mouse.down();
  await page.mouse.move(strip.x + strip.width * 0.6, strip.y + strip.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(stretch(page)).toHaveAttribute('aria-valuetext', /^\d[\d.]* s to \d[\d.]* s$/);
  const chosen = await stretch(page).getAttribute('aria-valuetext');
  await stretch(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(stretch(page)).not.toHaveAttribute('aria-valuetext', chosen!);
  await page.keyboard.press('Escape');
  await expect(stretch(page)).toHaveAttribute('aria-valuetext', whole!);
});

test('a press on a lane shows its splits everywhere; a press on an event goes there', async ({ page }) => {
  test.setTimeout(120_000);
  await atSimulate(page);
  await page.getByRole('tab', { name: 'Strategies' }).click();
  const lane = page.getByRole('button', { name: 'All on the UE', exact: true });
  await lane.click();
  await expect(lane).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('all 55 blocks', { exact: false }).first()).toBeVisible();

  await page.getByRole('tab', { name: 'Events' }).click();
  const events = page.getByRole('tabpanel').locator('li button');
  expect(await events.count()).toBeGreaterThan(1);
  const last = events.last();
  await last.scrollIntoViewIfNeeded();
  const seconds = Number.parseFloat(await last.innerText());
  await last.click();
  await expect(last).toHaveAttribute('aria-current', 'true');
  await expect.poll(() => shownSeconds(page)).toBeCloseTo(seconds, 1);
});

test('the way of the UE is edited on the plan: each burst of keys and each drag is one step back', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await atSimulate(page);
  await page.getByRole('button', { name: 'Edit way' }).click();
  await page.getByRole('button', { name: 'Add corner' }).click();
  const corners = page.getByRole('list', { name: 'Corners of the way' }).getByRole('button');
  await expect(corners).toHaveCount(2);
  const second = corners.nth(1);
  await expect(second).toBeFocused();
  const place = async () =>
    /, (-?\d+ m right, -?\d+ m down)/.exec((await second.getAttribute('aria-label'))!)![1];
  const start = await place();
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowDown');
  await expect.poll(place).not.toBe(start);
  const moved = await place();
  // Another key ends the burst.
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Run again' }).click();
  await expectFresh(page);
  await expect(page.locator('[data-simulated-ue]')).toBeAttached();

  const box = (await second.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 30, { steps: 4 });
  await page.mouse.up();
  await expect.poll(place).not.toBe(moved);
  await undoButton(page).click();
  await expect.poll(place).toBe(moved);
  await undoButton(page).click();
  await expect.poll(place).toBe(start);

  await second.focus();
  await page.keyboard.press('Delete');
  await expect(corners).toHaveCount(1);
});

test('on the IAB tree the UE moves over the plan, and the air to the cell that serves it has figures', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await atSimulate(page);
  await openPreset(page, 'HiveMind: mmWave, calibrated');
  await expectFresh(page);
  const ue = page.locator('[data-simulated-ue]');
  await page.getByRole('slider', { name: 'Moment', exact: true }).focus();
  await page.keyboard.press('Home');
  const start = await ue.getAttribute('style');
  await expect(page.locator('[data-air-words]')).toContainText(/SNR -?[\d.]+ dB.*up [\d.]+.*, down [\d.]+/s);
  await page.keyboard.press('End');
  await expect.poll(() => ue.getAttribute('style')).not.toBe(start);
});

/** Of the IAB tree, which has a way past its cells, at its first handover: the moment and the words beside the UE. */
async function atHandover(page: Page): Promise<void> {
  await openPreset(page, 'HiveMind: mmWave, calibrated');
  await expectFresh(page);
  await page.getByRole('tab', { name: 'Events' }).click();
  await page.getByRole('tabpanel').locator('li button').filter({ hasText: /hand/i }).first().click();
}

test('at a handover one cell is drawn, the status begins with it, and figures multiply and add up', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await atSimulate(page);
  await atHandover(page);
  await expect(moment(page)).toHaveText(/^Handover .+ to .+, nothing is sent for 30 ms\. /);
  const said = await moment(page).innerText();
  const [, whole, sum] = /: ([\d.]+) ms = ([^,]+) ms,/.exec(said)!;
  const parts = sum!.split(' + ').map((part) => Number.parseFloat(part.replace(/^\D+/, '')));
  expect(parts.reduce((total, part) => total + part, 0)).toBeCloseTo(Number(whole), 6);

  const words = page.locator('[data-air-words]');
  // The rates that both say are of the same cell, by its name.
  const [, stays, rates] = /; this task stays on ([^,]+), (up .+), sent at [\d.]+ Mbit\/s\.$/.exec(said)!;
  await expect(words).toContainText('handed over to ');
  await expect(words).toContainText(`this task stays on ${stays}`);
  await expect(words).toContainText(`${stays} now ${rates}`);
  const figures = /sends ([\d.]+) kB at ([\d.]+) Mbit\/s: ([\d.]+) ms/.exec(await words.innerText())!;
  const [kB, mbps, ms] = figures.slice(1).map(Number);
  expect((kB! * 8) / mbps! / ms!).toBeCloseTo(1, 1);
  // The words hide neither nodes nor the UE.
  const box = (await words.boundingBox())!;
  for (const other of await page.locator('.react-flow__node, [data-simulated-ue] > span').all()) {
    const node = (await other.boundingBox())!;
    const across = Math.min(box.x + box.width, node.x + node.width) - Math.max(box.x, node.x);
    const down = Math.min(box.y + box.height, node.y + node.height) - Math.max(box.y, node.y);
    expect(Math.min(across, down)).toBeLessThanOrEqual(1);
  }
});

test('events: a handover says what it cost, arrow keys go through the list, and steps through what is listed', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await atSimulate(page);
  await atHandover(page);
  const rows = page.getByRole('tabpanel').locator('li button');
  await expect(rows.first()).toHaveText(/nothing is sent for 30 ms; tasks? .+ of Best split paid [\d.]+ ms/);
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.getByRole('checkbox', { name: 'Changes of the split' }).uncheck();
  await expect(rows.filter({ hasNotText: 'Handover' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
  await page.keyboard.type('handover before');
  await page.keyboard.press('Enter');
  await expect(rows.first()).toHaveAttribute('aria-current', 'true');
});

test('a press of the plan adds a corner to the way, one undo takes it back, Escape leaves', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await atSimulate(page);
  const edit = page.getByRole('button', { name: 'Edit way' });
  await edit.click();
  await expect(page.getByText('Click to add a corner, drag to move, Delete to remove')).toBeVisible();
  const corners = page.getByRole('list', { name: 'Corners of the way' }).getByRole('button');
  const before = await corners.count();
  const plan = (await page.locator('.react-flow__pane').boundingBox())!;
  await page.mouse.click(plan.x + plan.width * 0.6, plan.y + plan.height - 12);
  // Of a way that there was not, the first corner is the place of the UE.
  const after = Math.max(2, before + 1);
  await expect(corners).toHaveCount(after);
  await expect(corners.last()).toBeFocused();
  await undoButton(page).click();
  await expect(corners).toHaveCount(before);
  await page.keyboard.press('Escape');
  await expect(edit).toHaveAttribute('aria-pressed', 'false');
  await expect(edit).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a small map under the player shows the drive', async ({ page }) => {
    test.setTimeout(120_000);
    await atSimulate(page);
    const map = page.locator('[data-drive-map]');
    await expect(map.getByRole('img', { name: /^Map of the drive\. .*UE on .+, SNR/ })).toBeVisible();
    await expect(map.locator('[data-serves="true"]')).toHaveCount(1);
    await expect(map.locator('[data-map-scale]')).toHaveText(/^\d+ m$/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expect(page.locator('.react-flow')).toHaveCount(0);

    // What a press on an event comes to is said in place.
    const row = page.locator('[data-chart="simulation-events"] li').nth(1);
    await row.getByRole('button').tap();
    await expect(row.getByText(/^Task [\d,]+ of [\d,]+: /)).toBeInViewport();
  });
});
