import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import * as z from 'zod/mini';
import { profileFileSchema, profileFileVersion } from '../src/core/profile/files/profileFile';
import { presets } from '../src/core/scenario/presets/presets';
import { scenarioSchema } from '../src/core/scenario/schema';
import { scenarioVersion } from '../src/core/scenario/types';
import { rawExamples } from './rawExamples';

export interface PublicFile {
  readonly path: string;
  readonly text: string;
}

/** Files under public/ that are made from code: JSON Schemas of documents and profiles, every preset as a document, raw problems. */
export async function publicFiles(): Promise<readonly PublicFile[]> {
  const schema = {
    title: `Splitscape scenario, version ${scenarioVersion}`,
    description:
      'Shape and limits of every field. Beyond it, the program checks that ids are unique and exist, that links join two different nodes once, ' +
      'that the source is a UE with a device, that profiles and an own split fit the workload, that block times add up to the total beside them, ' +
      'and that shares and traces are of links that exist, one each.',
    ...z.toJSONSchema(scenarioSchema, { reused: 'inline' }),
  };
  const profileSchema = {
    title: `Splitscape profiles, version ${profileFileVersion}`,
    description:
      'Shape and limits of every field. Beyond it, the program checks that profiles are measured or imported, that their ids are unique, that they ' +
      'fit the model beside them, that details belong to one of them, and that block times add up to what the model took end to end.',
    ...z.toJSONSchema(profileFileSchema, { reused: 'inline' }),
  };
  return Promise.all([
    publicFile(`schema/scenario.v${scenarioVersion}.schema.json`, schema),
    publicFile(`schema/profile.v${profileFileVersion}.schema.json`, profileSchema),
    ...presets.map(({ id, scenario }) => publicFile(`examples/${id}.json`, scenario)),
    ...Object.entries(rawExamples()).map(([id, problem]) => publicFile(`examples/${id}.json`, problem)),
  ]);
}

/** Formatted as every other file of the repository. */
async function publicFile(name: string, value: unknown): Promise<PublicFile> {
  const path = fileURLToPath(new URL(`../public/${name}`, import.meta.url));
  const options = await resolveConfig(path);
  return { path, text: await format(JSON.stringify(value), { ...options, parser: 'json' }) };
}
