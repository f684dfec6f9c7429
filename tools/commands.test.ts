import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> })
  .scripts;

test.each(['README.md', 'CONTRIBUTING.md'])('every npm command that %s names exists', (file) => {
  const named = [...readFileSync(file, 'utf8').matchAll(/npm (?:run (?:-s )?)?([a-z:]+)/g)]
    .map((match) => match[1]!)
    .filter((name) => name !== 'ci' && name !== 'command');
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
