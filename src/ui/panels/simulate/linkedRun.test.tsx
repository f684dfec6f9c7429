import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { changeSimulation } from '../../../core/scenario/simulationEdits';
import type { Scenario } from '../../../core/scenario/types';
import { simulateScenario } from '../../../core/simulation/simulate';
import { solveScenario } from '../../../core/solvers/solveScenario';
import { createAppStore } from '../../../state/createAppStore';
import { runIdOf, type SimulationState } from '../../../state/simulationTypes';
import { createFakeServices } from '../../../state/testing/fakeServices';
import { createTools } from '../../../state/tools';
import { StoreContext } from '../../../state/useStore';
import { ToolsContext } from '../../../state/useTools';
import { RunStatus } from './RunStatus';

const short = changeSimulation(openingScenario, { durationS: 1 });
const done = simulateScenario(short);
if (!done.ok) throw new Error(done.error.kind);
const last = { status: 'done', scenario: short, run: done.value } as const;
const shownRun: Partial<SimulationState> = { simulating: last, last };

function render(view: ReactElement, scenario: Scenario, patch: Partial<SimulationState>): string {
  const { services } = createFakeServices();
  const store = createAppStore(services, scenario);
  const { simulation, view: before } = store.getState();
  store.setState({
    simulation: { ...simulation, ...patch },
    view: { ...before, place: 'simulate' },
    run: { status: 'done', last: { scenario, solution: solveScenario(scenario) } },
  });
  const shown = { ...store, getInitialState: store.getState };
  return renderToStaticMarkup(
    <StoreContext value={shown}>
      <ToolsContext value={createTools(store, services)}>{view}</ToolsContext>
    </StoreContext>,
  );
}

test('a run is said to be the one of the link, or not, only of the document that the link opened', () => {
  const linked = { scenario: short, run: runIdOf(done.value), goTo: null };
  const of = (patch: Partial<SimulationState>) => render(<RunStatus />, short, { ...shownRun, ...patch });
  expect(of({})).not.toContain('shared');
  expect(of({ linked })).toContain(': the same run as was shared');
  expect(of({ linked: { ...linked, run: '00000000' } })).toContain(
    'Not the run that was shared</strong> (00000000)',
  );
  expect(of({ linked: { ...linked, run: null } })).not.toContain('shared');
  const other = changeSimulation(short, { durationS: 2 });
  expect(of({ linked: { ...linked, scenario: other } })).not.toContain('shared');
});

test('the first run waits for its button only where it takes long, and the button says how long', () => {
  expect(render(<RunStatus />, short, {})).toMatch(/>Run<\/span>/);
  const hour = changeSimulation(openingScenario, { durationS: 3600 });
  expect(render(<RunStatus />, hour, {})).toMatch(/>Run \(about \d+ s\)<\/span>/);
});
