import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { openingScenario } from '../../../../core/scenario/presets/presets';
import { smallRun } from '../../../../core/simulation/testing/smallRun';
import type { LaneSummary } from '../../../../core/simulation/types';
import { createAppStore } from '../../../../state/createAppStore';
import type { SimulationState } from '../../../../state/simulationTypes';
import { createFakeServices } from '../../../../state/testing/fakeServices';
import { StoreContext } from '../../../../state/useStore';
import { SimulatedStrip } from '../../../canvas/simulated/SimulatedStrip';
import { DistributionPanel } from './DistributionPanel';
import { EventsPanel } from './EventsPanel';
import { SummaryTable } from './SummaryTable';
import { TimeSeriesPanel } from './TimeSeriesPanel';

const summary: LaneSummary = {
  lane: 'best',
  tasks: 4,
  failed: 0,
  meanS: 0.5,
  medianS: 0.5,
  p90S: 0.5,
  p99S: 0.5,
  worstS: 0.5,
  meanRegretS: 0.1,
  meanUeEnergyJ: null,
  meanEdgeEnergyJ: null,
  limitBroken: null,
  splitChanges: 1,
};
const run = { ...smallRun, summaries: [{ ...summary, lane: 'cloud-only', medianS: 0.75 } as const, summary] };
const props = { run, scenario: openingScenario, stale: false };

/** The markup of a view at a moment of the run. */
function render(view: ReactElement, patch: Partial<SimulationState> = {}): string {
  const store = createAppStore(createFakeServices().services, openingScenario);
  const { simulation } = store.getState();
  const last = { status: 'done', scenario: openingScenario, run } as const;
  store.setState({ simulation: { ...simulation, simulating: last, last, ...patch } });
  // On a server zustand shows the state a store began with.
  const shown = { ...store, getInitialState: store.getState };
  return renderToStaticMarkup(<StoreContext value={shown}>{view}</StoreContext>);
}

describe('views of a run', () => {
  test('over time: a summary, the lanes to choose from, and what holds at the moment', () => {
    const html = render(<TimeSeriesPanel {...props} />, { atS: 0.6, lane: 'cloud-only' });
    expect(html).toContain('All in the cloud takes 750 ms on average');
    expect(html).toMatch(/aria-pressed="true"[^>]*>(?:(?!<\/button>).)*All in the cloud/u);
    expect(html).toContain('task 2, 750 ms; with hindsight 500 ms');
  });

  test('distributions are of the window that is shown', () => {
    expect(render(<DistributionPanel {...props} />)).toContain('4 tasks in 0 s to 2 s');
    expect(render(<DistributionPanel {...props} />, { window: [0.4, 1.1] })).toContain(
      '2 tasks in 0.4 s to 1.1 s',
    );
  });

  test('the event that has happened last is the current one', () => {
    const html = render(<EventsPanel {...props} />, { atS: 0.9 });
    expect(html.match(/aria-current="true"/gu)).toHaveLength(1);
    expect(html).toMatch(/aria-current="true"(?:(?!<\/button>).)*→/u);
    expect(render(<EventsPanel {...props} />, { atS: 0.1 })).not.toContain('aria-current');
    expect(html).toMatch(/Handover from gNB to gNB: nothing is sent for 30 ms; [^<]+Best split/u);
  });

  test('where views are below each other the list is short, and says below an event what holds then', () => {
    const [handover] = run.events;
    const many = Array.from({ length: 312 }, (_, k) => ({ ...handover!, atS: k / 200 }));
    const listOf = (isStacked: boolean) =>
      render(<EventsPanel {...props} run={{ ...run, events: many }} isStacked={isStacked} />, { atS: 0.5 });
    const rowsOf = (html: string) => html.match(/data-mark/gu)!.length;
    expect(rowsOf(listOf(true))).toBe(12);
    expect(listOf(true)).toContain('97 to 108 of 312');
    expect(listOf(true)).toMatch(/aria-current="true".*?<\/button><p[^>]*>Task 2 of 4: 500 ms/u);
    expect(rowsOf(listOf(false))).toBe(200);
    expect(listOf(false)).not.toContain('Task 2 of 4');
    expect(listOf(false).match(/tabindex="0"[^>]*data-kind/giu)).toHaveLength(1);
  });

  test('kinds that are not listed are neither shown nor current', () => {
    const html = render(<EventsPanel {...props} />, { atS: 0.9, listedKinds: ['handover'] });
    expect(html).not.toContain('→');
    expect(html).toMatch(/aria-current="true"(?:(?!<\/button>).)*Handover/u);
  });

  test('the least of a column is marked in words, and what is unknown is said', () => {
    const html = render(<SummaryTable {...props} />);
    expect(html.match(/, least</gu)).toHaveLength(1);
    expect(html).not.toContain('Show as table');
    expect(html).toContain('power unknown');
    expect(html).toContain('no limit set');
  });
});

test('the strip paints the split of the moment in place of the shown plan', () => {
  expect(render(<SimulatedStrip />, { atS: 0.6 })).toMatch(/blocks 1–3 of \d+/u);
  expect(render(<SimulatedStrip />, { atS: 0.6 })).toContain('Simulated as the air to the serving cell');
  expect(render(<SimulatedStrip />, { atS: 0.1 })).toMatch(/blocks 1–18 of \d+/u);
});
