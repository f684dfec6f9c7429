import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ok } from '../../../core/result';
import { changeGoals, changeLeakage } from '../../../core/scenario/goalEdits';
import { openingScenario } from '../../../core/scenario/presets/presets';
import type { Scenario } from '../../../core/scenario/types';
import type { FrontAnswer } from '../../../core/studies/frontTypes';
import { createAppStore } from '../../../state/createAppStore';
import { createFakeServices } from '../../../state/testing/fakeServices';
import { createTools } from '../../../state/tools';
import { StoreContext, type AppStore } from '../../../state/useStore';
import { ToolsContext } from '../../../state/useTools';
import { criterionTexts } from './criterionTexts';
import { limitEdit, limitEditing } from './goalEdits';
import { LimitHandle } from './LimitHandle';
import { paretoChartLayout, paretoRanges } from './paretoChartLayout';
import type { ParetoData } from './paretoChartTypes';
import { ParetoPanel } from './ParetoPanel';
import { ParetoPoints } from './ParetoPoints';
import { front, solution } from './testing/frontFixture';

type Services = ReturnType<typeof createFakeServices>['services'];

function setUp(scenario: Scenario = openingScenario) {
  const fake = createFakeServices();
  const store = createAppStore(fake.services, scenario);
  return { fake, store };
}

function html(store: AppStore, services: Services, view: ReactNode): string {
  const shown = { ...store, getInitialState: store.getState };
  return renderToStaticMarkup(
    <ToolsContext value={createTools(store, services)}>
      <StoreContext value={shown}>{view}</StoreContext>
    </ToolsContext>,
  );
}

async function panel(answer: FrontAnswer, scenario?: Scenario): Promise<{ text: string; store: AppStore }> {
  const { fake, store } = setUp(scenario);
  await fake.solves[0]!.answer(ok(solution));
  store.getState().study('front', { criteria: ['latency', 'ue-energy'] });
  await fake.studies[0]!.answer(ok(answer));
  return { text: html(store, fake.services, <ParetoPanel />), store };
}

describe('the panel', () => {
  test('says what the exact answer saves, and how far eq. 12 is over the limit', async () => {
    const scenario = changeGoals(openingScenario, { limits: { latencyMs: 63 } });
    const { text } = await panel(front, scenario);
    expect(text).toContain('With latency at most 63 ms, the least UE energy is 500 mJ');
    expect(text).toContain('break the latency limit by 37 ms here');
    expect(text).toMatch(/100 ms<span[^>]*>37 ms over<\/span>/);
  });

  test('has a field for each limit and weight, and a choice of what to minimise', async () => {
    const { text } = await panel(front);
    for (const { phrase } of Object.values(criterionTexts)) {
      expect(text).toContain(`aria-label="Limit of ${phrase}`);
      expect(text).toContain(`aria-label="Weight of ${phrase}`);
    }
    const radios = [
      ...text.matchAll(/<input type="radio" aria-label="Minimise ([^"]*)" name="([^"]*)"( checked="")?/g),
    ];
    expect(radios.map(([, what, , checked]) => [what, checked !== undefined])).toEqual([
      ['latency', false],
      ['UE energy', true],
      ['energy of UE and edge', false],
      ['bytes sent', false],
      ['leakage', false],
    ]);
    // One choice, not five.
    expect(new Set(radios.map(([, , name]) => name)).size).toBe(1);
  });

  test('asks for the power that is missing, with its fields right there', async () => {
    const { text } = await panel({
      ...front,
      points: [],
      unavailable: { 'ue-energy': { kind: 'power-unknown', nodes: [openingScenario.sourceId] } },
    });
    expect(text).toContain('nobody has published the power of Phone');
    expect(text).toContain('Power, load');
  });

  test('asks for leakage figures, says that depth is not privacy, and what a wrong count is', async () => {
    const leaky = changeGoals(openingScenario, { minimise: 'leakage' });
    const { fake, store } = setUp(leaky);
    store.getState().study('front', { criteria: ['latency', 'leakage'] });
    await fake.studies[0]!.answer(ok(front));
    expect(html(store, fake.services, <ParetoPanel />)).toContain('Depth is not privacy');
    store.getState().edit((now) => changeLeakage(now, [1, 2]));
    expect(html(store, fake.services, <ParetoPanel />)).toContain(
      'They are 2 figures; the model has 56 boundaries',
    );
  });

  test('waits for its first answer', () => {
    const { fake, store } = setUp();
    expect(html(store, fake.services, <ParetoPanel />)).toContain('Working out every plan');
  });
});

const data: ParetoData = {
  points: front.points.map(({ values: [x, y] }, index) => ({
    id: String(index),
    x: x!,
    y: y!,
    third: null,
    colour: index,
    nodes: index + 1,
    isBeaten: false,
    isOver: false,
  })),
  marks: [],
  limits: { x: 0.07, y: null },
  scale: { x: 'linear', y: 'linear' },
  formatX: criterionTexts.latency.format,
  formatY: criterionTexts['ue-energy'].format,
};
const layout = paretoChartLayout(data, paretoRanges(data)!, { width: 800, height: 320, textPx: 14 });

describe('the chart', () => {
  test('is one list with one tab stop: the chosen plan, else the fastest', () => {
    const points = (chosen: string | null) =>
      renderToStaticMarkup(
        <ParetoPoints
          layout={layout}
          chosen={chosen}
          onChoose={() => undefined}
          describe={(id) => ({ title: `plan ${id}`, lines: ['why'] })}
          tooltip={{ active: null, show: () => undefined, hide: () => undefined, bind: () => ({}) as never }}
        />,
      );
    expect(points(null).match(/tabindex="0"/gi)).toHaveLength(1);
    expect(points(null)).toMatch(/aria-label="1 of 3. plan 0. why" tabindex="0"/i);
    expect(points('2')).toMatch(/aria-selected="true" aria-label="3 of 3. plan 2. why" tabindex="0"/i);
  });

  test('each limit is a slider that says its value, or that there is none', () => {
    const { fake, store } = setUp();
    const handle = (direction: 'x' | 'y', criterion: 'latency' | 'ue-energy') =>
      html(
        store,
        fake.services,
        <LimitHandle
          direction={direction}
          name={criterionTexts[criterion].phrase}
          layout={layout}
          editing={limitEditing(criterion)}
          onHold={() => undefined}
        />,
      );
    expect(handle('x', 'latency')).toMatch(
      /role="slider"[^>]*aria-label="Limit of latency"[^>]*aria-valuetext="at most 70 ms"/,
    );
    expect(handle('y', 'ue-energy')).toMatch(/aria-label="Limit of UE energy"[^>]*aria-valuetext="no limit"/);
  });

  test('a limit is moved in the document’s units, and removed, as one undo step', () => {
    const { store } = setUp();
    store.getState().preview(limitEdit('latency', 0.07));
    store.getState().preview(limitEdit('latency', 0.0631));
    store.getState().commit();
    expect(store.getState().scenario.goals.limits.latencyMs).toBe(63.1);
    store.getState().edit(limitEdit('bytes', 500_000));
    expect(store.getState().scenario.goals.limits.kilobytes).toBe(500);
    store.getState().undo();
    store.getState().undo();
    expect(store.getState().scenario.goals.limits).toEqual(openingScenario.goals.limits);
    expect(store.getState().canUndo).toBe(false);
  });
});
