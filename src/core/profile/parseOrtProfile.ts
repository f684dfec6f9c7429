/**
 * ONNX Runtime's own profile (`enableProfiling`, printed by `endProfiling`): a JSON array of trace events, one per
 * kernel call, in the order in which they ended. A GPU's programs follow at the end, as "Api" events with GPU time.
 */
import { err, ok, type Result } from '../result';
import { onGpu, programsByRun, type ProgramCall } from './gpuPrograms';

export interface KernelCall {
  /** Node name as ONNX Runtime reports it, without the suffix "_kernel_time". */
  readonly name: string;
  readonly seconds: number;
  /** ONNX operator type ("FusedConv"), or the GPU program ("Conv2dMM"); empty where the profile does not say. */
  readonly kind: string;
  /** Execution provider ("CPUExecutionProvider"); empty where the profile does not say. */
  readonly provider: string;
}

/** The kernels of one inference, in order of execution. */
export interface KernelRun {
  readonly calls: readonly KernelCall[];
  /** The whole call of `run` as the profiler saw it, its own work included [s]. */
  readonly seconds: number;
  /**
   * Which clock timed the kernels: the CPU's, or the GPU's (then `calls` are GPU programs, and CPU kernels between them).
   * 'none': a GPU without time stamps; the figures are what it took to hand the work over, not to do it.
   */
  readonly clock: 'cpu' | 'gpu' | 'none';
  /** Copies between the memories of CPU and GPU. Their time is not counted: a copy back also waits for the GPU. */
  readonly copies: number;
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
  return events === null ? err({ kind: 'not-a-profile', length: text.length }) : readOrtEvents(events);
}

/** The same of events that were parsed already. */
export function readOrtEvents(
  events: readonly unknown[],
): Result<readonly KernelRun[], { readonly kind: 'no-runs' }> {
  const runs: { readonly calls: readonly KernelCall[]; readonly seconds: number }[] = [];
  const programs: ProgramCall[] = [];
  let calls: KernelCall[] = [];
  for (const event of events) {
    if (!isTimed(event)) continue;
    const seconds = event.dur / 1e6;
    if (event.cat === 'Node' && event.name.endsWith(kernelSuffix)) {
      calls.push({ name: event.name.slice(0, -kernelSuffix.length), seconds, ...factsOf(event) });
    } else if (event.cat === 'Api') {
      programs.push(programOf(event.name, seconds));
    } else if (event.cat === 'Session' && event.name === 'model_run') {
      if (calls.length > 0) runs.push({ calls, seconds });
      calls = [];
    }
  }
  if (runs.length === 0) return err({ kind: 'no-runs' });
  const perRun = programsByRun(programs, runs.length);
  return ok(runs.map((run, index) => timedRun(run.calls, run.seconds, perRun?.[index])));
}

const kernelSuffix = '_kernel_time';
const isCopy = ({ kind }: KernelCall): boolean => /^Memcpy(From|To)Host$/.test(kind);

function timedRun(
  nodes: readonly KernelCall[],
  seconds: number,
  programs: readonly ProgramCall[] | undefined,
): KernelRun {
  const kernels = nodes.filter((node) => !isCopy(node));
  const copies = nodes.length - kernels.length;
  if (!nodes.some(onGpu)) return { calls: kernels, seconds, clock: 'cpu', copies };
  if (programs === undefined) return { calls: kernels, seconds, clock: 'none', copies };
  return { calls: inOrder(kernels, programs), seconds, clock: 'gpu', copies };
}

/** GPU programs in place of the nodes that started them, between the kernels that ran on the CPU. */
function inOrder(nodes: readonly KernelCall[], programs: readonly ProgramCall[]): KernelCall[] {
  const calls: KernelCall[] = [];
  let next = 0;
  for (const node of nodes) {
    if (!onGpu(node)) calls.push(node);
    // Several programs may belong to a node, and a node that only renames a tensor starts none.
    else
      for (; programs[next]?.node === node.name; next += 1)
        calls.push(callOf(programs[next]!, node.provider));
  }
  return [...calls, ...programs.slice(next).map((program) => callOf(program, gpuProvider))];
}

const gpuProvider = 'WebGpuExecutionProvider';
const callOf = ({ node, program, seconds }: ProgramCall, provider: string): KernelCall => ({
  name: node,
  seconds,
  kind: program,
  provider,
});

/** "Conv_3_token_5&Conv&Conv2dMM": node, operator, program. A node's own name may hold the sign too. */
function programOf(name: string, seconds: number): ProgramCall {
  const parts = name.split('&');
  return parts.length < 3
    ? { node: name, program: '', seconds }
    : { node: parts.slice(0, -2).join('&'), program: parts.at(-1)!, seconds };
}

interface TimedEvent {
  readonly cat: string;
  readonly name: string;
  /** Duration [us]. */
  readonly dur: number;
  readonly args?: unknown;
}

function factsOf({ args }: TimedEvent): { kind: string; provider: string } {
  const text = (key: string): string => {
    const value = typeof args === 'object' && args !== null ? (args as Record<string, unknown>)[key] : '';
    return typeof value === 'string' ? value : '';
  };
  return { kind: text('op_name'), provider: text('provider') };
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
