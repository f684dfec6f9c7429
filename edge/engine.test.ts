import { describe, expect, it } from 'vitest';
import { seededInputs } from '../src/core/split/seededInputs';
import { createWasmRuntime } from './engine';
import { testModel, testWorkload } from './testing/smallModel';

describe('the WebAssembly runtime in Node', () => {
  const runtime = createWasmRuntime();

  it('runs a part: the same bytes in, the same bytes out', async () => {
    const session = await runtime.createSession(testModel(), {
      external: [],
      threads: 8,
      optimisation: 'disabled',
    });
    const inputs = seededInputs(testWorkload, 1);
    const [first] = await session.run(inputs);
    const [again] = await session.run(inputs);
    await session.release();
    expect(session).toMatchObject({ threads: 1, inputs: inputs.map(({ name }) => name) });
    expect(first).toMatchObject({ name: session.outputs[0], type: 'float32', shape: [1, 1000] });
    expect(first!.data).toHaveLength(4000);
    expect(again!.data).toEqual(first!.data);
    expect(new Set(new Float32Array(first!.data.slice().buffer)).size).toBeGreaterThan(100);
  });

  it('says in the runtime’s words why it refuses a model', async () => {
    const options = { external: [], threads: 1, optimisation: 'all' } as const;
    await expect(runtime.createSession(new Uint8Array([1, 2, 3]), options)).rejects.toThrow();
  });

  it('measures: an engine whose profile has every kernel of every run', async () => {
    const engine = runtime.engineFor(4);
    expect(engine.threads).toBe(1);
    const model = {
      bytes: testModel(),
      external: [],
      feeds: seededInputs(testWorkload, 1),
      resultTypes: ['float32' as const],
    };
    const session = await engine.createSession(model, { profiled: true });
    await session.run();
    await session.run();
    const text = await session.endProfiling();
    await session.release();
    expect(text.match(/"name" ?: ?"model_run"/g)).toHaveLength(2);
    expect(text.match(/_kernel_time"/g)!.length).toBeGreaterThanOrEqual(2 * 50);
  });
});
