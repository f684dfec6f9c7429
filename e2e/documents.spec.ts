import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { hero, idle, node, open, openFile, openPreset, undoButton } from './pages/app';

const example = readFileSync('public/examples/opening.json', 'utf8');

/** The example with one part replaced. */
function changed(change: (scenario: Record<string, unknown>) => void): string {
  const scenario = JSON.parse(example) as Record<string, unknown>;
  change(scenario);
  return JSON.stringify(scenario);
}

const badFiles: readonly { readonly title: string; readonly text: string; readonly message: RegExp }[] = [
  { title: 'junk', text: 'not a scenario at all', message: /line 1/i },
  { title: 'another kind of JSON', text: '{"hello": 1}', message: /not a splitscape scenario/i },
  { title: 'a newer version', text: changed((s) => (s['version'] = 99)), message: /newer|99/i },
  {
    title: 'a dangling sink',
    text: changed((s) => (s['sinkId'] = 'nobody')),
    message: /sinkId/,
  },
  {
    title: 'a negative capacity',
    text: changed((s) => ((s['links'] as Record<string, unknown>[])[0]!['aToBMbps'] = -1)),
    message: /links\[0\]\.aToBMbps/,
  },
  {
    title: 'a duplicate id',
    text: changed((s) => ((s['nodes'] as Record<string, unknown>[])[1]!['id'] = 'phone')),
    message: /nodes\[1\]\.id|duplicate|twice/i,
  },
];

for (const { title, text, message } of badFiles) {
  test(`a file with ${title} is refused in words, and the work stays`, async ({ page }) => {
    await open(page);
    await openPreset(page, 'Five nodes');
    const before = await hero(page).innerText();
    await openFile(page, text);
    await expect(page.getByRole('alert')).toContainText(message);
    await expect(hero(page)).toHaveText(before);
  });
}

test('a good file opens as one undoable step, and markup in a name is only text', async ({ page }) => {
  await open(page);
  const before = await hero(page).innerText();
  const name = '<img src=x onerror=alert(1)>';
  await openFile(
    page,
    changed((scenario) => {
      (scenario['nodes'] as Record<string, unknown>[])[0]!['name'] = name;
      (scenario['links'] as Record<string, unknown>[])[0]!['aToBMbps'] = 1;
      (scenario['links'] as Record<string, unknown>[])[0]!['bToAMbps'] = 1;
    }),
  );
  await expect(hero(page)).not.toHaveText(before);
  await expect(node(page, name)).toBeVisible();
  await undoButton(page).click();
  await idle(page);
  await expect(hero(page)).toHaveText(before);
});

test('a link that cannot be read is refused in words, and the work stays', async ({ page }) => {
  await open(page);
  await openPreset(page, 'Five nodes');
  const before = await hero(page).innerText();
  await page.evaluate(() => {
    window.location.hash = '#s=1.AAAAjunk';
  });
  await expect(page.getByRole('alert')).toContainText(/link/i);
  await expect(hero(page)).toHaveText(before);
});
