import { expect, test, type Page } from '@playwright/test';
import { startEdgeServer, type EdgeServer } from './edgeServer';
import { expectNoTrouble, idle, open, slider, undoButton, watchTrouble } from './pages/app';

let server: EdgeServer;
test.beforeAll(async () => {
  server = await startEdgeServer();
});
test.afterAll(() => server.stop());

const panel = (page: Page) => page.locator('[data-edge]');
const connected = (page: Page) => expect(panel(page)).toHaveAttribute('data-edge', 'connected');

async function openRunTab(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Run', exact: true }).click();
}

test('the address with the token connects; the link is measured, used, and undone; a part runs over there', async ({
  context,
  page,
}) => {
  test.setTimeout(240_000);
  const trouble = await watchTrouble(context);
  await open(page, server.address);
  expect(page.url()).not.toContain(server.token);
  await openRunTab(page);
  await connected(page);
  await expect(panel(page)).toContainText('on WebAssembly');

  // With the keyboard: the button that starts is the one that cancels, and keeps the focus through it all.
  await panel(page).getByRole('button', { name: 'Measure the link' }).press('Enter');
  await expect(panel(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expect(panel(page).getByRole('button', { name: 'Measure again' })).toBeFocused({ timeout: 60_000 });
  await expect(panel(page)).toContainText(/Round trip.*[1-9].* (µs|ms|s) \(95 % interval/s);
  const before = await slider(page, 'Phone – gNB').getAttribute('aria-valuetext');
  await panel(page).getByRole('button', { name: 'Use the measured values' }).click();
  await expect(panel(page)).toContainText('Phone – gNB has values measured here');
  await idle(page);
  await undoButton(page).click();
  await idle(page);
  await expect(panel(page)).not.toContainText('has values measured here');
  await expect(slider(page, 'Phone – gNB')).toHaveAttribute('aria-valuetext', before ?? '');

  // The opening plan computes on the MEC host: here that is the server, the rest are workers of the page.
  await page.getByLabel('The edge server stands for').selectOption({ label: 'MEC host' });
  const executions = page.getByRole('textbox', { name: 'Executions of each cell' });
  await executions.fill('3');
  await executions.press('Enter');
  for (const factor of ['0.5', '2'])
    await page.getByRole('checkbox', { name: factor, exact: true }).uncheck();
  await page.getByRole('button', { name: 'Run this split' }).click();
  await expect(page.locator('[data-split-run]')).toHaveAttribute('data-split-run', 'done', {
    timeout: 180_000,
  });
  await expect(page.getByRole('tabpanel')).toContainText('The result is equal to that of the unsplit run');
  expectNoTrouble(trouble, new URL(server.address).origin);
});

test('a wrong token is refused, the right one typed in connects, a reload finds it again', async ({
  page,
}) => {
  const { origin } = new URL(server.address);
  await open(page, `${origin}/?edge=not-the-token`);
  await openRunTab(page);
  await expect(panel(page).getByRole('alert')).toContainText('does not accept this token');
  await panel(page).getByRole('textbox').fill(server.token);
  await panel(page).getByRole('textbox').press('Enter');
  await connected(page);
  // What had the focus is gone; a keyboard goes on from here.
  await expect(panel(page).locator(':focus')).toHaveCount(1);
  await page.reload();
  await openRunTab(page);
  await connected(page);
  await panel(page).getByRole('button', { name: 'Disconnect' }).press('Enter');
  await expect(panel(page)).toContainText('npm run edge');
  await expect(panel(page).locator(':focus')).toHaveCount(1);
});

test('a page that no edge server served says how to start one, and that none answers', async ({ page }) => {
  await open(page);
  await openRunTab(page);
  await page.getByText('Edge server', { exact: true }).click();
  await expect(panel(page)).toContainText('npm run edge');
  await panel(page).getByRole('textbox').fill('any-token-at-all');
  await panel(page).getByRole('button', { name: 'Connect' }).click();
  await expect(panel(page).getByRole('alert')).toContainText('No edge server answers', { timeout: 30_000 });
});

test('a server that ends is noticed', async ({ page }) => {
  const other = await startEdgeServer();
  await open(page, other.address);
  await openRunTab(page);
  await connected(page);
  await other.stop();
  await expect(panel(page).getByRole('alert')).toContainText('was lost');
});
