/** ONNX Runtime's native build, installed on demand as `npm run profile` and `npm run edge` install it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TensorProto_DataLocation } from 'onnx-buf';
import { beforeAll, describe, expect, it } from 'vitest';
import { workloadChain } from '../src/core/model/workloadChain';
import { secondsOf } from '../src/core/profile/blockTime';
import { parseProfileFile } from '../src/core/profile/files/profileFile';
import { readProfileFile } from '../src/core/profile/files/readProfileFile';
import { architectures } from '../src/core/scenario/types';
import { seededInputs } from '../src/core/split/seededInputs';
import { model, node, value } from '../src/core/onnx/read/testing/makeModel';
import { createNativeRuntime, createWasmRuntime, type NodeRuntime } from './engine';
import { installNative, isNativeInstalled } from './nativePackage';
import type { PartOptions } from './runtime';
import { testModel, testWorkload } from './testing/smallModel';

const root = fileURLToPath(new URL('..', import.meta.url));
let runtime: NodeRuntime;

beforeAll(() => {
  if (!isNativeInstalled()) {
    const installed = installNative();
    if (!installed.ok) throw new Error(JSON.stringify(installed.error));
  }
  const created = createNativeRuntime();
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  runtime = created.value;
}, 600_000);

/** What a run leaves behind in the folder for temporary files. */
const leftovers = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('splitscape-'));

describe('the native runtime', () => {
  it.each(['all', 'disabled'] as const)(
    'gives what WebAssembly gives, optimisation %s',
    async (optimisation) => {
      const inputs = seededInputs(testWorkload, 1);
      const results: Float32Array[] = [];
      for (const one of [runtime, createWasmRuntime()]) {
        const session = await one.createSession(testModel(), { external: [], threads: 1, optimisation });
        const [result] = await session.run(inputs);
        await session.release();
        results.push(new Float32Array(result!.data.slice().buffer));
      }
      const [native, wasm] = results as [Float32Array, Float32Array];
      const largest = Math.max(...wasm.map(Math.abs));
      const worst = Math.max(...native.map((value, i) => Math.abs(value - wasm[i]!)));
      expect(largest).toBeGreaterThan(0);
      expect(worst).toBeLessThanOrEqual(1e-4 * largest);
    },
  );

  it('reads no file of the folder it runs in for a model that names one', async () => {
    const bytes = model({
      input: [value('x', [20], 'uint8')],
      output: [value('y', [20], 'uint8')],
      initializer: [
        {
          name: 'w',
          dims: [20n],
          dataType: 2,
          dataLocation: TensorProto_DataLocation.EXTERNAL,
          externalData: [{ key: 'location', value: 'package.json' }],
        },
      ],
      node: [node('Add', ['x', 'w'], ['y'])],
    });
    const open = (external: PartOptions['external']) =>
      runtime.createSession(bytes, { external, threads: 1, optimisation: 'all' });
    await expect(open([])).rejects.toThrow(/package\.json/);
    const given = await open([{ path: 'package.json', data: new Uint8Array(20).fill(7) }]);
    const input = { name: 'x', type: 'uint8', shape: [20], data: new Uint8Array(20) } as const;
    expect((await given.run([input]))[0]!.data).toEqual(new Uint8Array(20).fill(7));
    await given.release();
  });

  it('hands its profile over and leaves no file behind', async () => {
    const before = leftovers();
    const model = {
      bytes: testModel(),
      external: [],
      feeds: seededInputs(testWorkload, 1),
      resultTypes: ['float32' as const],
    };
    const session = await runtime.engineFor(1).createSession(model, { profiled: true });
    for (let run = 0; run < 6; run += 1) await session.run();
    const text = await session.endProfiling();
    await session.release();
    const unread = await runtime.engineFor(1).createSession(model, { profiled: true });
    await unread.release();
    expect(leftovers()).toEqual(before);
    const read = readProfileFile(text, {
      fileName: 'server.json',
      date: '2026-01-01T00:00:00Z',
      newId: 'x',
      workload: testWorkload,
    });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.notes.map(({ kind }) => kind)).not.toContain('blocks-fused-away');
    // Its blocked layout names kernels after tensors.
    expect(text).toContain('_nchwc_kernel_time');
  });
});

describe('npm run profile on the native engine', () => {
  it.each(architectures)('measures every block of %s and writes what the page imports', (architecture) => {
    const folder = mkdtempSync(join(tmpdir(), 'profile-test-'));
    try {
      const out = join(folder, 'out.json');
      const { status, stderr, stdout } = spawnSync(
        process.execPath,
        ['--import', 'tsx', 'cli/profile.ts', '--catalogue', `${architecture}@64x0.25`, '--out', out],
        { cwd: root, encoding: 'utf8' },
      );
      expect(stderr).not.toMatch(/WebAssembly/);
      expect(status).toBe(0);
      expect(stdout).toContain(', native, 1 thread');
      const parsed = parseProfileFile(readFileSync(out, 'utf8'));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      const [profile] = parsed.value.profiles;
      const chain = workloadChain({ ...testWorkload, architecture });
      expect(profile).toMatchObject({
        modelKey: chain.modelKey,
        source: { kind: 'measured', backend: 'native' },
      });
      for (const { time } of profile!.blocks) expect(secondsOf(time)).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['no model', [], 2, 'a model is missing'],
    ['a model that is not there', ['nowhere.onnx', '--engine', 'wasm'], 2, 'nowhere.onnx: cannot be read'],
    [
      'a place that cannot be written',
      ['--catalogue', 'alexnet@64x0.25', '--out', '/nowhere/x.json'],
      2,
      '/nowhere/x.json: cannot be written',
    ],
  ])('ends with a status and a line for %s', (_, words, status, text) => {
    const ended = spawnSync(process.execPath, ['--import', 'tsx', 'cli/profile.ts', ...words], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(ended.status).toBe(status);
    expect(ended.stderr).toContain(text);
    expect(ended.stdout).toBe('');
  });
});
