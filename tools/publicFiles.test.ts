import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { parseScenarioText } from '../src/core/scenario/parseScenario';
import { publicFiles } from './publicFiles';

test('the committed schema and examples are what the code says (else: npm run generate)', async () => {
  for (const { path, text } of await publicFiles()) expect(readFileSync(path, 'utf8'), path).toBe(text);
});

test('nothing else is published beside them: the schema is that of the current version', async () => {
  const files = await publicFiles();
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
    const made = files.filter(({ path }) => dirname(path) === folder).map(({ path }) => basename(path));
    expect(readdirSync(folder).sort()).toEqual(made.sort());
  }
});

test('every example opens', async () => {
  const examples = (await publicFiles()).filter(({ path }) => path.includes('examples'));
  expect(examples.length).toBeGreaterThan(0);
  for (const { path, text } of examples) expect(parseScenarioText(text).ok, path).toBe(true);
});
