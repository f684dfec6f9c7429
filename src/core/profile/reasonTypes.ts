/** What probably kept a measurement from being steady, with the numbers that say so. Wording: `describeReason`. */
export type Reason =
  /** The end-to-end median is known to this only, relative. */
  | { readonly kind: 'wide-interval'; readonly halfWidth: number }
  /** Sum of the blocks over end to end is not 1: nothing below explains it. */
  | { readonly kind: 'apart'; readonly ratio: number }
  | {
      readonly kind: 'more-threads-than-cores';
      readonly threads: number;
      /** Logical cores, null where unknown. */
      readonly cores: number | null;
      /** Slowest tenth over the median. */
      readonly tail: number;
      /** Share of runs that are slower than the fastest by whole scheduler slices of 8 ms. */
      readonly inSlices: number;
      /** Time on one thread over the time on these; below 1.05: the threads are no help. null: one thread was not measured. */
      readonly speedUp: number | null;
    }
  /** Later runs are slower than earlier ones: median of the last third over that of the first. */
  | { readonly kind: 'throttling'; readonly slowDown: number }
  /** The page was hidden during this share of the measurement, or (null) long pauses look as if it was. */
  | { readonly kind: 'hidden-page'; readonly share: number | null; readonly longestPauseS: number }
  | { readonly kind: 'battery'; /** 0..1 */ readonly level: number }
  | { readonly kind: 'devtools-open' }
  | { readonly kind: 'coarse-clock'; readonly clockS: number }
  | { readonly kind: 'few-runs'; readonly runs: number }
  /** Some runs are much slower than the rest, and nothing above explains it: slowest tenth over the median. */
  | { readonly kind: 'other-work'; readonly tail: number }
  /** A GPU that is none, on a CPU: said whether steady or not. */
  | { readonly kind: 'software-adapter' }
  /** GPU: CPU kernels and copies take part of the time, which GPU time stamps do not see. */
  | { readonly kind: 'cpu-fallbacks'; readonly operators: number; readonly copies: number };
