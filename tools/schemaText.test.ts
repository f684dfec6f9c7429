import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaFile, schemaText } from './schemaText';

test('the committed JSON Schema is what the document’s schema says (else: npm run schema)', async () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(await schemaText());
});
