import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { answerText } from '../cli/answerText';
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

test('every example document opens, every raw problem is solved, and the proof holds', async () => {
  const examples = (await publicFiles()).filter(({ path }) => path.includes('examples'));
  const kinds = examples.map(({ path, text }) => {
    const name = basename(path);
    if (name === 'proof.json') {
      const { problem } = JSON.parse(text) as { problem: unknown };
      expect(answerText(JSON.stringify(problem)), name).toMatchObject({ ok: true });
      return 'proof';
    }
    if (!name.startsWith('raw-')) {
      expect(parseScenarioText(text).ok, name).toBe(true);
      return 'document';
    }
    const reply = answerText(text);
    expect(reply.ok && JSON.parse(reply.output), name).toMatchObject({ feasible: true, optimal: true });
    return 'raw';
  });
  expect(new Set(kinds)).toEqual(new Set(['document', 'raw', 'proof']));
});
