import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectNoTrouble, open, openPreset, watchTrouble } from './pages/app';
import { atReproduce, figure } from './pages/reproducePlace';
import { atSimulate, expectFresh, lead, moment, settings, status } from './pages/simulatePlace';

const shareDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Share' });
const linkedWords = (page: Page): Locator => page.locator('[data-linked-run]');

async function shareHere(page: Page): Promise<string> {
  await page
    .getByRole('button', { name: /^Share/ })
    .first()
    .click();
  const text = shareDialog(page).getByRole('textbox');
  await expect(text).toHaveValue(/#./);
  return text.inputValue();
}

async function runId(page: Page): Promise<string> {
  return /results ([0-9a-f]{8})/.exec(await status(page).innerText())![1]!;
}

/** What somebody sees of a run: told to be the same for who opens the link. */
async function seen(page: Page) {
  return {
    sentence: (await lead(page).innerText()).replace(/\s+/g, ' '),
    moment: await moment(page).innerText(),
    run: await runId(page),
    lane: await page.getByRole('combobox', { name: 'Strategy' }).inputValue(),
  };
}

test('a link made in Simulate opens the same run at the same moment for somebody else, and says whether it is the same', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const mine = await browser.newContext();
  const page = await mine.newPage();
  await atSimulate(page);
  const speed = (await settings(page, 'Mobility')).getByRole('textbox', { name: 'Speed' });
  await speed.fill('70');
  await speed.press('Control+Enter');
  await page.getByRole('button', { name: /^Let the UE drive past / }).click();
  await expect(lead(page)).toContainText('of driving');
  await expectFresh(page);
  await page.getByRole('combobox', { name: 'Strategy' }).selectOption('cloud-only');
  await page.getByRole('tab', { name: 'Events', exact: true }).click();
  for (let i = 0; i < 3; i += 1) await page.getByRole('button', { name: 'Next event' }).click();
  const shared = await seen(page);
  const link = await shareHere(page);
  expect(link).toMatch(new RegExp(String.raw`#s=[^&]+&at=simulate\.\d+\.cloud-only\.events\.${shared.run}$`));
  await expect(shareDialog(page)).toContainText(shared.run);
  await mine.close();

  const context = await browser.newContext();
  const trouble = await watchTrouble(context);
  const theirs = await context.newPage();
  await test.step('in a fresh browser', async () => {
    await theirs.goto(link);
    await expectFresh(theirs);
    expect(await seen(theirs)).toEqual(shared);
    await expect(linkedWords(theirs)).toHaveText(': the same run as was shared');
    await expect(theirs.getByRole('tab', { name: 'Events', exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });
  await test.step('after a change it is another document, of which the link says nothing', async () => {
    const seed = (await settings(theirs, 'Time and tasks')).getByRole('textbox', { name: 'Seed' });
    await seed.fill('77');
    await seed.press('Control+Enter');
    await expect(status(theirs)).toContainText('seed 77');
    await expectFresh(theirs);
    await expect(linkedWords(theirs)).toHaveCount(0);
  });
  await test.step('in a page that is open, where a link claims another run', async () => {
    await theirs.getByRole('button', { name: 'Play', exact: true }).click();
    const other = shared.run === '00000000' ? '11111111' : '00000000';
    await theirs.goto(link.replace(shared.run, other));
    await expectFresh(theirs);
    await expect(linkedWords(theirs)).toContainText(`Not the run that was shared (${other})`);
    expect((await seen(theirs)).moment).toBe(shared.moment);
  });
  expectNoTrouble(trouble, baseURL!);
  await context.close();
});

test('what Share offers is of the place: the figure in Reproduce, the network in Profile, the tab in Play if asked', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await open(page);
  expect(await shareHere(page)).not.toContain('&at=');
  await shareDialog(page)
    .getByRole('checkbox', { name: /^Open it at this tab/ })
    .check();
  await expect(shareDialog(page).getByRole('textbox')).toHaveValue(/&at=layers$/);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  expect(await shareHere(page)).not.toContain('&at=');
  await expect(shareDialog(page).getByRole('checkbox', { name: /^Open it/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Reproduce', exact: true }).click();
  expect(await shareHere(page)).toMatch(/#figure=2&seed=\d+&assume=/);
  await expect(shareDialog(page)).toContainText('sees this figure');
  await shareDialog(page)
    .getByRole('combobox', { name: 'What the link opens' })
    .selectOption({ label: 'The network that is drawn' });
  await expect(shareDialog(page).getByRole('textbox')).toHaveValue(/#s=[^&]+$/);
});

test('any network is simulated by itself unless that takes long; a reload in Simulate finds the run again', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await open(page);
  await openPreset(page, 'HiveMind: mmWave, calibrated');
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
  await expectFresh(page);
  const run = await runId(page);
  await page.reload();
  await expectFresh(page);
  expect(await runId(page)).toBe(run);

  const duration = (await settings(page, 'Time and tasks')).getByRole('textbox', { name: 'Duration' });
  await duration.fill('3600');
  await duration.press('Enter');
  await expect(status(page)).toHaveAttribute('data-old', 'true');
  await page.reload();
  await expect(page.getByRole('button', { name: /^Run \(about \d+ s\)$/ })).toBeVisible();
  await expect(status(page)).toHaveAttribute('data-simulating', 'idle');
  await duration.fill('20');
  await duration.press('Enter');
  // Short again: by the same rule it starts by itself.
  await expectFresh(page);
  await expect(lead(page)).toContainText('Over 20 s');
});

test('Ctrl+Enter in a field takes what was typed and runs; what is refused is not run', async ({ page }) => {
  test.setTimeout(120_000);
  await atSimulate(page);
  const before = await runId(page);
  const load = (await settings(page, 'Traffic')).getByRole('textbox', { name: 'Load', exact: true });
  await load.fill('4');
  await load.press('Control+Enter');
  await expect(status(page)).not.toContainText(before);
  await expectFresh(page);
  await expect(load).toBeFocused();
  const after = await runId(page);
  await load.fill('much');
  await load.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Load' })).toBeVisible();
  await expect(status(page)).toHaveAttribute('data-simulating', 'done');
  expect(await runId(page)).toBe(after);
});

test('in Reproduce Ctrl+Enter runs with the value typed, and a link counts as copied until it is another', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await atReproduce(page);
  await figure(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(figure(page).getByText('Link copied.')).toBeVisible();
  const seed = page.getByRole('textbox', { name: 'Seed' });
  await seed.fill('9');
  await seed.press('Control+Enter');
  await expect(figure(page)).toHaveAttribute('data-figure-run', 'idle', { timeout: 90_000 });
  await expect(figure(page)).toHaveAttribute('data-old', 'false', { timeout: 90_000 });
  await expect(figure(page).getByText('Link copied.')).toHaveCount(0);
  await context.close();
});

test('a command is found by what people call it, and goes to the settings', async ({ page }) => {
  await open(page);
  const find = async (words: string) => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
    await page.keyboard.type(words);
  };
  await find('walk speed');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Speed' })).toBeFocused();
  await find('forecast');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Prediction', exact: true })).toBeVisible();
});
