import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { LinkId, NetworkLink } from '../../core/network/types';
import { ok } from '../../core/result';
import { changeCapacity, changeLink } from '../../core/scenario/edits';
import { openingScenario } from '../../core/scenario/presets/presets';
import type { Scenario } from '../../core/scenario/types';
import { findTicks, solveScenario } from '../../core/solvers/solveScenario';
import { createAppStore } from '../../state/createAppStore';
import { createFakeServices } from '../../state/testing/fakeServices';
import { StoreContext } from '../../state/useStore';
import { CapacitySlider } from '../primitives/CapacitySlider';
import { NetworkStrip } from './NetworkStrip';

/** The markup of a view over a document that has been solved, with the ticks of its slider. */
async function render(scenario: Scenario, view: ReactElement): Promise<string> {
  const { services, solves, ticks } = createFakeServices();
  const store = createAppStore(services, scenario);
  await solves[0]!.answer(ok(solveScenario(scenario)));
  const asked = ticks[0];
  if (asked !== undefined) await asked.answer(ok(findTicks(asked.input)));
  // On a server zustand shows the state a store began with.
  const shown = { ...store, getInitialState: store.getState };
  return renderToStaticMarkup(<StoreContext value={shown}>{view}</StoreContext>);
}

const linkOf = (scenario: Scenario, id: string): NetworkLink =>
  scenario.links.find((link) => link.id === id)!;
const radio = linkOf(openingScenario, 'radio');

describe('the capacity slider', () => {
  test('is a native range that reads its value aloud with the unit', async () => {
    const html = await render(openingScenario, <CapacitySlider link={radio} direction="both" />);
    expect(html).toContain('type="range"');
    expect(html).toContain(`aria-valuetext="${radio.aToBMbps} Mbit/s"`);
    expect(html).toContain('aria-label="Capacity of Phone – gNB"');
  });

  test('has a tick for each capacity at which the best plan changes, and says what runs on either side', async () => {
    const html = await render(openingScenario, <CapacitySlider link={radio} direction="both" />);
    const expected = findTicks({ scenario: openingScenario, link: radio.id, direction: 'both' });
    expect(expected.length).toBeGreaterThan(1);
    expect(html.match(/<button/g)).toHaveLength(expected.length);
    expect(html).toMatch(
      /aria-label="below [\d.]+ Mbit\/s: all 55 blocks on Phone; above: blocks 1–\d+ on Phone, \d+–55 on /,
    );
    // One stop of the Tab key for all of them.
    expect(html.match(/<button[^>]*tabindex="0"/gi)).toHaveLength(1);
  });

  test('has no ticks for a link nobody asked about', async () => {
    const backhaul = linkOf(openingScenario, 'backhaul');
    expect(await render(openingScenario, <CapacitySlider link={backhaul} direction="both" />)).not.toContain(
      '<button',
    );
  });

  test('says that a link is down', async () => {
    const down = changeCapacity(openingScenario, radio.id, 0, 'both');
    const html = await render(down, <CapacitySlider link={linkOf(down, 'radio')} direction="both" />);
    expect(html).toContain('aria-valuetext="down, 0 Mbit/s"');
  });
});

describe('the strip', () => {
  test('shows what runs where, what crosses each link, and a slider on it', async () => {
    const html = await render(openingScenario, <NetworkStrip />);
    const plan = solveScenario(openingScenario).best!;
    for (const leg of plan.legs) {
      if (leg.kind === 'compute') expect(html).toContain(`blocks ${leg.from + 1}–${leg.to} of 55`);
      else expect(html).toContain(`features after block ${leg.boundary} to `);
    }
    expect(html.match(/type="range"/g)).toHaveLength(4);
    expect(html.indexOf('>Phone<')).toBeLessThan(html.indexOf('>MEC host<'));
    expect(html.indexOf('>MEC host<')).toBeLessThan(html.indexOf('>Cloud<'));
  });

  test('gives each direction its own slider where they do not move together', async () => {
    const apart = changeLink(openingScenario, 'radio' as LinkId, { symmetric: false });
    const html = await render(apart, <NetworkStrip />);
    expect(html.match(/type="range"/g)).toHaveLength(5);
    expect(html).toContain('aria-label="Capacity of Phone → gNB"');
    expect(html).toContain('aria-label="Capacity of gNB → Phone"');
  });

  test('says what is wrong when nothing can run anywhere', async () => {
    const idle = {
      ...openingScenario,
      nodes: openingScenario.nodes.map((node) => ({ ...node, trusted: false })),
    };
    const html = await render(idle, <NetworkStrip />);
    expect(solveScenario(idle).best).toBeNull();
    expect(html).toContain('No node that can be reached computes.');
  });
});
