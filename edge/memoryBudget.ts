/** Bytes that all pages together may make the server hold. */
export interface MemoryBudget {
  /** false when that is more than is left. */
  take(bytes: number): boolean;
  give(bytes: number): void;
  readonly held: number;
}

export function createMemoryBudget(most: number): MemoryBudget {
  let held = 0;
  return {
    take: (bytes) => {
      if (held + bytes > most) return false;
      held += bytes;
      return true;
    },
    give: (bytes) => {
      held -= bytes;
    },
    get held() {
      return held;
    },
  };
}
