import { expect, test, type Locator, type Page } from '@playwright/test';
import { bombs } from '../src/core/onnx/read/testing/hostileModels';
import { integers, node, twoOperators } from '../src/core/onnx/read/testing/makeModel';
import { hero, idle, open } from './pages/app';

// Loading the runtime takes seconds on a busy machine, and a bomb may take what the page allows it.
test.setTimeout(300_000);

/** What the page allows a model before it ends its worker [s]: `modelBudgetS` in src/services/modelService.ts. */
const modelBudgetS = { inspect: 20, open: 120 } as const;

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'What runs' });

/** Drops a file whose bytes are made in the page: forty megabytes do not travel well. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const encoded = Buffer.from(bytes).toString('base64');
  const dropped = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0))], fileName));
      return transfer;
    },
    [name, encoded] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
}

const bomb = (name: string): Uint8Array => bombs.find((one) => one.name === name)!.bytes();
const dropped = [
  {
    name: 'huge weight.onnx',
    bytes: () =>
      twoOperators({
        node: [
          node('ConstantOfShape', ['shape'], ['huge']),
          node('Add', ['x', 'huge'], ['a']),
          node('Relu', ['a'], ['y']),
        ],
        initializer: [integers('shape', [2 ** 40])],
      }),
    words: /could not run the model|does not fit into this browser's memory/,
    limitS: modelBudgetS.inspect + modelBudgetS.open,
  },
  {
    name: 'nested.onnx',
    bytes: () => bomb('graphs nested as deep as the reader goes'),
    words: /not an ONNX model|contradicts itself/,
    limitS: modelBudgetS.inspect,
  },
  {
    name: 'long name.onnx',
    bytes: () => bomb('a name of forty million characters'),
    words: /not an ONNX model/,
    limitS: modelBudgetS.inspect,
  },
];

test('hostile models are each refused in words within the budget, and the page goes on with a good one', async ({
  page,
}) => {
  const crashes: string[] = [];
  page.on('pageerror', (error) => crashes.push(error.message));
  await open(page);
  const before = await hero(page).innerText();
  for (const { name, bytes, words, limitS } of dropped) {
    await drop(page, name, bytes());
    const alert = dialog(page)
      .getByRole('alert')
      .filter({ hasText: `${name}: ` });
    await expect(alert).toContainText(words, { timeout: limitS * 1000 });
    await dialog(page).getByRole('button', { name: 'Put it away' }).click();
    await expect(alert).toHaveCount(0);
    await dialog(page).getByRole('button', { name: 'Done' }).click();
    await expect(hero(page)).toHaveText(before);
  }
  await drop(page, 'tiny.onnx', twoOperators());
  await expect(dialog(page).getByRole('region', { name: 'What runs: tiny' })).toBeVisible({
    timeout: 90_000,
  });
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await idle(page);
  await expect(hero(page)).toContainText('tiny');
  expect(crashes).toEqual([]);
});
