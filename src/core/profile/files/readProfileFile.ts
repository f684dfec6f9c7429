/** A dropped or chosen file of any known format to profiles. Loaded only when somebody imports. */
import { workloadChain } from '../../model/workloadChain';
import { err, ok, type Result } from '../../result';
import { cleanName } from '../../scenario/text';
import type { ImportContext, ProfileFileFault, ReadProfiles } from './fileTypes';
import { importOrtProfile, nameOf } from './ortImport';
import { parseProfileCsv } from './profileCsv';
import { jsonFault, parseProfileFile } from './profileFile';

/** Above this a file is not read [B]: parsing it would hold the page up. */
export const profileFileLimitBytes = 64_000_000;

/**
 * Reads our own JSON, ONNX Runtime's own profile or a CSV table; which of them is seen from the text. Never throws.
 *
 * @param text - UTF-8 decoded; hold the file's size against `profileFileLimitBytes` before decoding it
 */
export function readProfileFile(
  text: string,
  context: ImportContext,
): Result<ReadProfiles, ProfileFileFault> {
  if (text.length > profileFileLimitBytes) {
    return err({ kind: 'too-large', bytes: text.length, limitBytes: profileFileLimitBytes });
  }
  const plain = text.replace(/^\ufeff/, '');
  const start = plain.trimStart();
  if (start === '') return err({ kind: 'empty' });
  if (isBinary(start)) return err({ kind: 'not-a-profile', looksLike: isOnnx(context) ? 'onnx' : null });
  if (start.startsWith('{')) return readObject(plain, context);
  // A server's output may hold its log lines before the profile.
  if (start.startsWith('[') || hasKernels(plain)) return readList(plain, context);
  return readCsv(plain, context);
}

const isOnnx = ({ fileName }: ImportContext): boolean => /\.(onnx|ort)$/i.test(fileName);
/** Control characters that no text has. */
const isBinary = (text: string): boolean => /[\0-\x08\x0e-\x1f]/.test(text.slice(0, 2000));
const hasKernels = (text: string): boolean => text.includes('_kernel_time"');

function readObject(text: string, context: ImportContext): Result<ReadProfiles, ProfileFileFault> {
  // ONNX Runtime's events that somebody wrapped as viewers like them.
  if (hasKernels(text) && /^\s*\{[^[]{0,200}"traceEvents"/.test(text)) {
    const value = tryParse(text);
    if (value === undefined) return err(jsonFault(text));
    const { traceEvents } = value as { readonly traceEvents?: unknown };
    return Array.isArray(traceEvents) ? importOrtProfile(traceEvents, context) : err({ kind: 'no-runs' });
  }
  const parsed = parseProfileFile(text);
  if (!parsed.ok) return parsed;
  const { profiles, details = {}, workload = null } = parsed.value;
  return ok({ format: 'splitscape', profiles, details, workload, notes: [] });
}

/** Candidates looked at for the beginning of the events: every one may cost reading the whole text. */
const mostBeginnings = 5;

/** A list of events, alone or after lines of a log, which may begin with a bracket too ("[W:onnxruntime ...]"). */
function readList(text: string, context: ImportContext): Result<ReadProfiles, ProfileFileFault> {
  const value = tryParse(text);
  if (Array.isArray(value)) {
    return hasKernels(text)
      ? importOrtProfile(value, context)
      : err({ kind: 'not-a-profile', looksLike: null });
  }
  const end = text.lastIndexOf(']') + 1;
  const beginnings = [...text.matchAll(/^\[\s*\{\s*"cat"/gm)].slice(0, mostBeginnings);
  for (const { index } of beginnings) {
    const events = tryParse(text.slice(index, end));
    if (Array.isArray(events)) return importOrtProfile(events, context);
  }
  const start = beginnings[0]?.index ?? 0;
  const fault = jsonFault(text.slice(start));
  const linesBefore = text.slice(0, start).split('\n').length - 1;
  return err('line' in fault && fault.line !== null ? { ...fault, line: fault.line + linesBefore } : fault);
}

/** undefined: not JSON. */
function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readCsv(text: string, context: ImportContext): Result<ReadProfiles, ProfileFileFault> {
  const chain = workloadChain(context.workload);
  const parsed = parseProfileCsv(
    text,
    chain.blocks.map(({ name }) => name),
  );
  if (!parsed.ok) return err({ kind: 'table', ...parsed.error });
  return ok({
    format: 'csv',
    profiles: [
      {
        id: context.newId,
        deviceId: 'imported',
        deviceName: nameOf(context.fileName),
        modelKey: chain.modelKey,
        modelName: chain.name,
        blocks: parsed.value,
        source: {
          kind: 'imported',
          format: 'csv',
          fileName: cleanName(context.fileName) || 'file',
          date: context.date,
          runs: null,
          statistic: 'given',
          provider: null,
          unnamedS: 0,
        },
      },
    ],
    details: {},
    workload: null,
    notes: [],
  });
}
