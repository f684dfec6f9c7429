import { expect, test } from 'vitest';
import { defaultSimulation } from '../simulation/settings';
import { openingScenario } from './presets/opening';
import { createScenarioReceiver, createScenarioSender } from './sentScenario';

test('a workload travels once, and again when another was sent in between', () => {
  const send = createScenarioSender();
  const receive = createScenarioReceiver();
  const moved = { ...openingScenario, links: [] };
  const other = { ...moved, workload: { ...openingScenario.workload, name: 'another' } } as typeof moved;
  const scenarios = [openingScenario, moved, other, moved];
  const sent = scenarios.map(send);
  expect(sent.map(({ workload }) => workload === null)).toEqual([false, true, false, false]);
  expect(sent.map((scenario) => receive(structuredClone(scenario)))).toEqual(scenarios);
});

test('so do the settings of a simulation, which may be none', () => {
  const send = createScenarioSender();
  const receive = createScenarioReceiver();
  const driven = { ...openingScenario, simulation: { ...defaultSimulation, durationS: 5 } };
  const scenarios = [openingScenario, { ...openingScenario, links: [] }, driven, { ...driven, links: [] }];
  scenarios.push(openingScenario, openingScenario);
  const sent = scenarios.map(send);
  expect(sent.map((scenario) => 'simulation' in scenario)).toEqual([true, false, true, false, true, false]);
  expect(sent.map((scenario) => receive(structuredClone(scenario)))).toEqual(scenarios);
});

test('a worker that was never sent a workload, or a simulation, says so', () => {
  const send = createScenarioSender();
  const first = send(openingScenario);
  const second = send(openingScenario);
  expect(() => createScenarioReceiver()(second)).toThrow('without its workload');
  expect(() => createScenarioReceiver()({ ...second, workload: first.workload })).toThrow(
    'without its simulation',
  );
});
