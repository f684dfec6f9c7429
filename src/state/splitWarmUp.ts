/** Runs that do not count: what has just been loaded is slow at first, and slows down what runs beside it. */
import { err, ok, type Result } from '../core/result';
import type { WireTensor } from '../protocol/partApi';
import type { WholeRun } from '../core/split/currentCosts';
import { executeOnce, type ExecutionFailure, type LoadedPlan } from './splitExecution';
import { withoutWaiting } from './splitMeasuring';

/** Executions before one counts: until two in a row are within 10 % of the fastest, at least and at most so many. */
const usual = { least: 3, most: 10, latest: 2, within: 0.1 } as const;
/**
 * Browsers compile what a fresh worker runs, on every core and for seconds: runs are slow then, and all alike, so that only
 * the measurement of the unsplit model tells; without one nobody knows before `leastS` [s]. A machine that is slower than it
 * was when it was measured is waited for until `patienceS` [s].
 */
const fresh = { latest: 3, within: 0.1, ofProfile: 0.15, leastS: 2, patienceS: 6 } as const;

export interface WarmUp {
  readonly loaded: LoadedPlan;
  readonly inputs: readonly WireTensor[];
  /** Whether a part has just got a worker of its own. */
  readonly isFresh: boolean;
  /** Runs the whole model once, not counted: it will be measured in turn with the parts. */
  readonly runWhole: () => Promise<Result<WholeRun, ExecutionFailure>>;
  /** What its measurement says [s]; null: there is none of this device. */
  readonly profileS: number | null;
  /** 0..1. */
  readonly at: (part: number) => void;
}

/** @returns the results of the first execution */
export async function warmUpPlan(
  signal: AbortSignal,
  { loaded, inputs, isFresh, runWhole, profileS, at }: WarmUp,
): Promise<Result<readonly WireTensor[], ExecutionFailure>> {
  // Links take the same time cold or warm: they are left out.
  const unshaped: LoadedPlan = { ...loaded, plan: withoutWaiting(loaded.plan) };
  let first: readonly WireTensor[] | null = null;
  const totalsS: number[] = [];
  const wholeS: number[] = [];
  const startS = loaded.now();
  for (;;) {
    const executed = await executeOnce(signal, unshaped, inputs);
    if (!executed.ok) return err(executed.error);
    first ??= executed.value.outputs;
    totalsS.push(executed.value.run.totalS);
    if (!isFresh) {
      at(totalsS.length / usual.most);
      if (totalsS.length >= usual.most || isWarm(totalsS, usual)) return ok(first);
      continue;
    }
    const ran = await runWhole();
    if (!ran.ok) return err(ran.error);
    wholeS.push(ran.value.runS);
    const elapsedS = loaded.now() - startS;
    at(Math.min(1, elapsedS / fresh.patienceS));
    const isEven = isWarm(totalsS, fresh) && isWarm(wholeS, fresh);
    const isAtPace = profileS === null ? elapsedS >= fresh.leastS : isAsProfiled(wholeS, profileS);
    if (elapsedS >= fresh.patienceS || (isEven && isAtPace)) return ok(first);
  }
}

function isWarm(
  runsS: readonly number[],
  rule: { readonly least?: number; readonly latest: number; readonly within: number },
): boolean {
  if (runsS.length < (rule.least ?? rule.latest)) return false;
  const limit = Math.min(...runsS) * (1 + rule.within);
  return runsS.slice(-rule.latest).every((seconds) => seconds <= limit);
}

function isAsProfiled(wholeS: readonly number[], profileS: number): boolean {
  return wholeS.slice(-fresh.latest).every((seconds) => seconds <= profileS * (1 + fresh.ofProfile));
}
