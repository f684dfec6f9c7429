/** The network in time, as the page has it: the run, and the moment that is shown. */
import type { Scenario } from '../core/scenario/types';
import type { LaneId, SimulationEvent, SimulationFault, SimulationRun } from '../core/simulation/types';
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

/** The views of a run's charts, in the order of their tabs. */
export const simulationCharts = ['time', 'distribution', 'events', 'strategies'] as const;
type SimulationChart = (typeof simulationCharts)[number];

export type EventKind = SimulationEvent['kind'];

/** What can happen in a run, in the order in which it is listed. */
export const eventKinds = [
  'handover',
  'split-change',
  'limit-broken',
  'out-of-range',
] as const satisfies readonly EventKind[];

/** Parts of the settings, in their order. */
export type SettingsSection = 'time' | 'radio' | 'mobility' | 'traffic' | 'traces' | 'prediction';

/** What a link says of the run that was looked at. */
export interface LinkedMoment {
  /** From the start of the run [ms]. */
  readonly atMs: number;
  readonly lane: LaneId;
  readonly chart: SimulationChart;
  /** The short id of the run; null where there was none of the document as it is in the link. */
  readonly run: string | null;
}

/** The run that a link was made of. */
interface LinkedRun {
  /** The document that the link opened. */
  readonly scenario: Scenario;
  /** The short id of the sender's run; null where the link has none. */
  readonly run: string | null;
  /** Where the first run of that document is to be shown; null once it is. */
  readonly goTo: Pick<SimulationState, 'atS' | 'lane'> | null;
}

/** What people tell runs apart by: enough of the hash for that. */
export function runIdOf({ hash }: Pick<SimulationRun, 'hash'>): string {
  return hash.slice(0, 8);
}

export interface SimulationState {
  /** The newest one; the run before it stays on screen, marked as older, until it is done. */
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
  /** The charts that are shown, where there is room for one at a time. */
  readonly chart: SimulationChart;
  /** The kinds of events that are listed, and that steps go through. */
  readonly listedKinds: readonly EventKind[];
  /** The settings that somebody asked for and that are not on screen yet. */
  readonly sectionAsked: SettingsSection | null;
  /** What the last link that was opened said of a run; null where it said nothing. */
  readonly linked: LinkedRun | null;
  /** How often another document took the place of the one before: its first run may start by itself. */
  readonly opened: number;
}

export interface SimulationActions {
  /** Simulates the document as it is; a run that is on is stopped. */
  readonly startSimulation: () => Promise<void>;
  readonly cancelSimulation: () => void;
  /** Another document is opened: its runs are still to be made, and one that is on for the document before is stopped. */
  readonly forgetRun: () => void;
  /** Shows the document at a moment of its run, as a link says; runs it where that has not been done. null: at any moment. */
  readonly openLinkedRun: (moment: LinkedMoment | null) => Promise<void>;
  /** Clamped to the run. */
  readonly seek: (atS: number) => void;
  /** By tasks of the run, forwards or backwards. */
  readonly stepTask: (by: 1 | -1) => void;
  /** To the next or the last event before, of the listed kinds or of one; to the end or the beginning where there is none. */
  readonly stepEvent: (by: 1 | -1, kind?: EventKind) => void;
  /** From the beginning, where the end is shown. */
  readonly play: () => void;
  readonly pause: () => void;
  readonly readTrace: SimulatorService['readTrace'];
  readonly changeSimulationView: (
    patch: Partial<
      Pick<SimulationState, 'speed' | 'lane' | 'window' | 'chart' | 'listedKinds' | 'sectionAsked'>
    >,
  ) => void;
}
