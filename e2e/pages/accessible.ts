/** What axe finds on the page as it stands. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * All of axe's rules over the whole page, or over what `within` selects. The page has no frames, so axe runs in it alone: gathering
 * from frames opens a second page for every look, and describing all that passed takes as long again.
 */
export async function expectAccessible(page: Page, what: string, within?: string): Promise<void> {
  expect(page.frames()).toHaveLength(1);
  // The solver may be done before the place has arrived.
  await expect(page.locator('main h1').first()).toBeAttached();
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { passes, violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${what}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(found).toEqual([]);
  // Of an empty page axe finds nothing either.
  expect(passes.length).toBeGreaterThan(10);
}
