/** What only the page knows of the conditions under which a measurement ran. Everything may be unknown: browsers differ. */

export interface PageFacts {
  /**
   * When the page was hidden, Unix time [s], oldest first; the end of a spell that still lasts is the time of asking.
   * Browsers slow a hidden page's timers and processes down.
   */
  readonly hidden: readonly (readonly [number, number])[];
  /** Logical cores the browser admits to. */
  readonly cores: number | null;
  /** null: no Battery API. */
  readonly battery: { readonly charging: boolean; /** 0..1 */ readonly level: number } | null;
  /** A guess (from the size of the window's frame); null where there is none. */
  readonly devToolsOpen: boolean | null;
}

/** Nothing is known: in Node, and where the page does not answer. */
export const unknownPageFacts: PageFacts = { hidden: [], cores: null, battery: null, devToolsOpen: null };
