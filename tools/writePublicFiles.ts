/** `npm run generate`: writes the schema and examples under public/. A test fails while a committed file is stale. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { publicFiles } from './publicFiles';

for (const { path, text } of await publicFiles()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
