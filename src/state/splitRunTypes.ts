/** "Run this split": the planned cut, executed, and the prediction held against it. */
import type { ModelFault } from '../core/onnx/modelFacts';
import type { NodeId } from '../core/network/types';
import type { Difference } from '../core/split/compareResults';
import type { ScaledLinks } from '../core/split/executionPlan';
import type { Cell, CopyCosts, ExecutionPlan, Measured } from '../core/split/types';
import type { Profile } from '../core/profile/types';
import type { Scenario } from '../core/scenario/types';
import type { PartFailure } from '../protocol/partApi';
import type { WorkerFailure } from '../services/types';

export interface SplitRunOptions {
  /** Measured executions of each cell, after warm-up. */
  readonly repetitions: number;
  /** What capacities are multiplied with, one cell each. */
  readonly bandwidths: readonly number[];
  readonly scaledLinks: ScaledLinks;
  /** The plan as shown, or every single cut along its way. */
  readonly cuts: 'shown' | 'all';
  /** Parts count as fast as they really are here, or are scaled to the speed of their node. */
  readonly speed: 'here' | 'node';
  /** Which measurement predicts; null: the one that fits best. */
  readonly profileId: string | null;
  /** The node that a connected edge server stands for; null: every part runs in a worker of this page. */
  readonly edgeNode: NodeId | null;
}

export type SplitPhase = 'cutting' | 'loading' | 'calibrating' | 'warming-up' | 'measuring' | 'checking';

export type SplitFailure =
  | PartFailure
  | ModelFault
  | WorkerFailure
  /** The model's weights are not on this device. */
  | { readonly kind: 'files-missing'; readonly name: string }
  /** Numbers only: there is nothing to run. */
  | { readonly kind: 'nothing-to-run' }
  | { readonly kind: 'no-plan' }
  | { readonly kind: 'edge-gone' };

/** The results of parts in a row against those of the whole model. */
export interface ResultCheck {
  readonly cuts: readonly number[];
  /** As timed: fused, at the precision of the workload. */
  readonly timed: Difference;
  /** Without optimisations; null where features ship at a lower precision, or only the timed one was asked for. */
  readonly exact: Difference | null;
}

/** Threads that parts were to run on, and those that they got. */
export interface PartThreads {
  readonly asked: number;
  readonly given: number;
}

/** What is known so far; a cancelled run keeps it. */
export interface SplitReport {
  /** The document and the options it answers. */
  readonly scenario: Scenario;
  readonly options: SplitRunOptions;
  readonly plan: ExecutionPlan;
  /** Times of the blocks here: measured, or modelled where nothing was measured. */
  readonly profile: Profile;
  readonly isMeasuredHere: boolean;
  readonly threads: number;
  readonly backend: 'wasm' | 'webgpu';
  /** Of the parts that ran in workers of this page, and of those on the edge server; null before one was loaded there. */
  readonly pageThreads: PartThreads | null;
  readonly edgeThreads: PartThreads | null;
  readonly cells: readonly Cell[];
  readonly checks: readonly ResultCheck[];
  readonly costs: CopyCosts | null;
  /** The unsplit model in between, run in the same way; null before the first. */
  readonly whole: Measured | null;
  /** Size of each part's model, of the plan that ran last [B]. */
  readonly modelBytes: readonly number[];
}

interface SplitProgress {
  readonly phase: SplitPhase;
  /** 0..1 of the whole run, never falling. */
  readonly fraction: number;
}

export type SplitRun =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      readonly progress: SplitProgress;
      readonly report: SplitReport | null;
    }
  | { readonly status: 'done'; readonly report: SplitReport }
  | { readonly status: 'cancelled'; readonly report: SplitReport | null }
  | { readonly status: 'failed'; readonly failure: SplitFailure; readonly report: SplitReport | null };

export interface SplitRunState {
  readonly options: SplitRunOptions;
  readonly run: SplitRun;
}

export interface SplitRunActions {
  /** Runs the shown plan. */
  readonly runSplit: () => Promise<void>;
  /** Ends every worker at once; what was measured stays. */
  readonly cancelSplit: () => void;
  readonly changeSplitOptions: (patch: Partial<SplitRunOptions>) => void;
}
