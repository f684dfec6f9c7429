/** From anything at all to a document that can be trusted, or to an error that names the field. */
import type * as z from 'zod/mini';
import { refreshProfiles } from '../profile/profileFor';
import { err, ok, type Result } from '../result';
import { findInconsistency } from './consistency';
import type { DocumentError } from './documentError';
import { findJsonFault } from './jsonFault';
import { limits } from './limits';
import { migrateScenario, type PlainDocument } from './migrations';
import { scenarioSchema } from './schema';
import { scenarioVersion, type Scenario } from './types';

/**
 * Reads a document of any known version. Never throws, whatever the value. Fields the schema does not know are refused;
 * profiles that a node needs and the document lacks are added, those nothing uses are dropped.
 */
export function parseScenario(value: unknown): Result<Scenario, DocumentError> {
  if (!isPlainDocument(value) || value['format'] !== 'splitscape') return err({ kind: 'not-a-scenario' });
  const version = value['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return err({ kind: 'invalid-field', path: 'version', expected: 'a whole number from 1' });
  }
  if (version > scenarioVersion) {
    return err({ kind: 'newer-version', found: version, known: scenarioVersion });
  }
  const overfull = findOverfullList(value);
  if (overfull !== null) return err(overfull);
  const parsed = scenarioSchema.safeParse(migrateScenario(value, version));
  if (!parsed.success) return err(describeIssue(parsed.error.issues[0]!));
  const inconsistency = findInconsistency(parsed.data);
  if (inconsistency !== null) return err({ kind: 'inconsistent', ...inconsistency });
  return ok(refreshProfiles(parsed.data));
}

/** Reads the text of a file or an unpacked link: at most `limits.documentBytes` of UTF-8 JSON. */
export function parseScenarioText(
  text: string,
  what: 'file' | 'link' = 'file',
): Result<Scenario, DocumentError> {
  if (utf8Length(text) > limits.documentBytes) {
    return err({ kind: 'too-large', limitBytes: limits.documentBytes });
  }
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // Engines word and place this error differently; our own scanner says the same everywhere.
    const { line, column } = findJsonFault(json);
    return err({ kind: 'unreadable', what, detail: `not JSON at line ${line}, column ${column}` });
  }
  return parseScenario(value);
}

function isPlainDocument(value: unknown): value is PlainDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Refuses a huge list before every one of its items is read. */
function findOverfullList(value: PlainDocument): DocumentError | null {
  for (const list of ['nodes', 'links', 'profiles'] as const) {
    const items = value[list];
    if (Array.isArray(items) && items.length > limits[list]) {
      return {
        kind: 'invalid-field',
        path: list,
        expected: `at most ${limits[list]} ${list}, found ${items.length}`,
      };
    }
  }
  return findOverfullTraces(value);
}

function findOverfullTraces({ simulation }: PlainDocument): DocumentError | null {
  if (!isPlainDocument(simulation) || !Array.isArray(simulation['traces'])) return null;
  const { traces: most, traceSamples, allTraceSamples } = limits.simulation;
  const traces: readonly unknown[] = simulation['traces'];
  const refuse = (path: string, expected: string): DocumentError => ({
    kind: 'invalid-field',
    path: `simulation.traces${path}`,
    expected,
  });
  if (traces.length > most) return refuse('', `at most ${most} traces, found ${traces.length}`);
  let samples = 0;
  for (const [index, trace] of traces.entries()) {
    const length = isPlainDocument(trace) && Array.isArray(trace['mbps']) ? trace['mbps'].length : 0;
    const path = `[${index}].mbps`;
    if (length > traceSamples) return refuse(path, `at most ${traceSamples} samples, found ${length}`);
    samples += length;
    if (samples > allTraceSamples) return refuse(path, `at most ${allTraceSamples} samples in all traces`);
  }
  return null;
}

type Issue = z.core.$ZodIssue;

function describeIssue(issue: Issue): DocumentError {
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!;
    return {
      kind: 'invalid-field',
      path: describePath([...issue.path, key]),
      expected: 'no field of this name',
    };
  }
  return { kind: 'invalid-field', path: describePath(issue.path), expected: issue.message };
}

/** "nodes[3].xM"; a strange key (which only an unknown field can have) is quoted and cut. */
function describePath(path: readonly PropertyKey[]): string {
  return path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      const name = String(step);
      return /^[A-Za-z_$][\w$]{0,60}$/.test(name) ? `.${name}` : `[${JSON.stringify(name.slice(0, 60))}]`;
    })
    .join('')
    .replace(/^\./, '');
}

function utf8Length(text: string): number {
  // At least one byte a unit: a huge text need not be counted.
  if (text.length > limits.documentBytes) return text.length;
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
