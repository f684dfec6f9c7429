import { expect, it } from 'vitest';
import { damaged, seeded } from './testing/hostileModels';
import { readHostile } from './testing/readHostile';
import { readReal, realModels } from './testing/realModels';

/** An hour, or as many minutes as FUZZ_MINUTES says. */
const minutes = Number(process.env['FUZZ_MINUTES'] ?? 60);
/** FUZZ_SEED repeats a run; each otherwise tries other files. */
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

it(
  `damaged models are refused or read for ${minutes} minutes (FUZZ_SEED=${seed})`,
  () => {
    const random = seeded(seed);
    const real = realModels.map(({ path }) => readReal(path)).filter(({ length }) => length < 1e6);
    const endMs = performance.now() + minutes * 60_000;
    let run = 0;
    for (; performance.now() < endMs; run += 1) {
      const bytes = damaged(random, run % 5 === 0 ? real : []);
      try {
        readHostile(bytes, random);
      } catch (error) {
        const file = Buffer.from(bytes.subarray(0, 20_000)).toString('base64');
        throw new Error(`file ${run} of seed ${seed}: ${file}`, { cause: error });
      }
    }
    expect(run).toBeGreaterThan(0);
  },
  (minutes + 5) * 60_000,
);
