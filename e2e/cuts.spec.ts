import { expect, test } from '@playwright/test';
import { open } from './pages/app';
import { modelDialog, openTiny, patient } from './pages/models';

test.slow();

test('the error of features shipped as 8-bit integers is shown for every cut, and passes or fails nothing', async ({
  page,
}) => {
  await open(page);
  await openTiny(page);
  const dialog = modelDialog(page);
  await dialog.getByText('Check the cuts', { exact: true }).first().click();
  const precision = dialog.getByRole('combobox', { name: 'Ship features as' });
  await expect(precision).toHaveValue('fp32');
  await dialog.getByRole('button', { name: 'Check the cuts' }).click();
  await expect(dialog.getByText('tolerated: up to')).toBeVisible(patient);
  await expect(dialog).toContainText(/cuts give (exactly )?the whole model's result/, patient);
  await precision.selectOption('int8');
  await dialog.getByRole('button', { name: 'Check the cuts' }).click();
  await expect(dialog).toContainText(
    /Features shipped as 8-bit integers change the result by up to \d\.\d × 10⁻. of the largest output/,
    patient,
  );
  // One byte instead of four: what crosses is as predicted at this precision too.
  await expect(dialog).toContainText('At every cut as many bytes cross as predicted.');
  await expect(dialog.getByText('tolerated: up to')).toHaveCount(0);
});

test('the keyboard goes on from where it was when a check begins and ends', async ({ page }) => {
  await open(page);
  await openTiny(page);
  const dialog = modelDialog(page);
  await dialog.getByText('Check the cuts', { exact: true }).first().click();
  await dialog.getByRole('button', { name: 'Check the cuts' }).press('Enter');
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  await expect(cancel).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(cancel).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cancel).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('combobox', { name: 'Ship features as' })).toBeFocused();
});
