/**
 * Seeded pseudo-random numbers, the only source of randomness in core (mulberry32, public domain by its author
 * Tommy Ettinger's design; 32-bit integer arithmetic, so the same bits in every engine).
 */
export interface Random {
  /** Uniform in [0, 1), 32 bits of it. */
  next(): number;
  /** Uniform integer in [0, bound). */
  integer(bound: number): number;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { next, integer: (bound) => Math.floor(next() * bound) };
}
