import { expect, it } from 'vitest';
import { readModel } from '../core/onnx/read/readModel';
import { longFuzzMs, longFuzzSeed } from '../core/onnx/read/testing/fuzzTimes';
import { damaged, runnable, seeded } from '../core/onnx/read/testing/hostileModels';
import { readReal, realModels } from '../core/onnx/read/testing/realModels';
import { modelBudgetS } from '../services/modelService';
import { createHostileOpener } from './testing/hostileOpener';

const totalMs = longFuzzMs('runtime');
const seed = longFuzzSeed(Date.now());

it(
  `damaged models that can still be read meet the runtime for ${totalMs / 60_000} minutes (FUZZ_SEED=${seed})`,
  async () => {
    const random = seeded(seed);
    const victims = [
      ...runnable,
      ...realModels.map(({ path }) => readReal(path)).filter(({ length }) => length < 1e6),
    ];
    const opener = createHostileOpener();
    const endMs = performance.now() + totalMs;
    try {
      while (performance.now() < endMs) {
        const bytes = damaged(random, victims, 3);
        if (!readModel(bytes, []).ok) continue;
        const outcome = await opener.open(bytes, modelBudgetS.open * 1000);
        const file = Buffer.from(bytes.subarray(0, 20_000)).toString('base64');
        // What takes too long is ended, as in the page; nothing may end by itself or give what no document can hold.
        expect(['ended', 'threw', 'unsound'], `${outcome.message} of seed ${seed}: ${file}`).not.toContain(
          outcome.kind,
        );
      }
    } finally {
      opener.close();
    }
  },
  totalMs + 300_000,
);
