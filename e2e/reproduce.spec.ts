import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expectAccessible } from './pages/accessible';
import { expectNoTrouble, open, watchTrouble } from './pages/app';
import {
  assume,
  atReproduce,
  expectAnswered,
  figure,
  reasons,
  showFigure,
  verdicts,
} from './pages/reproducePlace';

/** Five simulated seconds: enough to see that it runs, in a second. */
const brief = '#figure=16&seed=3&assume=calibrated&durationS=5';

test('a figure runs when it is opened; its verdicts stand by their rules, its numbers beside the paper’s', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const trouble = await watchTrouble(context);
  await atReproduce(page);
  await expect(page.getByRole('heading', { name: 'Figure 2: A toy of three layers' })).toBeVisible();
  await expect(verdicts(page)).toHaveText(['agrees', 'agrees']);
  await expect(figure(page)).toContainText('Computed here from seed 1.');
  await expect(figure(page).getByRole('columnheader', { name: 'paper' })).toBeVisible();

  await showFigure(page, 6);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await assume(page, 'Simulated time', '5');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expectAnswered(page, 6);
  await expect(figure(page)).toContainText('Simulated here from seed 1.');
  expect(await verdicts(page).count()).toBeGreaterThan(1);
  await expect(
    page.getByRole('navigation', { name: 'Figures' }).getByRole('button', { name: /^Figure 6 / }),
  ).toContainText(/agree|differ|cannot be checked/);
  expectNoTrouble(trouble, new URL(baseURL!).origin);
});

test('what is changed makes the result one of before, until it is run again', async ({ page }) => {
  test.setTimeout(120_000);
  await atReproduce(page);
  const before = await reasons(page);
  await assume(page, 'Lowest capacity between MEC host and cloud', '0.05');
  await expect(figure(page).locator('[data-stale-note]')).toContainText(
    'This result is of lowest capacity between MEC host and cloud 0.1 units/s (now 0.05 units/s).',
  );
  expect(await reasons(page)).toEqual(before);
  await page.getByRole('button', { name: 'Run again' }).click();
  await expectAnswered(page, 2);
  expect(await reasons(page)).not.toEqual(before);

  // What was asked before has its result back, without another run.
  await page.getByRole('button', { name: /^Reset Lowest capacity/ }).click();
  await expect(figure(page)).toHaveAttribute('data-old', 'false');
  await expect(figure(page)).toHaveAttribute('data-figure-run', 'idle');
  expect(await reasons(page)).toEqual(before);

  await assume(page, 'Lowest capacity between MEC host and cloud', '7');
  await expect(page.getByRole('alert').filter({ hasText: '0.01 to 0.9 units/s' })).toBeVisible();
});

test('the preset changes what a figure rests on, and says what', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, `./${brief}`);
  await expectAnswered(page, 16);
  await expect(page.getByText('picture 88 px (Honest 224 px: 224 px)', { exact: false })).toBeVisible();
  await page.getByRole('radio', { name: 'Honest 224 px' }).check();
  await expect(page.getByRole('textbox', { name: 'Picture', exact: true })).toHaveValue('224');
  await expect(figure(page).locator('[data-stale-note]')).toContainText(
    '“HiveMind-calibrated” (now “Honest 224 px”)',
  );
  await page.getByRole('button', { name: 'Run again' }).click();
  await expectAnswered(page, 16);
  await expect(figure(page).locator('[data-provenance]')).toContainText('Honest 224 px, 1 changed');
});

test('a run stops when it is told to, and the result before stays', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, `./${brief}`);
  await expectAnswered(page, 16);
  const before = await reasons(page);
  await assume(page, 'Simulated time', '600');
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(figure(page)).toHaveAttribute('data-figure-run', 'running');
  await expect(figure(page).getByText(/^Running figure 16: /)).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(figure(page)).toHaveAttribute('data-figure-run', 'idle');
  await expect(figure(page)).toHaveAttribute('data-old', 'true');
  expect(await reasons(page)).toEqual(before);
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
});

test('who leaves a figure that runs by itself is not waited for; all figures run one after the other and stop at once', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await atReproduce(page);
  const state = (id: number) => page.locator(`[data-state-of="${id}"]`);
  await showFigure(page, 14);
  await expect(state(14)).toContainText('running');
  await showFigure(page, 2);
  await expect(state(14)).toHaveText('not run yet');

  await page.getByRole('button', { name: 'Run all' }).click();
  await expect(state(6)).toContainText('running');
  await expect(state(19)).toContainText('waits for its turn');
  await showFigure(page, 19);
  await expect(figure(page)).toContainText(/Waits for its turn: figure \d+ is running/);
  await page.getByRole('button', { name: /^Stop \(\d+ left\)/ }).click();
  await expect(state(19)).toHaveText('not run yet');
  await expect(figure(page)).toHaveAttribute('data-figure-run', 'idle');
});

test('a link opens the same figure with the same seed and assumptions, and gives the same numbers', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await open(page, `./${brief}`);
  await expectAnswered(page, 16);
  const seed = page.getByRole('textbox', { name: 'Seed' });
  await seed.fill('42');
  await seed.press('Enter');
  await page.getByRole('button', { name: 'Run again' }).click();
  await expectAnswered(page, 16);
  const found = await reasons(page);
  const numbers = await figure(page).locator('table').last().innerText();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await context.newPage();
  await other.goto(link);
  await expectAnswered(other, 16);
  await expect(other.getByRole('textbox', { name: 'Seed' })).toHaveValue('42');
  await expect(other.getByRole('textbox', { name: 'Simulated time', exact: true })).toHaveValue('5');
  expect(await reasons(other)).toEqual(found);
  expect(await figure(other).locator('table').last().innerText()).toBe(numbers);
  await context.close();
});

test('charts, results and all claims are saved as files', async ({ page }) => {
  test.setTimeout(120_000);
  await atReproduce(page);
  const saved = async (press: () => Promise<void>) => {
    const waiting = page.waitForEvent('download');
    await press();
    const download = await waiting;
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  };
  const chart = page.getByRole('region', { name: /^Total time against/ });
  const csv = await saved(() => chart.getByRole('button', { name: 'CSV' }).click());
  expect(csv.name).toMatch(/^figure-2-calibrated-seed-1-total-time.*\.csv$/);
  expect(csv.text).toMatch(/^Capacity \(units\/s\),UE only: Total time \(s\)/);
  expect(csv.text.trim().split('\r\n')).toHaveLength(20);
  const svg = await saved(() => chart.getByRole('button', { name: 'SVG' }).click());
  expect(svg.text).toContain('Total time against the capacity');
  expect(svg.text).toContain('Figure 2. Computed by Splitscape from seed 1.');
  // Whoever opens the picture elsewhere can tell the curves apart, and sees where they cannot be.
  expect(svg.text.match(/>Single split</g)).toHaveLength(2);
  expect(svg.text).toContain('Cloud only and Single split coincide at 11 of 19 points.');
  const json = await saved(() => page.getByRole('button', { name: 'JSON' }).click());
  expect(json.text).toMatch(/^[ -~\n]*$/);
  expect(JSON.parse(json.text)).toMatchObject({ figure: 2, question: { seed: 1, preset: 'calibrated' } });

  await page.getByRole('button', { name: /^All claims/ }).click();
  await expect(page.getByRole('heading', { name: 'All claims' })).toBeVisible();
  await expect(page.getByText(/^2 of 39 claims judged, 37 not run yet: 2 agree\./)).toBeVisible();
  const all = await saved(() => page.getByRole('button', { name: 'CSV' }).click());
  expect(all.text).toMatch(/^figure,claim,rule,verdict/);
  expect(all.text).toContain('not run yet');
  const markdown = await saved(() => page.getByRole('button', { name: 'Markdown' }).click());
  expect(markdown.text).toMatch(/^\| figure \| claim \|/);
  await page.getByRole('button', { name: 'Figure 2', exact: true }).click();
  await expectAnswered(page, 2);
});

test('the keyboard alone opens a figure, reads its points, changes a number and runs it again', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await atReproduce(page);
  const tabTo = async (name: string, role: 'button' | 'slider' | 'textbox') => {
    const target = page.getByRole(role, { name, exact: true });
    for (let press = 0; press < 150; press++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not come to ${name}.`);
  };
  await tabTo('Read Total time against the capacity between MEC host and cloud', 'slider');
  await page.keyboard.press('End');
  const reader = page.getByRole('slider', { name: /^Read Total time/ });
  await expect(reader).toHaveAttribute(
    'aria-valuetext',
    /^Capacity 1 units\/s\. UE only: 5\.50 s.*HiveMind: 2\.27 s$/,
  );
  await expect(page.locator('[data-tooltip]')).toContainText('Capacity 1 units/s');
  await page.keyboard.press('Escape');
  await tabTo('Capacities', 'textbox');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(figure(page)).toHaveAttribute('data-old', 'true');
  await tabTo('Run again', 'button');
  await page.keyboard.press('Enter');
  await expectAnswered(page, 2);
  await tabTo('Read Total time against the capacity between MEC host and cloud', 'slider');
  await expect(reader).toHaveAttribute('aria-valuemax', '5');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing that axe can find stands in the way of the figures (${colorScheme})`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await open(page, `./${brief}`);
    await expectAnswered(page, 16);
    await expectAccessible(page, 'Figure 16');
    await assume(page, 'Simulated time', '4');
    await expect(figure(page)).toHaveAttribute('data-old', 'true');
    await expectAccessible(page, 'an older result');
    await showFigure(page, 2);
    await expectAnswered(page, 2);
    await expectAccessible(page, 'Figure 2');
    await page.getByRole('button', { name: /^All claims/ }).click();
    await expectAccessible(page, 'all claims');
    await context.close();
  });
}

test('on a phone figures are chosen from a menu, nothing is wider than the screen, and axe finds nothing', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
  await open(page, './#figure=18&seed=1&assume=calibrated&durationS=5');
  await expectAnswered(page, 18);
  expect(await widest()).toBeLessThanOrEqual(360);
  // A number's name has the whole width, its values stand under it.
  const name = await page.getByText('Linear weights, latency', { exact: true }).boundingBox();
  expect(name!.width).toBeGreaterThan(300);
  await expect(page.getByText('More columns to the right: scroll sideways.')).toBeVisible();
  await expectAccessible(page, 'Figure 18');
  await page.getByRole('combobox', { name: 'Figure' }).selectOption({ value: '2' });
  await expectAnswered(page, 2);
  await page.getByRole('combobox', { name: 'Figure' }).selectOption({ label: 'All claims' });
  await expect(page.getByRole('heading', { name: 'All claims' })).toBeVisible();
  expect(await widest()).toBeLessThanOrEqual(360);
  await expectAccessible(page, 'all claims');
  await context.close();
});
