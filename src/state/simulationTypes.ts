/** The network in time, as the page has it: the run, and the moment that is shown. */
import type { Scenario } from '../core/scenario/types';
import type { LaneId, SimulationFault, SimulationRun } from '../core/simulation/types';
import type { SimulatorService, WorkerFailure } from '../services/types';

type Simulating =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly scenario: Scenario; readonly part: number }
  | { readonly status: 'done'; readonly scenario: Scenario; readonly run: SimulationRun }
  | {
      readonly status: 'failed';
      readonly scenario: Scenario;
      readonly fault: SimulationFault | WorkerFailure;
    };

/** Simulated seconds that pass in one. */
export const playSpeeds = [0.1, 0.5, 1, 2, 5, 10, 60] as const;
type PlaySpeed = (typeof playSpeeds)[number];

export interface SimulationState {
  /** The newest one; the run before it stays on screen, dimmed, until it is done. */
  readonly simulating: Simulating;
  /** The latest run that was finished. */
  readonly last: Extract<Simulating, { status: 'done' }> | null;
  /** The moment that is shown [s]. */
  readonly atS: number;
  readonly isPlaying: boolean;
  readonly speed: PlaySpeed;
  /** Whose splits are painted. */
  readonly lane: LaneId;
  /** What the charts show [s]; null: all of it. */
  readonly window: readonly [fromS: number, toS: number] | null;
}

export interface SimulationActions {
  /** Simulates the document as it is; a run that is on is stopped. */
  readonly startSimulation: () => Promise<void>;
  readonly cancelSimulation: () => void;
  /** Clamped to the run. */
  readonly seek: (atS: number) => void;
  /** By tasks of the run, forwards or backwards. */
  readonly stepTask: (by: 1 | -1) => void;
  /** To the next or the last event before; to the end or the beginning where there is none. */
  readonly stepEvent: (by: 1 | -1) => void;
  /** From the beginning, where the end is shown. */
  readonly play: () => void;
  readonly pause: () => void;
  readonly readTrace: SimulatorService['readTrace'];
  readonly changeSimulationView: (patch: Partial<Pick<SimulationState, 'speed' | 'lane' | 'window'>>) => void;
}
