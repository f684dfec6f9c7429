import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseScenarioText } from '../src/core/scenario/parseScenario';
import { publicFiles } from './publicFiles';

test('the committed schema and examples are what the code says (else: npm run generate)', async () => {
  for (const { path, text } of await publicFiles()) expect(readFileSync(path, 'utf8'), path).toBe(text);
});

test('every example opens', async () => {
  const examples = (await publicFiles()).filter(({ path }) => path.includes('examples'));
  expect(examples.length).toBeGreaterThan(0);
  for (const { path, text } of examples) expect(parseScenarioText(text).ok, path).toBe(true);
});
