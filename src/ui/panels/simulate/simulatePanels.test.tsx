import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { driveBy } from '../../../core/scenario/presets/driveBy';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { adoptTrace, changeLinkShare, changeSimulation } from '../../../core/scenario/simulationEdits';
import type { Scenario } from '../../../core/scenario/types';
import { airLinks } from '../../../core/simulation/air';
import { simulateScenario } from '../../../core/simulation/simulate';
import { createAppStore } from '../../../state/createAppStore';
import type { SimulationState } from '../../../state/simulationTypes';
import { createFakeServices } from '../../../state/testing/fakeServices';
import { createTools } from '../../../state/tools';
import { StoreContext } from '../../../state/useStore';
import { ToolsContext } from '../../../state/useTools';
import { RunStatus } from './RunStatus';
import { MobilitySettings } from './settings/MobilitySettings';
import { SettingsPanel } from './settings/SettingsPanel';
import { settingTexts } from './settings/settingTexts';
import { SimulationLead } from './SimulationLead';
import { TransportBar } from './TransportBar';

const link = openingScenario.links[1]!.id;
const short = changeSimulation(openingScenario, { durationS: 1 });
const done = simulateScenario(short);
if (!done.ok) throw new Error(done.error.kind);
const last = { status: 'done', scenario: short, run: done.value } as const;

/** Markup of a view of `scenario`, in the place Simulate. */
function render(view: ReactElement, scenario: Scenario, patch: Partial<SimulationState> = {}): string {
  const { services } = createFakeServices();
  const store = createAppStore(services, scenario);
  const { simulation, view: before } = store.getState();
  store.setState({ simulation: { ...simulation, ...patch }, view: { ...before, place: 'simulate' } });
  // On a server zustand shows the state a store began with.
  const shown = { ...store, getInitialState: store.getState };
  return renderToStaticMarkup(
    <StoreContext value={shown}>
      <ToolsContext value={createTools(store, services)}>{view}</ToolsContext>
    </StoreContext>,
  );
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;');

describe('the settings', () => {
  test('have a field for every number there is, in one state or another, each with what it means', () => {
    const radio = { shadowing: { sdDb: 4, decorrelationM: 10 } };
    const html = (['ewma', 'rls', 'perfect-with-error'] as const)
      .map((kind) =>
        render(
          <SettingsPanel />,
          changeSimulation(short, {
            arrival: 'periodic',
            decision: 'one-task-ahead',
            radio,
            prediction: { kind },
          }),
        ),
      )
      .join('');
    for (const [name, { help, label }] of Object.entries(settingTexts)) {
      // What there is of bandwidths is chosen from a list.
      if (name === 'bandwidthMHz') continue;
      expect(html).toContain(`>${label}</label>`);
      expect(html).toContain(escaped(help));
    }
  });

  test('say beside the horizon that tasks came too fast for forecasts', () => {
    const ahead = changeSimulation(short, { decision: 'one-task-ahead', prediction: { kind: 'ewma' } });
    expect(render(<SettingsPanel />, ahead)).not.toContain('forecasts are off');
    expect(render(<SettingsPanel />, ahead, { last })).toMatch(
      /In the last run tasks came every .* below the coherence time of 50 ms: while they do, forecasts are off/,
    );
    expect(render(<SettingsPanel />, short, { last })).not.toContain('forecasts are off');
  });

  test('say that news is too young for forecasts, and offer to decide one task ahead', () => {
    const html = render(<SettingsPanel />, changeSimulation(short, { prediction: { kind: 'ewma' } }));
    expect(html).toContain('27 ms old at most, below the coherence time of 50 ms: forecasts are off.');
    expect(html).toContain('>Decide one task ahead and start a task every 50 ms<');
  });

  test('name the links that have a share or a trace of their own', () => {
    const trace = {
      link,
      direction: 'aToB',
      name: 'drive.csv',
      stepS: 1,
      mbps: [1, 2, 3],
      loop: true,
    } as const;
    const [air] = airLinks(short);
    const both = adoptTrace(adoptTrace(changeLinkShare(short, link, {}), trace), {
      ...trace,
      link: air!.id,
      name: 'good.csv',
      direction: 'both',
    });
    const html = render(<SettingsPanel />, both);
    expect(html).toContain('<strong>The UE’s air, whichever cell serves it</strong>: good.csv');
    expect(html).toMatch(/<legend>gNB – /);
    expect(html).toContain('drive.csv, 3 samples, one every 1 s');
  });
});

test('a speed without a way says that it changes nothing, and offers one', () => {
  const of = (scenario: Scenario) => render(<MobilitySettings />, scenario);
  expect(of(short)).toMatch(/its speed changes nothing.*Add a way past every cell/);
  const loose = { ...short, nodes: short.nodes.filter(({ kind }) => kind !== 'gnb') };
  expect(of(loose)).toContain('>Add a way<');
  expect(of(driveBy.scenario)).not.toContain('changes nothing');
});

describe('what is on', () => {
  test('nothing yet: what a run is, and a button that starts one', () => {
    const html = render(<SimulationLead />, short);
    expect(html).toContain('Run 1 s of this network');
    expect(html).not.toContain('Simulated');
    expect(render(<RunStatus />, short)).toMatch(/>Run<\/span>/);
    expect(render(<TransportBar />, short)).not.toContain('type="range"');
  });

  test('a run on its way: its progress and Cancel, the one before dimmed', () => {
    const patch = { simulating: { status: 'running', scenario: short, part: 0.456 }, last } as const;
    const html = render(<RunStatus />, short, patch);
    expect(html).toContain('45 %');
    expect(html).toContain('>Cancel<');
    expect(render(<SimulationLead />, short, patch)).toContain('data-old="true"');
  });

  test('a run that failed: why, what to do, and the one before', () => {
    const fault = { kind: 'too-many-steps', steps: 9e6, most: 2e6 } as const;
    const html = render(<RunStatus />, short, {
      simulating: { status: 'failed', scenario: short, fault },
      last,
    });
    expect(html).toMatch(/role="alert".*9,000,000 coherence times.*Simulate a shorter time/);
  });

  test('a run of an older document says so; of this one, what it counted', () => {
    const patch = { simulating: last, last };
    expect(render(<RunStatus />, short, patch)).toContain(`results <span`);
    const changed = changeSimulation(short, { sciMs: 5 });
    expect(render(<RunStatus />, changed, patch)).toContain('before it changed');
    expect(render(<SimulationLead />, short, patch)).toContain('>Simulated<');
    expect(render(<RunStatus />, short, patch)).toContain('The air link is simulated: ');
    expect(render(<SimulationLead />, changed, patch)).toContain('data-old="true"');
  });

  test('the moment in words, beside the scrubber', () => {
    const html = render(<TransportBar />, short, { simulating: last, last, atS: 0.5 });
    expect(html).toMatch(/<strong>0\.50 s<\/strong> of 1\.00 s\. Task \d+ of \d+: /);
    expect(html).toMatch(/aria-valuetext="0\.50 s of 1\.00 s, on gNB, SNR /);
  });
});
