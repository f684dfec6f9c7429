import { expect, test } from 'vitest';
import { parseScenario, parseScenarioText } from './parseScenario';
import { openingScenario } from './presets/presets';

test('a document survives JSON', () => {
  expect(parseScenarioText(JSON.stringify(openingScenario))).toEqual({ ok: true, value: openingScenario });
  expect(parseScenario(openingScenario)).toEqual({ ok: true, value: openingScenario });
});
