import { expect, it } from 'vitest';
import { longFuzzMs, longFuzzSeed } from '../../onnx/read/testing/fuzzTimes';
import { seeded } from '../../onnx/read/testing/hostileModels';
import { damagedText } from './testing/hostileTexts';
import { readHostileText } from './testing/readHostileText';

const limitMs = longFuzzMs('texts');
const seed = longFuzzSeed(Date.now());

it(
  `damaged texts are refused or read for ${limitMs / 60_000} minutes (FUZZ_SEED=${seed})`,
  () => {
    const random = seeded(seed);
    const endMs = performance.now() + limitMs;
    let run = 0;
    for (; performance.now() < endMs; run += 1) {
      const text = damagedText(random);
      try {
        readHostileText(text);
      } catch (error) {
        throw new Error(`text ${run} of seed ${seed}: ${text.slice(0, 20_000)}`, { cause: error });
      }
    }
    expect(run).toBeGreaterThan(0);
  },
  limitMs + 300_000,
);
