/** How long each block takes on a device, how sure that is, and where the figure comes from. */

/** A block's time: a positive number of seconds, or "shorter than the clock can tell". 0, NaN, Infinity cannot be made. */
export type BlockTime = { readonly seconds: number } | { readonly belowS: number };

export interface BlockSample {
  readonly time: BlockTime;
  /** 95 % interval of the median [s]; null for modelled figures. */
  readonly intervalS: readonly [number, number] | null;
  /** Slowest tenth begins here, and the fastest run [s], scaled like the time; only of measurements that kept them. */
  readonly p90S?: number | undefined;
  readonly minS?: number | undefined;
}

/** ONNX Runtime Web on the CPU or on the GPU, or ONNX Runtime's native build (onnxruntime-node). */
export const backends = ['wasm', 'webgpu', 'native'] as const;
export type Backend = (typeof backends)[number];

/** What the first inference costs beyond a steady one. */
export interface ColdStart {
  /** Fetching and starting the runtime [s]; null where it was running already. */
  readonly loadS: number | null;
  /** Of that, while its files came over the network [s]; 0: all were in the browser's cache. Absent where nobody told. */
  readonly downloadS?: number | undefined;
  /** Making the session: reading weights, optimising, on the GPU also uploading [s]. */
  readonly createS: number;
  /** The first run: buffers, lazy compilation, shaders [s]. */
  readonly firstRunS: number;
}

/**
 * Steadiness of a measurement, the worse of two: |sum of blocks / end to end - 1|, and the half-width of the 95 % interval
 * of the end-to-end median relative to it. Within 5 % good, within 10 % fair, above unstable.
 */
export type Steadiness = 'good' | 'fair' | 'unstable';

export interface MeasuredSource {
  readonly kind: 'measured';
  /** ISO 8601 date and time of the measurement. */
  readonly date: string;
  readonly backend: Backend;
  readonly threads: number;
  /** Measured runs after warm-up. */
  readonly runs: number;
  /** Resolution of the clock [s]. */
  readonly clockS: number;
  /** End-to-end median of plain runs [s] and its 95 % interval. */
  readonly endToEndS: number;
  readonly endToEndIntervalS: readonly [number, number];
  /**
   * Mean of plain runs [s]: what means of an unstable measurement are held against. Absent in documents from before it
   * was kept.
   */
  readonly endToEndMeanS?: number | undefined;
  /** Slowest tenth of the plain runs begins here, and the fastest of them [s]. Absent before they were kept. */
  readonly endToEndP90S?: number | undefined;
  readonly endToEndMinS?: number | undefined;
  /** Absent in documents from before it was kept. */
  readonly coldStart?: ColdStart | undefined;
  /** True where blocks were timed alone and scaled to the whole, because the GPU offers no timestamps. */
  readonly estimated?: boolean | undefined;
  /** Sum of the block times before scaling [s]. */
  readonly sumS: number;
  /**
   * What steadiness grades beside the interval: the medians of the blocks (on a coarse clock the means) added up, over the same of the plain
   * runs. Absent in documents from before it was kept; `sumS / endToEndS` says the same unless unstable.
   */
  readonly ratio?: number | undefined;
  /**
   * Factor already applied to the block times: end to end / sum. When unstable, 1 (means are used as they are) unless the
   * means add up to more than 10 % beyond the mean of the plain runs: then that mean / sum.
   */
  readonly factor: number;
  readonly statistic: 'median' | 'mean';
  readonly steadiness: Steadiness;
  /** Why it is not steady, in a sentence; empty when good. */
  readonly reason: string;
  /** Browser and hardware, only if the user chose to share them. */
  readonly deviceDetails: string | null;
}

/** What the catalogue says of a device beside its speed, kept with the times so that a plan does not move with it. */
interface CatalogueFacts {
  readonly citation: string;
  /** Memory for weights [MB]; null: no limit is assumed. */
  readonly memoryMB: number | null;
  /** Power [W]; null: none known. Absent in documents from before it was kept: today's catalogue speaks. */
  readonly power?: PowerFacts | null | undefined;
}

/** A device's published power, as a document keeps it. */
interface PowerFacts {
  /** null: no idle figure; the whole load counts as work. */
  readonly idleW: number | null;
  readonly loadW: number;
  readonly citation: string;
}

/** Read from a file that another program wrote: ONNX Runtime's own profile, or a table. */
export interface ImportedSource {
  readonly kind: 'imported';
  readonly format: 'onnxruntime' | 'csv';
  readonly fileName: string;
  /** When it was imported, ISO 8601. */
  readonly date: string;
  /** Runs it holds after warm-up; null where it holds figures only. */
  readonly runs: number | null;
  readonly statistic: 'median' | 'mean' | 'given';
  /** Execution provider it names ("CPUExecutionProvider"). */
  readonly provider: string | null;
  /** Time of kernels that belong to no block by name; it went to the block before them [s]. */
  readonly unnamedS: number;
}

export type ProfileSource =
  | MeasuredSource
  | ImportedSource
  /** A published whole-model latency, spread over the blocks by our model. */
  | (CatalogueFacts & {
      readonly kind: 'published';
      /** The published total [s] and the configuration it was published for ("ResNet-18, 224 px"). */
      readonly totalS: number;
      readonly publishedFor: string;
      /** True when this size or width differs from the published one and the total was scaled by MACs. */
      readonly scaled: boolean;
    })
  /** No published figure for this model on this device: from its effective rate on other models. */
  | (CatalogueFacts & { readonly kind: 'extrapolated'; readonly from: string })
  /** A relative speed set by the user. */
  | { readonly kind: 'assumed'; readonly speed: number };

/** The times of every block of one model on one device. */
export interface Profile {
  readonly id: string;
  /** Catalogue id, "custom:<speed>", "measured" or "imported". */
  readonly deviceId: string;
  readonly deviceName: string;
  /** Identifies architecture, size and width (or the custom chain) down to its structure. */
  readonly modelKey: string;
  readonly modelName: string;
  readonly blocks: readonly BlockSample[];
  readonly source: ProfileSource;
}
