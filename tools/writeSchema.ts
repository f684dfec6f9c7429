/** Writes the JSON Schema of the document: `npm run schema`. A test fails while the committed file is stale. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { schemaFile, schemaText } from './schemaText';

mkdirSync(dirname(schemaFile), { recursive: true });
writeFileSync(schemaFile, await schemaText());
