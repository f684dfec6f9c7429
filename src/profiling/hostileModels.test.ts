import { expect, it } from 'vitest';
import { damaged, runnable, seeded } from '../core/onnx/read/testing/hostileModels';
import { readReal, realModels } from '../core/onnx/read/testing/realModels';
import { readModel } from '../core/onnx/read/readModel';
import { createHostileOpener } from './testing/hostileOpener';

/** Damaged models that are read as if nothing were wrong with them, and go on to the runtime. */
const models = 30;
/** Each; a damaged loop may run for ever, and is ended as the page ends it. */
const limitMs = 10_000;

it('damaged models that can still be read are opened by the real runtime, or refused in its words', async () => {
  const random = seeded(12);
  const victims = [...runnable, readReal(realModels[3]!.path)];
  const opener = createHostileOpener();
  const outcomes = new Map<string, number>();
  try {
    for (let run = 0; run < models;) {
      const bytes = damaged(random, victims, 2);
      if (!readModel(bytes, []).ok) continue;
      run += 1;
      const { kind, message } = await opener.open(bytes, limitMs);
      if (kind === 'run-failed') expect(message).not.toBe('');
      outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
    }
  } finally {
    opener.close();
  }
  expect(outcomes.get('opened')).toBeGreaterThan(3);
  expect(outcomes.get('run-failed')).toBeGreaterThan(3);
  const answers = ['opened', 'run-failed', 'out-of-memory', 'cannot-run', 'took-too-long'];
  expect([...outcomes.keys()].filter((kind) => !answers.includes(kind))).toEqual([]);
}, 120_000);
