import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './pages/accessible';
import { expectNoTrouble, idle, open, openPreset, savedText, undoButton, watchTrouble } from './pages/app';
import { atSimulate, expectFresh, lead, moment, settings, shownSeconds, status } from './pages/simulatePlace';

const download = (page: Page, format: 'CSV' | 'Perfetto trace'): Promise<string> =>
  savedText(page, status(page).getByRole('button', { name: format, exact: true }));

test('a run starts by itself, is told in a sentence, scrubbed, made old by a change, run again and saved', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext();
  const trouble = await watchTrouble(context);
  const page = await context.newPage();
  await atSimulate(page);
  await expect(lead(page)).toContainText(/^Simulated Over 60 s .*the best split took [\d.,]+ m?s a task/);
  const before = await lead(page).innerText();

  await test.step('any moment is a drag of the scrubber away', async () => {
    const scrubber = page.getByRole('slider', { name: 'Moment', exact: true });
    const box = (await scrubber.boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => shownSeconds(page)).toBeGreaterThan(28);
    expect(await shownSeconds(page)).toBeLessThan(32);
    await expect(scrubber).toHaveAttribute('aria-valuetext', /of 60\.00 s/);
  });

  await test.step('a change of a setting makes the run old; running again answers it; undo brings it back', async () => {
    const load = (await settings(page, 'Traffic')).getByRole('textbox', { name: 'Load' });
    await load.fill('4');
    await load.press('Enter');
    await expect(status(page)).toHaveAttribute('data-old', 'true');
    await expect(status(page)).toContainText('before it changed');
    await expect(lead(page)).toHaveText(before.replace(/\s+/g, ' '));
    await page.getByRole('button', { name: 'Run again' }).click();
    await expectFresh(page);
    await expect(lead(page)).not.toHaveText(before.replace(/\s+/g, ' '));
    expect(await shownSeconds(page)).toBeGreaterThan(28);
    await undoButton(page).click();
    await expect(status(page)).toHaveAttribute('data-old', 'true');
    await page.getByRole('button', { name: 'Run again' }).click();
    await expectFresh(page);
    // The same seed gives the same run.
    await expect(lead(page)).toHaveText(before.replace(/\s+/g, ' '));
  });

  await test.step('the run is saved as a table and as a trace, both marked as simulated', async () => {
    const csv = await download(page, 'CSV');
    expect(csv).toMatch(/^# Simulated, not measured: 60 s from seed \d+; results [0-9a-f]{64}\./);
    const tasks = /Task \d+ of ([\d,]+)/.exec(await moment(page).innerText())![1]!.replaceAll(',', '');
    expect(csv.trim().split('\r\n')).toHaveLength(Number(tasks) + 2);
    const trace = JSON.parse(await download(page, 'Perfetto trace')) as { traceEvents: unknown[] };
    expect(trace.traceEvents.length).toBeGreaterThan(Number(tasks));
  });
  expectNoTrouble(trouble, baseURL!);
  await context.close();
});

test('without a mouse: go there, play, pause, step by tasks and events, choose a chart', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
  await page.keyboard.type('simulate the network');
  await page.keyboard.press('Enter');
  await expectFresh(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause the run' })).toBeVisible();
  await expect.poll(() => shownSeconds(page)).toBeGreaterThan(0.2);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play the run' })).toBeVisible();

  const task = async () =>
    Number(/Task ([\d,]+) of/.exec(await moment(page).innerText())![1]!.replaceAll(',', ''));
  const here = await task();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(task).toBe(here + 1);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(task).toBe(here + 1);

  const at = await shownSeconds(page);
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(() => shownSeconds(page)).toBeGreaterThan(at);
  await page.keyboard.press('Control+ArrowLeft');
  await expect.poll(() => shownSeconds(page)).toBeLessThanOrEqual(at);

  const scrubber = page.getByRole('slider', { name: 'Moment', exact: true });
  await scrubber.focus();
  await page.keyboard.press('End');
  await expect.poll(() => shownSeconds(page)).toBe(60);
  await page.keyboard.press('Home');
  await expect.poll(() => shownSeconds(page)).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => shownSeconds(page)).toBe(0.06);

  const tab = page.getByRole('tab', { name: 'Over time' });
  await tab.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Distribution' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'How long tasks take' })).toBeVisible();
});

test('a link follows a trace; a bad one says which line and changes nothing; a long run is cancelled', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await atSimulate(page);
  const section = await settings(page, 'Traces');
  const give = async (name: string, text: string) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      section.getByRole('button', { name: /^Choose a trace/ }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  };
  await give('bad.csv', 't_s,mbps\n0,10\n1,-5\n');
  await expect(section.getByRole('alert')).toContainText('bad.csv: Line 3, column 2');
  await expect(section.getByRole('alert')).toBeInViewport({ ratio: 0.95 });
  await expect(status(page)).toHaveAttribute('data-old', 'false');
  await give('large.csv', 'x'.repeat(6e6));
  await expect(section.getByRole('alert')).toContainText('larger than the 5 MB');
  await give('drive.csv', 't_s,mbps\n0,10\n1,20\n2,5\n');
  await expect(section.getByRole('alert')).toHaveCount(0);
  await expect(section).toContainText(/drive\.csv: 3 rows over 2 s, .*: 3 s in all\./);
  await expect(status(page)).toHaveAttribute('data-old', 'true');

  const time = await settings(page, 'Time and tasks');
  const duration = time.getByRole('textbox', { name: 'Duration' });
  await duration.fill('3600');
  await duration.press('Enter');
  const plan = page.locator('.react-flow');
  const place = await plan.boundingBox();
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(status(page)).toHaveAttribute('data-simulating', 'running');
  expect(await plan.boundingBox(), 'the plan stays where it is').toEqual(place);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(status(page)).toHaveAttribute('data-simulating', 'done');
  await expect(status(page)).toHaveAttribute('data-old', 'true');
  await idle(page);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing that axe can find stands in the way of simulating (${colorScheme})`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await atSimulate(page);
    for (const title of ['Radio', 'Mobility', 'Traffic', 'Traces', 'Prediction']) await settings(page, title);
    for (const tab of ['Over time', 'Distribution', 'Events', 'Strategies']) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await expectAccessible(page, tab);
    }
    await context.close();
  });
}

test('on a phone the run, its time and its charts stand below each other, none wider than the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await atSimulate(page);
  await expect(lead(page)).toContainText('Simulated Over 60 s');
  await page.getByRole('button', { name: 'Next task' }).click();
  await expect(moment(page)).toContainText('Task 2 of');
  for (const title of ['The run over time', 'How long tasks take', 'What happened']) {
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('one press lets the UE drive, and is taken back by one undo; by touch any moment is a drag away', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await atSimulate(page);
  await expect(lead(page)).toContainText('at one place');
  await page.getByRole('button', { name: /^Let the UE drive past / }).tap();
  await expect(lead(page)).toContainText('of driving');
  await expectFresh(page);
  // Far down, between the charts, the scrubber is still at hand.
  await page.getByRole('heading', { name: 'How long tasks take' }).scrollIntoViewIfNeeded();
  const scrubber = page.getByRole('slider', { name: 'Moment', exact: true });
  await expect(scrubber).toBeInViewport();
  const box = (await scrubber.boundingBox())!;
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => shownSeconds(page)).toBeGreaterThan(28);
  await undoButton(page).tap();
  await expect(status(page)).toHaveAttribute('data-old', 'true');
  await expect(undoButton(page)).toBeDisabled();
  await context.close();
});

test('a run of one network is not painted on another', async ({ page }) => {
  await atSimulate(page);
  await expect(page.locator('[data-air-words]')).toBeVisible();
  const before = (await lead(page).innerText()).replace(/\s+/g, ' ');
  expect(before).toContain('at one place');
  // The run of the network before goes with it; the first one of this network starts by itself.
  await openPreset(page, 'HiveMind: mmWave, calibrated');
  await expectFresh(page);
  await expect(lead(page)).toContainText('of driving');
  await expect(page.locator('[data-air-words]')).toBeVisible();
  await undoButton(page).click();
  await expectFresh(page);
  await expect(lead(page)).toHaveText(before);
});

test('the drive past base stations opens in Simulate, is cut and handed over, and its charts can have the place of the plan', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await atSimulate(page);
  await openPreset(page, 'Drive past base stations');
  await expectFresh(page);
  await expect(lead(page)).toContainText('Simulated Over 60 s of driving, the best split took');
  await expect(status(page)).toContainText('two handovers');
  await expect(status(page)).toContainText(/The air link is simulated: [\d.]+ Mbit\/s up on average/);
  const plan = page.locator('[data-id="gnb1"]').first();
  await expect(plan).toBeVisible();
  await page.getByRole('button', { name: 'Enlarge the charts over the network' }).click();
  await expect(plan).toBeHidden();
  await page.getByRole('button', { name: 'Back to the network' }).click();
  await expect(plan).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(plan).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(plan).toBeVisible();
  // The UE is where it is drawn: a ring, through which the box is read. Links are called by names.
  await expect(page.locator('[data-simulated-ue]')).toHaveAttribute('data-over', 'true');
  await expect(page.locator('.react-flow__edge[aria-label="Link gNB 1 – Core"]')).toHaveCount(1);

  await test.step('from afar, and with larger texts for a projector, names and blocks are read on a low screen', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    const side = page.getByRole('complementary', { name: 'Settings of the simulation' });
    const blocks = page.locator('.react-flow__node').filter({ hasText: /\d+–\d+/ });
    const lettersPx = () => page.evaluate(lettersOnPlanPx);
    for (const projector of [false, true]) {
      if (projector) await page.getByRole('button', { name: /^Projector/ }).click();
      await expect(side).toHaveCount(projector ? 0 : 1);
      await expect.poll(lettersPx).toBeGreaterThanOrEqual(13);
      await expect(blocks.first()).toBeVisible();
    }
    await page.getByRole('button', { name: /^Projector/ }).click();
    await expect(side).toBeVisible();
  });
});

/** How large the letters of boxes are on screen [px]; they are drawn with 14 px. */
function lettersOnPlanPx(): number {
  const view = document.querySelector('.react-flow__viewport')!;
  const scale = Number(getComputedStyle(view).getPropertyValue('--box-scale'));
  return new DOMMatrix(getComputedStyle(view).transform).a * scale * 14;
}
