import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { LinkId } from '../../../core/network/types';
import { ok } from '../../../core/result';
import { changeLink } from '../../../core/scenario/edits';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { findTicks } from '../../../core/solvers/solveScenario';
import { createAppStore } from '../../../state/createAppStore';
import { createFakeServices } from '../../../state/testing/fakeServices';
import { StoreContext } from '../../../state/useStore';
import { LinkInspector } from './LinkInspector';

const fibre = 'edge-fibre' as LinkId;

test('each slider of a link whose directions move apart has its own ticks, and its list says which way', async () => {
  const { services, ticks } = createFakeServices();
  const scenario = changeLink(openingScenario, fibre, { symmetric: false });
  const store = createAppStore(services, scenario);
  store.getState().select([], [fibre]);
  for (let asked = 1; asked < ticks.length; asked += 1) {
    const { answer, input } = ticks[asked]!;
    await answer(ok(findTicks(input)));
  }
  const counts = (['aToB', 'bToA'] as const).map(
    (direction) => findTicks({ scenario, link: fibre, direction }).length,
  );
  // The way to the MEC host is the way the data goes: it has ticks of its own.
  expect(counts[0]).toBeGreaterThan(1);
  const shown = { ...store, getInitialState: store.getState };
  const link = scenario.links.find(({ id }) => id === fibre)!;
  const html = renderToStaticMarkup(
    <StoreContext value={shown}>
      <LinkInspector link={link} />
    </StoreContext>,
  );
  const groups = [...html.matchAll(/aria-label="Capacities at which[^"]*( from [^"]*)"/g)].map(
    ([, way]) => way,
  );
  expect(groups).toEqual([' from gNB to MEC host', ' from MEC host to gNB']);
  const summaries = [...html.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, text]) => text);
  expect(summaries[0]).toBe(`The best plan changes at ${counts[0]} capacities from gNB to MEC host`);
  expect(summaries[1]).toMatch(new RegExp(`at ${counts[1]} (capacity|capacities) from MEC host to gNB$`));
});

test('ticks that rest on a search that was cut short are said to be estimated', async () => {
  const { services, ticks } = createFakeServices();
  const store = createAppStore(services, openingScenario);
  store.getState().select([], [fibre]);
  const { answer, input } = ticks.at(-1)!;
  const found = findTicks(input);
  await answer(ok(found.map((tick, place) => ({ ...tick, proven: place > 0 }))));
  const shown = { ...store, getInitialState: store.getState };
  const html = renderToStaticMarkup(
    <StoreContext value={shown}>
      <LinkInspector link={openingScenario.links.find(({ id }) => id === fibre)!} />
    </StoreContext>,
  );
  expect(html).toContain('aria-label="Capacities at which the best plan found (estimated) changes');
  expect(html).toContain('aria-label="estimated: below');
  expect(html).toContain(`The best plan found (estimated) changes at ${found.length}`);
  expect(html.match(/<th scope="row">[^<]*\(estimated\)/g)).toHaveLength(1);
});

test('a link is said to make no difference only in the direction in which it makes none', async () => {
  const { services, ticks } = createFakeServices();
  const scenario = changeLink(openingScenario, fibre, { symmetric: false });
  const store = createAppStore(services, scenario);
  store.getState().select([], [fibre]);
  await ticks[1]!.answer(ok([]));
  const [none] = store.getState().ticks.sliders;
  const shown = { ...store, getInitialState: store.getState };
  const link = scenario.links.find(({ id }) => id === fibre)!;
  const html = renderToStaticMarkup(
    <StoreContext value={shown}>
      <LinkInspector link={link} />
    </StoreContext>,
  );
  const way = none!.direction === 'aToB' ? 'gNB to MEC host' : 'MEC host to gNB';
  expect(html).toContain(`The best plan is the same at every capacity from ${way}.`);
  expect(html).toContain('Working out where the best plan changes from');
});
