import { expect, it } from 'vitest';
import { longFuzzMs, longFuzzSeed } from './testing/fuzzTimes';
import { damaged, seeded, victims } from './testing/hostileModels';
import { readHostile } from './testing/readHostile';
import { readReal, realModels } from './testing/realModels';

const limitMs = longFuzzMs('models');
const seed = longFuzzSeed(Date.now());

it(
  `damaged models are refused or read for ${limitMs / 60_000} minutes (FUZZ_SEED=${seed})`,
  () => {
    const random = seeded(seed);
    const real = realModels.map(({ path }) => readReal(path)).filter(({ length }) => length < 1e6);
    const endMs = performance.now() + limitMs;
    let run = 0;
    for (; performance.now() < endMs; run += 1) {
      const bytes = damaged(random, run % 5 === 0 ? [...victims, ...real] : victims);
      try {
        readHostile(bytes, random);
      } catch (error) {
        const file = Buffer.from(bytes.subarray(0, 20_000)).toString('base64');
        throw new Error(`file ${run} of seed ${seed}: ${file}`, { cause: error });
      }
    }
    expect(run).toBeGreaterThan(0);
  },
  limitMs + 300_000,
);
