/** A model's bytes on their way to a worker. A browser's `Blob` is one: handing it over copies nothing. */
import type { CatalogueWorkload, ImportedWorkload } from '../core/scenario/types';

export interface FileBytes {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface ModelFiles {
  /** Name of the file it was opened from ("face.onnx"). */
  readonly name: string;
  readonly model: FileBytes;
  /** External data, by the path that the model names. */
  readonly external: readonly { readonly path: string; readonly data: FileBytes }[];
}

/** A model that a worker can run: a catalogue model is made from its seed, an imported one comes with its files. */
export type ModelSource =
  | {
      readonly kind: 'catalogue';
      readonly workload: CatalogueWorkload;
      readonly seed: number;
      /** 'cheap' weights mean nothing and are for latency only; see `encodeGraph`. */
      readonly weights: 'seeded' | 'cheap';
    }
  | { readonly kind: 'imported'; readonly workload: ImportedWorkload; readonly files: ModelFiles };
