import { expect, test, type Page } from '@playwright/test';
import { chooseSmallModel, expectNoTrouble, idle, open, openPreset, watchTrouble } from './pages/app';

/** The machine that runs the tests may be slow; every wait is for a state. */
test.setTimeout(240_000);

const runTab = (page: Page) => page.getByRole('tab', { name: 'Run', exact: true });
const panel = (page: Page) => page.locator('[data-split-run]');

async function runAndWait(page: Page): Promise<void> {
  await panel(page)
    .getByRole('button', { name: /^Run (this split|it again)$/ })
    .click();
  await expect(panel(page)).toHaveAttribute('data-split-run', 'done', { timeout: 180_000 });
}

/** Of the whole model in every bit: as timed, or at least with nothing fused. */
async function expectSameResult(page: Page): Promise<void> {
  const check = page.locator('[data-run-check]');
  await expect(check).toHaveAttribute('data-run-check', /^(equal|close)$/);
  await expect(check).toHaveText(
    /^The result (is equal to that of the unsplit run|agrees with .* optimisations it is the same), bit by bit\.$/,
  );
}

async function fewExecutions(page: Page): Promise<void> {
  const count = panel(page).getByRole('textbox', { name: 'Executions of each cell' });
  await count.fill('3');
  await count.press('Enter');
}

test('a visitor runs the split, sees prediction and execution, and the result is that of the whole model', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ hasTouch: true });
  const trouble = await watchTrouble(context);
  const page = await context.newPage();
  await open(page);
  await chooseSmallModel(page);
  await runTab(page).click();
  await expect(panel(page)).toContainText('has not been measured for this model');
  await expect(page.getByRole('region', { name: 'What runs where' })).toContainText('a worker of this page');
  await fewExecutions(page);
  await runAndWait(page);

  await expectSameResult(page);
  await expect(page.getByRole('list', { name: /Predicted and executed times/ })).toBeVisible();
  const points = page.getByRole('listbox', { name: 'Executed against predicted times' });
  await expect(points.getByRole('option')).toHaveCount(6);
  // The last one is drawn above the others.
  const last = points.getByRole('option').last();
  await last.tap();
  await expect(page.locator('[data-tooltip]')).toContainText('Predicted / executed');
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(points.locator('[aria-selected="true"]')).toHaveCount(1);
  await last.press('Home');
  const first = points.getByRole('option').first();
  await expect(first).toBeFocused();
  await first.press('Enter');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await expect(points.locator('[aria-selected="true"]')).toHaveCount(1);
  const cells = page.locator('[data-chart="run-cells"]');
  await cells.getByRole('button', { name: 'Show as table' }).click();
  await expect(cells.getByRole('row')).toHaveCount(4);
  const saving = page.waitForEvent('download');
  await cells.getByRole('button', { name: 'CSV' }).click();
  expect((await saving).suggestedFilename()).toBe('run-cells.csv');
  // Every worker of the run is gone; the solver's stay.
  await expect
    .poll(() => page.workers().filter((worker) => /part|link|model/.test(worker.url())).length)
    .toBe(0);
  expectNoTrouble(trouble, new URL(baseURL!).origin);
  await context.close();
});

test('a plan with two cuts or more runs in a worker for each part', async ({ page }) => {
  await open(page);
  await openPreset(page, 'Five nodes in a row');
  await chooseSmallModel(page);
  // It gives every computing node its share, so that there are several cuts whatever the best plan does.
  await page.getByRole('tab', { name: 'Compare' }).click();
  const proportional = page.getByRole('option', { name: /In proportion to speed/ });
  await proportional.click();
  await idle(page);
  await runTab(page).click();
  const rows = page.getByRole('region', { name: 'What runs where' }).getByRole('row');
  await expect
    .poll(() => rows.filter({ hasText: 'a worker of this page' }).count())
    .toBeGreaterThanOrEqual(3);
  await fewExecutions(page);
  await runAndWait(page);
  // The phone computes nothing in this plan: the picture is shipped in 8 bits, half a level of which is 0.2 %.
  const check = page.locator('[data-run-check]');
  await expect(check).toHaveAttribute('data-run-check', 'rounded');
  const [, percent] = /^With the input as uint8 .* by at most ([\d.]+) % of its largest value\.$/.exec(
    await check.innerText(),
  )!;
  expect(Number(percent)).toBeLessThan(1);
});

test('cancelling stops at once and keeps the page ready to run again', async ({ page }) => {
  await open(page);
  await chooseSmallModel(page);
  await page.getByRole('button', { name: 'Run this split' }).first().click();
  await expect(panel(page)).toHaveAttribute('data-split-run', 'running');
  await expect(panel(page).getByRole('progressbar', { name: 'Running the split' })).toBeVisible();
  await panel(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(panel(page)).toHaveAttribute('data-split-run', 'cancelled', { timeout: 2_000 });
  await expect
    .poll(() => page.workers().filter((worker) => /part|link|model/.test(worker.url())).length)
    .toBe(0);
  await fewExecutions(page);
  await runAndWait(page);
  // Brought into sight: it may lie below what was pressed.
  await expect(page.locator('[data-run-check]')).toBeInViewport();
});

test('a custom chain says that there is nothing to run', async ({ page }) => {
  await open(page);
  await openPreset(page, 'Three layers by hand');
  await runTab(page).click();
  await expect(page.getByRole('tabpanel')).toContainText('numbers only');
});

test('a run waits while the device is measured, and says why', async ({ page }) => {
  await open(page);
  await chooseSmallModel(page);
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await runTab(page).click();
  const run = panel(page).getByRole('button', { name: 'Run this split' });
  await expect(panel(page)).toContainText('This device is being measured');
  await expect(run).toBeDisabled();
  await panel(page).getByRole('button', { name: 'Cancel measuring' }).click();
  await expect(panel(page)).not.toContainText('This device is being measured');
  await expect(run).toBeEnabled();
});
