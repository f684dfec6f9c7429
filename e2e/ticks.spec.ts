/** The marks under a capacity slider, where the best plan changes, as something to be hit. */
import { expect, test, type Page } from '@playwright/test';
import { idle, open } from './pages/app';

interface Target {
  readonly name: string;
  readonly width: number;
  /** Of how much of its height a click would land on it: the slider's own field lies over a part [px]. */
  readonly height: number;
  /** How far it reaches over the next one [px]. */
  readonly overlap: number;
}

/** The ticks of every slider in the page. */
function targets(page: Page): Promise<readonly Target[]> {
  return page.evaluate(() => {
    const groups = [...document.querySelectorAll('[role="group"][aria-label^="Capacities at which"]')];
    return groups.flatMap((group) =>
      [...group.querySelectorAll('button')].map((tick, place, ticks) => {
        tick.scrollIntoView({ block: 'center' });
        const box = tick.getBoundingClientRect();
        const rows = Array.from({ length: Math.round(box.height) }, (_, at) => box.top + at + 0.5);
        const x = box.left + box.width / 2;
        return {
          name: tick.getAttribute('aria-label') ?? '',
          width: box.width,
          height: rows.filter((y) => tick.contains(document.elementFromPoint(x, y))).length,
          overlap: box.right - (ticks[place + 1]?.getBoundingClientRect().left ?? Infinity),
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
      const missed = found.filter(
        ({ height, overlap, width }) => width < 23.9 || height < 24 || overlap > 0.5,
      );
      expect(missed).toEqual([]);
    });
  });
}
