/** Parts on the native engine, each in a thread of the server: right results, pings meanwhile, threads that end and leave nothing. */
import { beforeAll, describe, expect, test } from 'vitest';
import { buildGraph } from '../src/core/model/catalogue/catalogue';
import { encodeGraph } from '../src/core/onnx/encodeGraph';
import { createRandom } from '../src/core/random';
import type { WireTensor } from '../src/core/wire/wireTensor';
import { createWasmRuntime } from './engine';
import { installNative, isNativeInstalled } from './nativePackage';
import { never, startTestServer } from './testing/startTestServer';
import { createThreadRunner, probeEngine } from './threadRunner';

const px = 128;
const graph = buildGraph('resnet-18', px, 1);
const model = encodeGraph(graph, { seed: 3, weights: 'seeded' });
const modelPart = { from: 0, to: 1, external: [], inputs: [], outputs: [] };

function picture(): WireTensor {
  const random = createRandom(5);
  const values = Float32Array.from({ length: 3 * px * px }, () => random.next());
  const name = graph.input;
  return { name, type: 'float32', shape: [1, 3, px, px], data: new Uint8Array(values.buffer) };
}

const floats = (data: Uint8Array): Float32Array => new Float32Array(data.slice().buffer);

beforeAll(() => {
  if (isNativeInstalled()) return;
  const installed = installNative();
  if (!installed.ok) throw new Error(JSON.stringify(installed.error));
}, 600_000);

describe('the native engine in threads of the server', () => {
  test('gives a page what WebAssembly gives, while pings of another page come back', async () => {
    const server = await startTestServer({
      createRunner: () => createThreadRunner('native'),
      facts: {
        name: 'native',
        engine: 'native',
        engineVersion: '1',
        cores: 2,
        threads: 2,
        maxModelBytes: 100_000_000,
      },
      maxHeldBytes: 400_000_000,
    });
    const [page, other] = await Promise.all([server.open(), server.open()]);
    const host = page.createHost();
    const load = { part: { ...modelPart, model }, backend: 'wasm', threads: 2, optimisation: 'all' } as const;
    expect(await host.load(never(), load)).toMatchObject({ ok: true });
    const measuring = other.measureLink(never(), () => undefined);
    let runs = 0;
    let result: Float32Array | null = null;
    const isMeasured = measuring.then(() => true);
    while (!(await Promise.race([isMeasured, Promise.resolve(false)]))) {
      const ran = await host.run(never(), [picture()]);
      if (!ran.ok) throw new Error(ran.error.kind);
      result = floats(ran.value.outputs[0]!.data);
      runs += 1;
    }
    const measured = await measuring;
    expect(measured.ok).toBe(true);
    expect(runs).toBeGreaterThan(2);
    if (measured.ok) console.log(`${runs} runs beside it, round trip`, measured.value.roundTripS);
    const here = await createWasmRuntime().createSession(model, {
      external: [],
      threads: 1,
      optimisation: 'all',
    });
    const expected = floats((await here.run([picture()]))[0]!.data);
    await here.release();
    const largest = Math.max(...expected.map(Math.abs));
    const worst = Math.max(...expected.map((value, i) => Math.abs(value - result![i]!)));
    expect(worst).toBeLessThanOrEqual(1e-4 * largest);
    page.close();
    other.close();
    await server.close();
  });

  test('a thread ended in the middle of a run takes nothing along, 30 times', async () => {
    for (let i = 0; i < 30; i += 1) {
      const runner = createThreadRunner('native');
      const part = { model: model.slice(), external: [], threads: 1, optimisation: 'all' } as const;
      expect((await runner.load(part)).ok).toBe(true);
      const running = runner.run([picture()]);
      if (i % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 3));
      runner.close();
      expect(await running).toHaveProperty('ok');
      await runner.ended;
    }
    expect(await probeEngine('native')).toMatchObject({ ok: true, value: { engine: 'native' } });
  });
});
