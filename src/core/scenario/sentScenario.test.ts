import { expect, test } from 'vitest';
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

test('a worker that was never sent a workload says so', () => {
  const send = createScenarioSender();
  send(openingScenario);
  expect(() => createScenarioReceiver()(send(openingScenario))).toThrow('without its workload');
});
