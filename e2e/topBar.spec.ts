import { expect, test } from '@playwright/test';
import { open } from './pages/app';

const widths = [320, 360, 600, 601, 719, 720, 860, 1000, 1001, 1024, 1160, 1161, 1440];

for (const text of ['usual', 'projector'] as const) {
  test(`the bar holds every place at every width (${text} text)`, async ({ page }) => {
    await open(page);
    if (text === 'projector') await page.getByRole('button', { name: /^Projector/ }).click();
    const bar = page.getByRole('banner');
    for (const width of widths) {
      await page.setViewportSize({ width, height: 740 });
      const edges = await bar
        .locator('button:visible, input:visible')
        .evaluateAll((all) =>
          all.map((each) => each.getBoundingClientRect()).map(({ left, right }) => [left, right]),
        );
      expect(edges.length).toBeGreaterThan(5);
      for (const [left, right] of edges) {
        expect(left, `${width} px`).toBeGreaterThanOrEqual(0);
        expect(right, `${width} px`).toBeLessThanOrEqual(width);
      }
      for (const place of ['Play', 'Simulate', 'Reproduce', 'Profile']) {
        const box = (await bar.getByRole('button', { name: place, exact: true }).boundingBox())!;
        expect(box.height).toBeGreaterThanOrEqual(24);
      }
    }
  });
}
