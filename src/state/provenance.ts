/** Where a profile's figures come from, as data; the interface words it. */
import type { Backend, Profile } from '../core/profile/types';
import { isMeasuredHere } from './measuredHere';

export type Provenance =
  /** In this browser, on this device, and not a figure changed since. */
  | {
      readonly kind: 'measured-here';
      readonly date: string;
      readonly backend: Backend;
      readonly threads: number;
    }
  /** In another browser, or changed since; it came with a file or a link. */
  | {
      readonly kind: 'measured-elsewhere';
      readonly date: string;
      readonly backend: Backend;
      readonly threads: number;
    }
  /** Somebody published the total for exactly this model; its spread over the blocks is our model. */
  | {
      readonly kind: 'published';
      readonly citation: string;
      readonly totalS: number;
      readonly publishedFor: string;
    }
  /** Scaled from a published total of another size (`from`), or from the device's rate on another model. */
  | { readonly kind: 'modelled'; readonly citation: string; readonly from: string }
  /** Read from a file of another program. */
  | {
      readonly kind: 'imported';
      readonly fileName: string;
      readonly format: 'onnxruntime' | 'csv';
      readonly date: string;
    }
  | { readonly kind: 'set-by-you'; readonly speed: number };

/** `measuredHere`: the marks of everything this browser has measured. */
export function provenanceOf(profile: Profile, measuredHere: readonly string[]): Provenance {
  const { source } = profile;
  switch (source.kind) {
    case 'measured': {
      const { date, backend, threads } = source;
      const here = isMeasuredHere(profile, measuredHere);
      return { kind: here ? 'measured-here' : 'measured-elsewhere', date, backend, threads };
    }
    case 'imported': {
      const { fileName, format, date } = source;
      return { kind: 'imported', fileName, format, date };
    }
    case 'published': {
      const { citation, totalS, publishedFor } = source;
      return source.scaled
        ? { kind: 'modelled', citation, from: publishedFor }
        : { kind: 'published', citation, totalS, publishedFor };
    }
    case 'extrapolated':
      return { kind: 'modelled', citation: source.citation, from: source.from };
    case 'assumed':
      return { kind: 'set-by-you', speed: source.speed };
  }
}
