import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import * as z from 'zod/mini';
import { scenarioSchema } from '../src/core/scenario/schema';
import { scenarioVersion } from '../src/core/scenario/types';

export const schemaFile = fileURLToPath(
  new URL(`../public/schema/scenario.v${scenarioVersion}.schema.json`, import.meta.url),
);

/** The schema as JSON Schema, formatted as every other file of the repository. */
export async function schemaText(): Promise<string> {
  const schema = {
    title: `Splitscape scenario, version ${scenarioVersion}`,
    description:
      'Shape and limits of every field. Beyond it, the program checks that ids are unique and exist, that links join two different nodes once, ' +
      'that the source is a UE with a device, and that profiles and an own split fit the workload.',
    ...z.toJSONSchema(scenarioSchema, { reused: 'inline' }),
  };
  const options = await resolveConfig(schemaFile);
  return format(JSON.stringify(schema), { ...options, parser: 'json' });
}
