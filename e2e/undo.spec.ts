import { expect, test } from '@playwright/test';
import { node, open, undoButton } from './pages/app';

test('undo past the oldest step never reaches into a field, and focus stays where it is', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: 'Tables' }).click();
  const name = page.getByRole('textbox', { name: /^Name of/ }).nth(1);
  const before = await name.inputValue();
  await name.fill('');
  await name.pressSequentially('Roof');
  await page.keyboard.press('Tab');
  await expect(node(page, 'Roof')).toBeVisible();

  await page.getByRole('tab', { name: 'Tables' }).focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press('Control+z');
  await expect(name).toHaveValue(before);
  await expect(page.getByRole('tab', { name: 'Tables' })).toBeFocused();
  await expect(undoButton(page)).toBeDisabled();

  for (let press = 0; press < 5; press++) await page.keyboard.press('Control+Shift+z');
  await expect(name).toHaveValue('Roof');
  await expect(page.getByRole('tab', { name: 'Tables' })).toBeFocused();
});

test('in a field, undo takes back the typing first, then the document’s last step, and leaves no edit behind', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: 'Tables' }).click();
  const name = page.getByRole('textbox', { name: /^Name of/ }).nth(1);
  const before = await name.inputValue();
  await name.fill('Roof');
  await name.press('Enter');
  await expect(node(page, 'Roof')).toBeVisible();
  await expect(name).toBeFocused();

  await name.press('End');
  await page.keyboard.type('top');
  await expect(name).toHaveValue('Rooftop');
  await page.keyboard.press('Control+z');
  await expect(name).toHaveValue('Roof');
  await expect(node(page, 'Roof')).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(name).toHaveValue(before);
  await expect(name).toBeFocused();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Tab');
  await expect(name).toHaveValue(before);
  await expect(node(page, before)).toBeVisible();
  await expect(undoButton(page)).toBeDisabled();
});

test('a capacity typed into its field is undone from the field itself', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Tables' }).click();
  const capacity = page.getByRole('textbox', { name: /^Capacity Phone to gNB/ });
  const before = await capacity.inputValue();
  await capacity.fill('86.03812');
  await capacity.press('Enter');
  await expect(capacity).toHaveValue('86.03812');
  await capacity.press('Control+z');
  await expect(capacity).toHaveValue(before);
  await capacity.press('Control+y');
  await expect(capacity).toHaveValue('86.03812');
  await capacity.press('Tab');
  await expect(capacity).toHaveValue('86.04');
  await expect(capacity).toHaveAttribute('title', '86.03812');
});

test('an empty name is not taken, and the field says so', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Tables' }).click();
  const name = page.getByRole('textbox', { name: /^Name of/ }).nth(1);
  const before = await name.inputValue();
  await name.fill('');
  await name.press('Tab');
  await expect(name).toHaveValue(before);
  await expect(name).toHaveAccessibleDescription(/Enter 1 to \d+ characters/);
  await expect(undoButton(page)).toBeDisabled();
});

test('two nodes may share a name, and both fields say so', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Tables' }).click();
  const names = page.getByRole('textbox', { name: /^Name of/ });
  await names.nth(1).fill(await names.nth(0).inputValue());
  await names.nth(1).press('Tab');
  for (const place of [0, 1]) {
    await expect(names.nth(place)).toHaveAccessibleDescription(/Another node has this name/);
  }
});
