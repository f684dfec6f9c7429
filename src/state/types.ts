/** The one store: what is in it and what can be done to it. `ui` reads it through hooks in `useStore.ts`. */
import type { LinkId, NodeId } from '../core/network/types';
import type { FigureLinkFault } from '../core/reproduce/figureLink';
import type { Result } from '../core/result';
import type { DocumentError } from '../core/scenario/documentError';
import type { Scenario } from '../core/scenario/types';
import type { Breakpoint, Plan, StrategyId } from '../core/solvers/types';
import type { Solution, StudyId, StudyMap } from '../protocol/solverApi';
import type { MethodId } from '../core/studies/methodsTypes';
import type { StorageFailure, WorkerFailure } from '../services/types';
import type { EdgeActions, EdgeState } from './edgeTypes';
import type { ModelActions, ModelsState } from './modelsTypes';
import type { ProfilingActions, ProfilingData } from './profilingTypes';
import type { ReproductionActions, ReproductionState } from './reproductionTypes';
import type { SimulationActions, SimulationState } from './simulationTypes';
import type { SplitRunActions, SplitRunState } from './splitRunTypes';
import type { SliderDirection } from './ticksTarget';

/** A pure edit of the document. Returning the same object means "nothing changed" and makes no undo step. */
export type Edit = (scenario: Scenario) => Scenario;

/** `last` stays on screen (dimmed) while a newer answer is on its way; `answered` is the scenario it belongs to. */
export type RunState =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly last: Answer | null }
  | { readonly status: 'done'; readonly last: Answer }
  | { readonly status: 'failed'; readonly last: Answer | null; readonly failure: WorkerFailure };
export interface Answer {
  readonly scenario: Scenario;
  readonly solution: Solution;
}

/**
 * Capacities of one link at which the best plan changes: of the selected link, else of the source's first link.
 */
export interface TicksState {
  readonly link: LinkId | null;
  /** One entry a slider of the link: of both directions together, or of either. */
  readonly sliders: readonly SliderTicks[];
}
interface SliderTicks {
  readonly direction: SliderDirection;
  /** null while unknown; otherwise the last known ones, at most one answer old. */
  readonly breakpoints: readonly Breakpoint[] | null;
}

/** A study as it was last asked. `last` stays on screen, dimmed, while a newer answer is on its way. */
export type StudyState<K extends StudyId> =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      /** Part done, 0..1; null while unknown. */
      readonly progress: number | null;
      readonly last: StudyResult<K> | null;
    }
  | { readonly status: 'done'; readonly last: StudyResult<K> }
  | { readonly status: 'failed'; readonly last: StudyResult<K> | null; readonly failure: WorkerFailure };
export interface StudyResult<K extends StudyId> {
  readonly scenario: Scenario;
  readonly options: StudyMap[K]['options'];
  readonly answer: StudyMap[K]['answer'];
}
export type Studies = { readonly [K in StudyId]: StudyState<K> };

export const places = ['play', 'simulate', 'reproduce', 'profile'] as const;
export type Place = (typeof places)[number];
export const dockTabs = [
  'layers',
  'compare',
  'timeline',
  'run',
  'sweep',
  'pareto',
  'messages',
  'graph',
  'operators',
  'extensions',
  'tables',
] as const;
export type DockTab = (typeof dockTabs)[number];

export type ShownPlan = StrategyId | MethodId | 'own' | 'studied';

export interface StudiedPlan {
  /** What it is, on screen: "Pareto point, 41.2 ms, 120 mJ". */
  readonly title: string;
  readonly plan: Plan;
  /** The document it was found for. */
  readonly scenario: Scenario;
}

export interface ViewState {
  readonly place: Place;
  readonly selectedNodes: readonly NodeId[];
  readonly selectedLinks: readonly LinkId[];
  readonly dockTab: DockTab;
  /** Step of the tab that has steps (Messages), from 0; a view with fewer shows its last. */
  readonly step: number;
  readonly dockOpen: boolean;
  /** The dock takes the whole stage; the canvas waits behind it. */
  readonly dockEnlarged: boolean;
  readonly dockHeightPx: number;
  readonly inspectorOpen: boolean;
  readonly inspectorWidthPx: number;
  /** Whose plan is drawn on the canvas and in the timeline; 'studied' = `studied`, while it is of the shown document. */
  readonly shownPlan: ShownPlan;
  /** A plan picked in a study (a point of the Pareto front). */
  readonly studied: StudiedPlan | null;
  /** The node whose name is being typed in place; null when none is. */
  readonly renaming: NodeId | null;
  readonly openDialog: 'none' | 'share' | 'presets' | 'commands' | 'help' | 'workload';
}

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  /** Larger text for projectors. */
  readonly projector: boolean;
  /** Put browser and hardware details into files and links. Off unless the user says so. */
  readonly shareDeviceDetails: boolean;
}

/** Where a document that could not be opened came from. An unreadable autosave is kept aside in the browser. */
export type DocumentOrigin = 'file' | 'link' | 'autosave';

/** A notice before the store numbers it. */
export type NewNotice =
  | {
      readonly kind: 'done';
      readonly text: string;
      /** Takes back what was done, where the document's own history does not. */
      readonly undo?: () => Promise<void>;
    }
  | { readonly kind: 'document-error'; readonly error: DocumentError; readonly what: DocumentOrigin }
  | { readonly kind: 'storage-error'; readonly failure: StorageFailure }
  | { readonly kind: 'figure-link-fault'; readonly fault: FigureLinkFault }
  /** Another tab of the page has saved a different document over this one's autosave. */
  | { readonly kind: 'other-tab' };
/** A message to the user, shown until dismissed (errors) or for a few seconds (confirmations, announced politely). */
export type Notice = NewNotice & { readonly id: number };

export interface AppState
  extends
    ModelActions,
    SplitRunActions,
    EdgeActions,
    ProfilingData,
    ProfilingActions,
    SimulationActions,
    ReproductionActions {
  readonly models: ModelsState;
  readonly splitRun: SplitRunState;
  readonly edge: EdgeState;
  readonly simulation: SimulationState;
  readonly reproduction: ReproductionState;
  /** The document: undoable, in the link, autosaved. */
  readonly scenario: Scenario;
  /** The document under a gesture that is not finished (pointer down, key held); never in history, link or storage. */
  readonly draft: Scenario | null;
  readonly run: RunState;
  readonly ticks: TicksState;
  readonly studies: Studies;
  readonly view: ViewState;
  readonly settings: Settings;
  readonly notices: readonly Notice[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;

  /** Applies an edit as one undo step (also ends a gesture: the edit is applied to the document, the draft dropped). */
  readonly edit: (edit: Edit) => void;
  /** Shows an edit of the document without committing it. Each preview starts again from the document. */
  readonly preview: (edit: Edit) => void;
  /** Commits what is previewed as one undo step. */
  readonly commit: () => void;
  /** Drops what is previewed (Escape). */
  readonly discard: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Replaces the document: an undoable edit. */
  readonly open: (scenario: Scenario) => void;
  /** Opens the text of a file; on an error a notice is shown and nothing changes. */
  readonly openText: (text: string) => Result<Scenario, DocumentError>;
  /**
   * Opens the document of a link, at the place it names ("&at=messages.7", or a moment of its run). The link of a figure
   * (`openFigureLink`) leaves the document as it is.
   */
  readonly openLink: (fragment: string) => Promise<Result<Scenario, DocumentError>>;
  /** The link's fragment ("s=2...", no #) for the document as it is; device details only if the settings say so. */
  readonly shareFragment: () => Promise<string>;
  readonly select: (nodes: readonly NodeId[], links: readonly LinkId[]) => void;
  readonly changeView: (patch: Partial<ViewState>) => void;
  readonly changeSettings: (patch: Partial<Settings>) => void;
  readonly notify: (notice: NewNotice) => void;
  readonly dismiss: (id: number) => void;
  /** Asks a study about the shown document; nothing happens when that is what was asked last. Views use `useStudy`. */
  readonly study: <K extends StudyId>(study: K, options: StudyMap[K]['options']) => void;
  /** Solves again after a worker failure. */
  readonly retry: () => void;
}
