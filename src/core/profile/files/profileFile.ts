/**
 * Our own JSON of profiles: what the page exports and imports, and what `npm run profile` writes. Its schema is published
 * as public/schema/profile.v1.schema.json.
 */
import * as z from 'zod/mini';
import { err, ok, type Result } from '../../result';
import { findProfileFault } from '../../scenario/consistency';
import { list, token } from '../../scenario/fields';
import { findJsonFault } from '../../scenario/jsonFault';
import { limits } from '../../scenario/limits';
import { profileSchema } from '../../scenario/profileSchema';
import { workloadSchema } from '../../scenario/workloadSchema';
import { isRecorded } from '../isRecorded';
import { detailsSchema, profileIdSchema } from './detailsSchema';
import { lineOfField } from './fieldPlace';
import type { ProfileFile, ProfileFileFault } from './fileTypes';

export const profileFileVersion = 1;
/** Profiles with details of 2,000 kernels in a dozen configurations stay well below [UTF-16 units]. */
const ownFileLimit = 16_000_000;

export const profileFileSchema = z.strictObject({
  format: z.literal('splitscape-profile', '"splitscape-profile"'),
  version: z.literal(profileFileVersion, String(profileFileVersion)),
  exportedAt: z.optional(
    token(
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/,
      'an ISO 8601 date and time',
    ),
  ),
  profiles: list(profileSchema, 1, limits.profiles, 'profiles'),
  details: z.optional(z.record(profileIdSchema, detailsSchema, 'details by the id of their profile')),
  workload: z.optional(workloadSchema),
}) satisfies z.ZodMiniType<ProfileFile>;

/** The text of a file; `parseProfileFile` reads it back to the same values. */
export function writeProfileFile(content: Omit<ProfileFile, 'format' | 'version'>): string {
  const file: ProfileFile = { format: 'splitscape-profile', version: profileFileVersion, ...content };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Reads our own JSON. Never throws; an error names the field and its line. */
export function parseProfileFile(text: string): Result<ProfileFile, ProfileFileFault> {
  const json = text.replace(/^\ufeff/, '');
  if (json.length > ownFileLimit) {
    return err({ kind: 'too-large', bytes: json.length, limitBytes: ownFileLimit });
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return err(jsonFault(json));
  }
  return readValue(value, json);
}

/** What is wrong with a text that is not JSON: it ends early, or something in it is not allowed. */
export function jsonFault(text: string): ProfileFileFault {
  const { line, column } = findJsonFault(text);
  const lines = text.trimEnd().split('\n');
  const atEnd = line > lines.length || (line === lines.length && column > lines.at(-1)!.length);
  if (atEnd || isOpenValue(lines, line, column))
    return { kind: 'cut-short', line: Math.min(line, lines.length) };
  return { kind: 'not-json', line, column };
}

/** A string, number or word on the last line that the end of the text cuts off. */
function isOpenValue(lines: readonly string[], line: number, column: number): boolean {
  if (line !== lines.length) return false;
  const rest = lines.at(-1)!.slice(column - 1);
  return (
    /^"(?:[^"\\]|\\.)*\\?$/u.test(rest) || /^(?:[-.]|[eE][+-]?|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/.test(rest)
  );
}

function readValue(value: unknown, json: string): Result<ProfileFile, ProfileFileFault> {
  if (!isObject(value) || value['format'] !== 'splitscape-profile') {
    return err({ kind: 'not-a-profile', looksLike: looksLike(value) });
  }
  const { version } = value;
  if (typeof version === 'number' && Number.isInteger(version) && version > profileFileVersion) {
    return err({ kind: 'newer-version', found: version, known: profileFileVersion });
  }
  const parsed = profileFileSchema.safeParse(value);
  if (!parsed.success) return err(faultOfIssue(parsed.error.issues[0]!, json));
  const fault = findFault(parsed.data);
  if (fault === null) return ok(parsed.data);
  return err({
    kind: 'inconsistent',
    path: pathText(fault.path),
    line: lineOfField(json, fault.path),
    detail: fault.detail,
  });
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly detail: string;
}

/** What the fields must say about each other. */
function findFault({ profiles, details, workload }: ProfileFile): Fault | null {
  const indexById = new Map<string, number>();
  for (const [index, profile] of profiles.entries()) {
    const path = ['profiles', index];
    const first = indexById.get(profile.id);
    if (first !== undefined) {
      return {
        path: [...path, 'id'],
        detail: `the id "${profile.id}" is already that of profiles[${first}]`,
      };
    }
    indexById.set(profile.id, index);
    if (!isRecorded(profile)) {
      return {
        path: [...path, 'source', 'kind'],
        detail: `a file holds measured or imported profiles, this one is ${profile.source.kind}`,
      };
    }
    const fault = workload === undefined ? null : findProfileFault(workload, profile);
    if (fault !== null) return { path: [...path, ...stepsOf(fault.path)], detail: fault.detail };
  }
  for (const [id, { kernels, foldedBlocks }] of Object.entries(details ?? {})) {
    const index = indexById.get(id);
    if (index === undefined) return { path: ['details', id], detail: 'there is no profile with this id' };
    const blocks = profiles[index]!.blocks.length;
    const strayKernel = kernels.findIndex(({ block }) => block >= blocks);
    const strayFolded = foldedBlocks.findIndex((block) => block >= blocks);
    if (strayKernel < 0 && strayFolded < 0) continue;
    const path = strayKernel >= 0 ? ['kernels', strayKernel, 'block'] : ['foldedBlocks', strayFolded];
    return { path: ['details', id, ...path], detail: `the profile has ${blocks} blocks, counted from 0` };
  }
  return null;
}

/** "blocks[3].time" as steps. */
function stepsOf(path: string): readonly PropertyKey[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([whole, index]) =>
    index === undefined ? whole : Number(index),
  );
}

type Issue = z.core.$ZodIssue;

function faultOfIssue(issue: Issue, json: string): ProfileFileFault {
  if (issue.code === 'unrecognized_keys') {
    const path = [...issue.path, issue.keys[0]!];
    return {
      kind: 'invalid-field',
      path: pathText(path),
      line: lineOfField(json, path),
      expected: 'no field of this name',
    };
  }
  return {
    kind: 'invalid-field',
    path: pathText(issue.path),
    line: lineOfField(json, issue.path),
    expected: issue.message,
  };
}

/** "profiles[0].blocks[3].time"; a strange name is quoted and cut. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      const name = String(step);
      return /^[A-Za-z_$][\w$]{0,60}$/.test(name) ? `.${name}` : `[${JSON.stringify(name.slice(0, 60))}]`;
    })
    .join('')
    .replace(/^\./, '');
}

function looksLike(value: unknown): 'scenario' | 'trace' | null {
  if (!isObject(value)) return null;
  if (value['format'] === 'splitscape') return 'scenario';
  return Array.isArray(value['traceEvents']) ? 'trace' : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
