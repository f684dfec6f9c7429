/** Cells of one split: parts loaded, warmed up, executed at every bandwidth in turn, results held against the whole model's. */
import { compareResults } from '../core/split/compareResults';
import { currentCosts, type WholeRun } from '../core/split/currentCosts';
import { atBandwidth, shapedTransfersOf } from '../core/split/executionPlan';
import { predictRun } from '../core/split/predictRun';
import { cellOf } from '../core/split/splitStatistics';
import { trafficOf } from '../core/split/traffic';
import type { Cell, CopyCosts, ExecutionPlan, ExecutionRun, Prediction } from '../core/split/types';
import { err, ok, type Result } from '../core/result';
import { bootstrapInterval, median, relativeHalfWidth } from '../core/statistics';
import type { ModelPart } from '../protocol/modelApi';
import type { WireTensor } from '../protocol/partApi';
import { executeOnce, type ExecutionFailure, type LoadedPlan } from './splitExecution';
import type { Prepared } from './splitPreparation';
import type { SplitPhase, SplitRunOptions } from './splitRunTypes';

/** The unsplit model just before the executions. */
export interface WholeRuns {
  readonly runs: readonly WholeRun[];
  /** What its measurement says [s]; null where none of this device predicts, so that there is no pace to find. */
  readonly profileS: number | null;
}

export interface MeasuringInput {
  readonly prepared: Prepared;
  readonly options: SplitRunOptions;
  readonly costs: Omit<CopyCosts, 'pace'>;
  readonly before: WholeRuns;
  readonly parts: readonly ModelPart[];
  readonly inputs: readonly WireTensor[];
  /** The plan with its parts loaded, at the capacities of the drawing. */
  readonly loaded: LoadedPlan;
  /** Runs the whole model once, so that both are measured in the same minutes. */
  readonly runWhole: () => Promise<Result<WholeRun, ExecutionFailure>>;
  /** 0..1 of this plan. */
  readonly at: (phase: SplitPhase, part: number) => void;
  /** Gets what was executed, once: all of it, or as far as it came before something failed or was cancelled. */
  readonly keep: (measured: { readonly costs: CopyCosts; readonly cells: readonly Cell[] }) => void;
}

/** What grows from round to round. */
interface Rounds {
  /** The plan at each capacity. */
  readonly plans: readonly ExecutionPlan[];
  /** One entry a plan. */
  readonly runs: readonly ExecutionRun[][];
  /** The whole model just before them and in turn with them. */
  readonly whole: WholeRun[];
  sentBytes: readonly number[];
}

/** The whole model runs once for so many executions of its parts. */
const wholeEvery = 2;
/** Executed on until the interval of every total is this narrow (half-width over median), up to so many times the repetitions. */
const steady = { within: 0.04, atMost: 3 } as const;

/** Of a plan that is warm. @returns what went wrong, if anything did */
export async function measurePlan(
  signal: AbortSignal,
  input: MeasuringInput,
): Promise<ExecutionFailure | null> {
  const { options, loaded, prepared } = input;
  const { edgeNode, scaledLinks } = options;
  // Over a real link alone every capacity would be the same execution.
  const bandwidths = shapedTransfersOf(loaded.plan, edgeNode).length === 0 ? [1] : options.bandwidths;
  const plans = bandwidths.map((factor) => atBandwidth(loaded.plan, factor, scaledLinks, edgeNode));
  const { runs: whole, profileS } = input.before;
  const rounds: Rounds = { plans, runs: plans.map(() => []), whole: [...whole], sentBytes: [] };
  const failure = await executeRounds(signal, input, rounds);
  const costs = currentCosts(input.costs, rounds.whole, profileS);
  const cells = plans.flatMap((plan, k) => {
    const runs = rounds.runs[k]!;
    if (runs.length === 0) return [];
    return cellOf({
      plan,
      bandwidth: bandwidths[k]!,
      predicted: predicted(input, costs, plan),
      pace: costs.pace,
      unpacedComputeS: predicted(input, { ...costs, pace: 1 }, plan).computeS,
      runs,
      sentBytes: rounds.sentBytes,
      seed: prepared.scenario.seed,
    });
  });
  input.keep({ costs, cells });
  return failure;
}

/** Every bandwidth once, then again: what disturbs the machine for a while disturbs them alike. */
async function executeRounds(
  signal: AbortSignal,
  { prepared, options, loaded, inputs, runWhole, at }: MeasuringInput,
  rounds: Rounds,
): Promise<ExecutionFailure | null> {
  const { plans, runs, whole } = rounds;
  for (let round = 0; round < options.repetitions * steady.atMost; round++) {
    if (round >= options.repetitions && runs.every((ofCell) => isKnown(ofCell, prepared.scenario.seed)))
      break;
    at('measuring', partDone(round, options.repetitions));
    for (const [which, plan] of plans.entries()) {
      // Another one of the capacities follows it in every round: whoever comes after the whole model finds cold caches.
      if ((round + which) % wholeEvery === 0) {
        const ran = await runWhole();
        if (!ran.ok) return ran.error;
        whole.push(ran.value);
      }
      const executed = await executeOnce(signal, { ...loaded, plan }, inputs);
      if (!executed.ok) return executed.error;
      runs[which]!.push(executed.value.run);
      rounds.sentBytes = executed.value.sentBytes;
    }
  }
  return null;
}

function isKnown(runs: readonly ExecutionRun[], seed: number): boolean {
  const totals = runs.map(({ totalS }) => totalS);
  const interval = bootstrapInterval(totals, { statistic: 'median', seed });
  return relativeHalfWidth(interval, median(totals)) <= steady.within;
}

/** Towards the repetitions that were asked for first, then towards the most: the bar slows down but never stands still. */
function partDone(round: number, repetitions: number): number {
  const asked = Math.min(1, round / repetitions);
  const beyond = Math.max(0, round - repetitions) / (repetitions * (steady.atMost - 1));
  return 0.1 + 0.6 * asked + 0.3 * beyond;
}

function predicted(
  { prepared, options, parts }: MeasuringInput,
  costs: CopyCosts,
  plan: ExecutionPlan,
): Prediction {
  return predictRun(plan, {
    here: prepared.predictor.profile,
    costs,
    traffic: trafficOf(prepared.workload, plan, parts),
    scaled: options.speed === 'node',
    elsewhere: options.edgeNode,
  });
}

export function withoutWaiting({ stages }: ExecutionPlan): ExecutionPlan {
  return {
    stages: stages.map((stage) => (stage.kind === 'transfer' ? { ...stage, hops: [] } : stage)),
  };
}

/** How far the results of the parts are from the whole model's; an error where a part fails. */
export async function differenceOf(
  signal: AbortSignal,
  loaded: LoadedPlan,
  inputs: readonly WireTensor[],
  whole: readonly WireTensor[],
): Promise<Result<ReturnType<typeof compareResults>, ExecutionFailure>> {
  const executed = await executeOnce(signal, { ...loaded, plan: withoutWaiting(loaded.plan) }, inputs);
  return executed.ok ? ok(compareResults(whole, executed.value.outputs)) : err(executed.error);
}
