/** The answers that one page waits for, by the number of their question. */
export interface Awaited {
  /** false when too many are awaited already. */
  add(id: number): boolean;
  has(id: number): boolean;
  /** Whether it was awaited until now. */
  drop(id: number): boolean;
  clear(): void;
}

const mostAnswers = 16;

export function createAwaited(): Awaited {
  const ids = new Set<number>();
  return {
    add: (id) => {
      if (ids.size >= mostAnswers) return false;
      ids.add(id);
      return true;
    },
    has: (id) => ids.has(id),
    drop: (id) => ids.delete(id),
    clear: () => ids.clear(),
  };
}
