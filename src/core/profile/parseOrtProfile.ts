/**
 * ONNX Runtime's own profile (`enableProfiling`, printed by `endProfiling`): a JSON array of trace events, one per
 * kernel call, in the order in which they ended.
 */
import { err, ok, type Result } from '../result';

interface KernelCall {
  /** Node name as ONNX Runtime reports it, without the suffix "_kernel_time". */
  readonly name: string;
  readonly seconds: number;
}

/** The kernels of one inference, in order of execution. */
export interface KernelRun {
  readonly calls: readonly KernelCall[];
  /** The whole call of `run` as the profiler saw it [s]. */
  readonly seconds: number;
}

export type OrtProfileError =
  /** No JSON array of events anywhere in the text. */
  | { readonly kind: 'not-a-profile'; readonly length: number }
  /** Events, but not one whole run with kernels. */
  | { readonly kind: 'no-runs' };

/**
 * Reads the text of a profile. Lines printed before or after the array are skipped. A run is closed by its `model_run`
 * event; order decides, not time stamps, because a coarse clock gives neighbours the same stamp.
 */
export function parseOrtProfile(text: string): Result<readonly KernelRun[], OrtProfileError> {
  const events = findEvents(text);
  if (events === null) return err({ kind: 'not-a-profile', length: text.length });
  const runs: KernelRun[] = [];
  let calls: KernelCall[] = [];
  for (const event of events) {
    if (!isTimed(event)) continue;
    const seconds = event.dur / 1e6;
    if (event.cat === 'Node' && event.name.endsWith(kernelSuffix)) {
      calls.push({ name: event.name.slice(0, -kernelSuffix.length), seconds });
    } else if (event.cat === 'Session' && event.name === 'model_run') {
      if (calls.length > 0) runs.push({ calls, seconds });
      calls = [];
    }
  }
  return runs.length > 0 ? ok(runs) : err({ kind: 'no-runs' });
}

const kernelSuffix = '_kernel_time';

interface TimedEvent {
  readonly cat: string;
  readonly name: string;
  /** Duration [us]. */
  readonly dur: number;
}

function isTimed(event: unknown): event is TimedEvent {
  return (
    typeof event === 'object' &&
    event !== null &&
    'cat' in event &&
    typeof event.cat === 'string' &&
    'name' in event &&
    typeof event.name === 'string' &&
    'dur' in event &&
    typeof event.dur === 'number' &&
    Number.isFinite(event.dur) &&
    event.dur >= 0
  );
}

/** The first array of objects in the text; log lines may hold brackets of their own ("[W:onnxruntime ...]"). */
function findEvents(text: string): readonly unknown[] | null {
  const end = text.lastIndexOf(']') + 1;
  for (const { index } of text.matchAll(/\[\s*\{/g)) {
    if (index >= end) break;
    try {
      const value: unknown = JSON.parse(text.slice(index, end));
      if (Array.isArray(value)) return value as unknown[];
    } catch {
      // Not the array; try the next bracket.
    }
  }
  return null;
}
