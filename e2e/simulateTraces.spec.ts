import { expect, test, type Locator, type Page } from '@playwright/test';
import { undoButton } from './pages/app';
import { atSimulate, expectFresh, settings, status } from './pages/simulatePlace';

/** What is in a file, and the words that must tell where it is wrong. */
const badTraces: readonly (readonly [name: string, content: string | Buffer, told: RegExp])[] = [
  ['empty', '', /Line 1, column 1: .*a header and at least two rows/],
  ['only a header', 't_s,mbps\n', /Line 2, column 1: .*at least two rows/],
  ['no header', '0,10\n1,20\n', /Line 1, column 1: .*t_s/],
  ['time that falls', 't_s,mbps\n0,10\n2,20\n1,30\n', /Line 4, column 1: .*after the row before/],
  ['the same time twice', 't_s,mbps\n0,10\n0,20\n', /Line 3, column 1: .*after the row before/],
  ['a negative rate', 't_s,mbps\n0,10\n1,-5\n', /Line 3, column 2: .*0 or more, found -5/],
  ['a word', 't_s,mbps\n0,fast\n1,10\n', /Line 2, column 2: .*mbps: a number, found "fast"/],
  ['NaN', 't_s,mbps\n0,10\n1,NaN\n', /Line 3, column 2: .*a number, found "NaN"/],
  ['Infinity', 't_s,mbps\n0,10\nInfinity,20\n', /Line 3, column 1: .*a number, found "Infinity"/],
  ['an empty cell', 't_s,mbps\n0,10\n1,\n', /Line 3, column 2: .*found nothing/],
  ['another unit of time', 't_min,mbps\n0,10\n1,20\n', /Line 1, column 1: .*t_s \(or t_ms\)/],
  ['no rate', 't_s,latency\n0,10\n1,20\n', /Line 1, column 1: .*mbps/],
  ['two rates', 't_s,mbps,kbps\n0,1,1\n1,1,1\n', /Line 1, column 3: .*found mbps and kbps/],
  ['bit/s as Mbit/s', 't_s,mbps\n0,52000000\n1,5\n', /Line 2, column 2: .*looks like bit\/s/],
  ['decimal commas', '\ufefft_s;mbps\r\n0;1,5\r\n1;2\r\n', /Line 2, column 2: .*decimal point/],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), /Line 1, column 1/],
];

const goodTraces: readonly (readonly [name: string, content: string, told: RegExp])[] = [
  ['with a mark at its start', '\ufefft_s,mbps\n0,10\n1,20\n2,5\n', /3 rows over 2 s, kept as they are/],
  ['from Windows, in ms', 't_ms;kbps\r\n0;900\r\n500;1200\r\n1000;700\r\n', /3 rows over 1 s/],
  ['with other columns and comments', '# drive\ncell\tt_s\tmbps\n7\t0\t10\n8\t1\t20\n', /2 rows over 1 s/],
];

const alerts = (section: Locator): Locator => section.getByRole('alert');

async function choose(page: Page, section: Locator, name: string, content: string | Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    section.getByRole('button', { name: /^Choose a trace/ }).click(),
  ]);
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await chooser.setFiles({ name: `${name}.csv`, mimeType: 'text/csv', buffer });
}

/** Drops a file made in the page: as many bytes as wished without sending them there. */
async function drop(section: Locator, name: string, content: string, repeats = 1): Promise<void> {
  await section.locator('[data-trace-drop]').evaluate(
    (target, given) => {
      const body = new Array<string>(given.repeats).fill(given.content);
      const data = new DataTransfer();
      data.items.add(new File(body, given.name, { type: 'text/csv' }));
      for (const kind of ['dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    },
    { name: `${name}.csv`, content, repeats },
  );
}

test('a bad trace, chosen or dropped, says which line and field, and the one before stays', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await atSimulate(page);
  const section = await settings(page, 'Traces');
  for (const [name, content, told] of badTraces) {
    await test.step(name, async () => {
      await choose(page, section, name, content);
      await expect(alerts(section)).toContainText(told);
      await expect(alerts(section)).toContainText('Nothing has changed.');
    });
  }
  // Nothing was done that could be undone, and the run still answers the document.
  await expect(undoButton(page)).toBeDisabled();
  await expect(status(page)).toHaveAttribute('data-old', 'false');
  await expect(section).toContainText('No link follows a trace.');

  await choose(page, section, 'held', 't_s,mbps\n0,10\n1,20\n2,5\n');
  await expect(section.getByRole('listitem')).toContainText(
    /^The UE’s air, whichever cell serves it: held\.csv, 3 samples, one every 1 s/,
  );
  for (const [name, content, told] of badTraces) {
    if (typeof content !== 'string') continue;
    await test.step(`${name}, dropped`, async () => {
      await drop(section, name, content);
      await expect(alerts(section)).toContainText(told);
    });
  }
  await expect(section.getByRole('listitem')).toHaveCount(1);
  await expect(section.getByRole('listitem')).toContainText('held.csv');
  await undoButton(page).click();
  await expect(undoButton(page)).toBeDisabled();
});

test('a good trace is taken however it is written, in one step back', async ({ page }) => {
  test.setTimeout(120_000);
  await atSimulate(page);
  const section = await settings(page, 'Traces');
  for (const [name, content, told] of goodTraces) {
    await test.step(name, async () => {
      await drop(section, name, content);
      await expect(section.getByRole('status')).toContainText(told);
      await expect(section.getByRole('listitem')).toHaveCount(1);
      await expect(section.getByRole('listitem')).toContainText(`${name}.csv`);
      await expect(alerts(section)).toHaveCount(0);
    });
  }
  for (const [name] of goodTraces.toReversed()) {
    await expect(section.getByRole('listitem')).toContainText(`${name}.csv`);
    await undoButton(page).click();
  }
  await expect(section).toContainText('No link follows a trace.');
  await expect(section.getByRole('status')).toBeEmpty();
});

test('traces of 50 and 200 MB are refused at once; one of nearly 5 MB is thinned', async ({ page }) => {
  test.setTimeout(180_000);
  await atSimulate(page);
  const section = await settings(page, 'Traces');
  const million = 'x'.repeat(1_000_000);
  for (const megabytes of [50, 200]) {
    await drop(section, `large ${megabytes}`, million, megabytes);
    await expect(alerts(section)).toContainText('larger than the 5 MB that a trace may have');
    await expect(alerts(section)).toContainText('Shorten the file');
  }
  await expect(undoButton(page)).toBeDisabled();
  const rows = Array.from({ length: 280_000 }, (_, k) => `${k * 10},${100 + (k % 7)}.25`).join('\n');
  await choose(page, section, 'long', `t_ms,mbps\n${rows}\n`);
  await expect(section.getByRole('status')).toContainText(
    /280,000 rows over [\d.,]+ s, thinned to a wider step/,
    {
      timeout: 60_000,
    },
  );
  await expect(section.getByRole('listitem')).toContainText('20,000 samples');
  await undoButton(page).click();
  await expect(section).toContainText('No link follows a trace.');
});

test('reading a trace can be cancelled, and nothing has changed', async ({ page }) => {
  test.setTimeout(120_000);
  await atSimulate(page);
  const section = await settings(page, 'Traces');
  await choose(page, section, 'held', 't_s,mbps\n0,10\n1,20\n2,5\n');
  await expect(section.getByRole('listitem')).toContainText('held.csv');
  // The worker that would read it never gets to its code.
  await page.route(/simulator\.worker/, () => undefined);
  await drop(section, 'slow', 't_s,mbps\n0,1\n1,2\n');
  await expect(section.getByRole('status')).toHaveText('Reading slow.csv…');
  await section.getByRole('button', { name: 'Cancel reading' }).click();
  await expect(section.getByRole('status')).toHaveText('Cancelled. Nothing has changed.');
  await expect(section.getByRole('listitem')).toContainText('held.csv');
  await page.unroute(/simulator\.worker/);
  await drop(section, 'next', 't_s,mbps\n0,1\n1,2\n');
  await expect(section.getByRole('listitem')).toContainText('next.csv');
});

/** What is typed, and the words that must tell what may be. */
const badSettings: readonly (readonly [section: string, field: string, typed: string, told: string])[] = [
  ['Time and tasks', 'Duration', '86400', 'Duration: Enter a number: 1 to 3,600 s.'],
  ['Time and tasks', 'Duration', '-1', 'Duration: Enter a number: 1 to 3,600 s.'],
  ['Time and tasks', 'Duration', 'a day', 'Duration: "a day" is not a number.'],
  ['Time and tasks', 'Coherence time', '1', 'Coherence time: Enter a number: 10 to 1,000 ms.'],
  ['Time and tasks', 'Seed', '1.5', 'Enter a whole number'],
  ['Radio', 'Carrier', '1000', 'Carrier: Enter a number: 0.41 to 71 GHz.'],
  ['Mobility', 'Speed of the UE', '1e9', 'Speed of the UE: Enter a number: 0 to 1,000 km/h.'],
  ['Traffic', 'Background UEs', '1e6', '0 to 50,000'],
  ['Traffic', 'Load', 'NaN', 'Load: "NaN" is not a number.'],
];

test('settings that cannot be are refused with the field and its bounds, and change nothing', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await atSimulate(page);
  const told = page.getByRole('complementary', { name: 'Settings of the simulation' }).getByRole('alert');
  for (const [title, field, typed, words] of badSettings) {
    await test.step(`${field} ${typed}`, async () => {
      const input = (await settings(page, title)).getByRole('textbox', { name: field, exact: true });
      const before = await input.inputValue();
      await input.fill(typed);
      await input.press('Enter');
      await expect(input).toHaveAttribute('aria-invalid', 'true');
      await expect(told).toContainText(words);
      await input.press('Escape');
      await expect(input).toHaveValue(before);
      await expect(told).toHaveCount(0);
    });
  }
  await expect(undoButton(page)).toBeDisabled();
  await expect(status(page)).toHaveAttribute('data-old', 'false');
});

test('a run that would not fit into memory, and a carrier that 5G lacks, say which setting to change', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await atSimulate(page);
  await page.getByRole('button', { name: /^Presets/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'HiveMind: mmWave, calibrated' }).click();
  await expectFresh(page);
  const time = await settings(page, 'Time and tasks');
  for (const [field, value] of [
    ['Duration', '3600'],
    ['Coherence time', '10'],
  ] as const) {
    const input = time.getByRole('textbox', { name: field, exact: true });
    await input.fill(value);
    await input.press('Enter');
  }
  await page.getByRole('button', { name: 'Run again' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'coherence times' });
  await expect(alert).toContainText('360,001 coherence times');
  await expect(alert).toContainText('shorter time (Duration), or choose a longer Coherence time');
  // The run before is still there to look at.
  await expect(page.locator('[data-moment]')).toContainText('Task 1 of');

  const carrier = (await settings(page, 'Radio')).getByRole('textbox', { name: 'Carrier', exact: true });
  await carrier.fill('15');
  await carrier.press('Enter');
  await expect(page.getByText('5G has no carrier at 15 GHz.').first()).toBeVisible();
});
