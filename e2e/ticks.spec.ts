/** The marks under a capacity slider, where the best plan changes, as something to be hit. */
import { expect, test, type Page } from '@playwright/test';
import { idle, open } from './pages/app';

interface Target {
  readonly name: string;
  /** What of it can really be hit: neither covered nor outside of it [px]. */
  readonly width: number;
  readonly height: number;
}

/** The ticks of every slider in sight, measured by where a click would land. */
function targets(page: Page): Promise<readonly Target[]> {
  return page.evaluate(() => {
    const groups = [...document.querySelectorAll('[role="group"][aria-label^="Capacities at which"]')];
    return groups.flatMap((group) =>
      [...group.querySelectorAll('button')].map((tick) => {
        tick.scrollIntoView({ block: 'center' });
        const box = tick.getBoundingClientRect();
        const isHit = (x: number, y: number) => document.elementFromPoint(x, y) === tick;
        const steps = (size: number) => Array.from({ length: Math.round(size) }, (_, at) => at + 0.5);
        const lowest = box.bottom - 1;
        return {
          name: tick.getAttribute('aria-label') ?? '',
          width: steps(box.width).filter((x) => isHit(box.left + x, lowest)).length,
          height: steps(box.height).filter((y) => isHit(box.left + box.width / 2, box.top + y)).length,
        };
      }),
    );
  });
}

for (const { name, ...device } of [
  { name: 'on a desktop', viewport: { width: 1440, height: 900 } },
  { name: 'on a phone', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
]) {
  test.describe(name, () => {
    test.use(device);
    test('ticks are 24 px wide and tall, and none covers another', async ({ page }) => {
      await open(page);
      await expect(
        page
          .getByRole('group', { name: /^Capacities at which/ })
          .first()
          .getByRole('button')
          .first(),
      ).toBeVisible();
      await idle(page);
      const found = await targets(page);
      expect(found.length).toBeGreaterThan(1);
      expect(found.filter(({ height, width }) => Math.min(height, width) < 24)).toEqual([]);
    });
  });
}
