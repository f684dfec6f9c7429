/** The saved and shared document. `schema.ts` validates it; every field a user can change lives here. */
import type { ModelGraph } from '../model/imported/types';
import type { NetworkLink, NetworkNode, NodeId } from '../network/types';
import type { Profile } from '../profile/types';
import type { SimulationSettings } from '../simulation/settings';
import type { Criterion } from './goals';

export const scenarioVersion = 4;

export const architectures = [
  'alexnet',
  'mobilenet-v2',
  'resnet-18',
  'resnet-50',
  'vgg-11',
  'vgg-16',
] as const;
export type Architecture = (typeof architectures)[number];

/** Precision of shipped features, and its bytes per element. */
export const shippedPrecisions = { fp32: 4, fp16: 2, int8: 1 } as const;
export type ShippedPrecision = keyof typeof shippedPrecisions;
/** Precision of the raw input as it is shipped from the UE. */
export const inputPrecisions = { fp32: 4, uint8: 1 } as const;
export type InputPrecision = keyof typeof inputPrecisions;
export const widths = [0.25, 0.5, 1] as const;
export type Width = (typeof widths)[number];

export interface CatalogueWorkload {
  readonly kind: 'catalogue';
  readonly architecture: Architecture;
  /** Height and width of the picture [px], 64 to 512. */
  readonly inputPx: number;
  readonly width: Width;
  readonly shipped: ShippedPrecision;
  readonly rawInput: InputPrecision;
}

/** Work of a custom block: seconds on a 1x node, or multiply-accumulates (1x = 1e9 of them per second). */
export type BlockLoad =
  { readonly unit: 'seconds'; readonly value: number } | { readonly unit: 'macs'; readonly value: number };

export interface CustomBlock {
  readonly name: string;
  readonly load: BlockLoad;
  /** Bytes of the block's output (what crosses a cut after it). */
  readonly bytesOut: number;
  /** Bytes of weights the block needs in memory; 0 when not given. */
  readonly weightBytes: number;
}

export interface CustomWorkload {
  readonly kind: 'custom';
  readonly name: string;
  readonly inputBytes: number;
  readonly blocks: readonly CustomBlock[];
}

/** A visitor's own ONNX model. The document carries its structure; its weights stay on the device that opened it. */
export interface ImportedWorkload {
  readonly kind: 'imported';
  readonly name: string;
  /** The first 32 hexadecimal digits of SHA-256 over the model's file and its external data, in that order. */
  readonly fingerprint: string;
  /** Sizes chosen for dimensions that the file leaves open, by their name ("batch", or "input:0" for one without). */
  readonly dims: Readonly<Record<string, number>>;
  readonly graph: ModelGraph;
  /** Precision in which float32 features are shipped; tensors of other types ship as they are. */
  readonly shipped: ShippedPrecision;
  /** Precision in which float32 inputs of the model are shipped from the UE. */
  readonly rawInput: InputPrecision;
}

export type Workload = CatalogueWorkload | CustomWorkload | ImportedWorkload;
/** A workload whose weights can be had, so that it can run. */
export type RunnableWorkload = CatalogueWorkload | ImportedWorkload;

/** Where the result must be: where it was made, at the sink, or back on the UE. */
export const deliveries = ['stay', 'sink', 'return'] as const;
export type Delivery = (typeof deliveries)[number];

/**
 * The visitor's own split, set against the best one. Node `nodes[p]` runs blocks boundaries[p-1]+1 .. boundaries[p]
 * (boundaries[-1] = 0); boundaries never decrease and the last one is L.
 */
export interface OwnSplit {
  readonly nodes: readonly NodeId[];
  readonly boundaries: readonly number[];
}

/**
 * Which arcs a plan may use: all that are up, or only those that do not lead away from the sink (HiveMind's model: data
 * only moves on).
 */
export const routings = ['any', 'forward'] as const;
export type Routing = (typeof routings)[number];

/** Power curve of wireless links (Narayanan et al., SIGCOMM 2021). */
export const radios = ['nr-mmwave', 'nr-low-band', 'lte'] as const;
export type Radio = (typeof radios)[number];

/** How much each criterion counts where several are weighed: per ms, per mJ, per mJ, per kB, per unit of leakage. */
export interface GoalWeights {
  readonly latency: number;
  readonly ueEnergy: number;
  readonly edgeEnergy: number;
  readonly bytes: number;
  readonly leakage: number;
}

/** What a plan must not exceed; null = no limit. */
export interface GoalLimits {
  readonly latencyMs: number | null;
  readonly ueEnergyMJ: number | null;
  readonly edgeEnergyMJ: number | null;
  /** Over every hop. */
  readonly kilobytes: number | null;
  readonly leakage: number | null;
}

export interface Goals {
  readonly weights: GoalWeights;
  readonly limits: GoalLimits;
  /** The criterion that the constrained optimum minimises while the others keep their limits. */
  readonly minimise: Criterion;
}

export interface Scenario {
  readonly format: 'splitscape';
  readonly version: typeof scenarioVersion;
  readonly name: string;
  readonly notes: string;
  readonly seed: number;
  readonly sourceId: NodeId;
  readonly sinkId: NodeId;
  readonly nodes: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
  readonly workload: Workload;
  readonly objective: 'latency';
  readonly delivery: Delivery;
  readonly routing: Routing;
  readonly radio: Radio;
  readonly goals: Goals;
  /**
   * Leakage of boundaries 0..L in a unit of the user's own (a measured reconstruction score, say), larger = worse; null =
   * unknown. It fits a model with that many boundaries and sleeps for others. None is built in: depth is not privacy.
   */
  readonly leakage: readonly number[] | null;
  /** null: no own split; the Layers view starts from the best one. */
  readonly ownSplit: OwnSplit | null;
  /** The network in time; null: as usual (`simulationOf` of ../simulation/settings gives what that is). */
  readonly simulation: SimulationSettings | null;
  /** Snapshot of every profile in use, so that the plan is the same wherever the document is opened. */
  readonly profiles: readonly Profile[];
}

export type { NodeId };
