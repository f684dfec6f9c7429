import { afterEach, describe, expect, it } from 'vitest';
import { shipmentsOf } from '../core/onnx/cut/shipments';
import { restoreTensor, shipTensor } from '../core/onnx/cut/shipTensor';
import type { ModelPart } from '../core/onnx/cut/modelPart';
import { compareResults } from '../core/split/compareResults';
import { seededInputs } from '../core/split/seededInputs';
import { workloadChain } from '../core/model/workloadChain';
import type { CatalogueWorkload } from '../core/scenario/types';
import type { WireTensor } from '../core/wire/wireTensor';
import { cutModel } from './cutModel';
import { createPartRunner } from './partRunner';
import { createNodeModelRunner } from './testing/nodeModelRunner';
import type { ModelRunner, ModelSession } from './modelRunner';

const workload: CatalogueWorkload = {
  kind: 'catalogue',
  architecture: 'mobilenet-v2',
  inputPx: 64,
  width: 0.25,
  shipped: 'fp32',
  rawInput: 'fp32',
};
const inputs = seededInputs(workload, 1);
const load = { backend: 'wasm', threads: 1, optimisation: 'disabled' } as const;

/** Sessions that tests leave open: a worker takes its own with it. */
const open: ModelSession[] = [];
afterEach(async () => {
  for (const session of open.splice(0)) await session.release();
});
const inNode = createNodeModelRunner();
const remembering: ModelRunner = {
  ...inNode,
  open: async (...given) => {
    const session = await inNode.open(...given);
    open.push(session);
    const release = (): Promise<void> => {
      open.splice(open.indexOf(session), 1);
      return session.release();
    };
    return { ...session, release };
  },
};

const createRunner = (runner: ModelRunner = remembering) => {
  let clockMs = 0;
  return createPartRunner({
    startRunner: () => Promise.resolve({ runner, threads: 1 }),
    nowMs: () => (clockMs += 250),
  });
};

async function partsAt(...boundaries: number[]): Promise<readonly ModelPart[]> {
  const cut = await cutModel({ kind: 'catalogue', workload, seed: 1, weights: 'seeded' }, boundaries);
  if (!cut.ok) throw new Error(JSON.stringify(cut.error));
  return cut.value;
}

/** As a host does: each part in a place of its own, what crosses a cut handed on by name. */
async function runSplit(
  parts: readonly ModelPart[],
  link: (tensor: WireTensor) => WireTensor = (tensor) => tensor,
): Promise<readonly WireTensor[]> {
  const cuts = parts.slice(1).map(({ from }) => from);
  const shipments = shipmentsOf(workloadChain(workload).boundaryTensors, cuts);
  let present = inputs;
  for (const [index, part] of parts.entries()) {
    const runner = createRunner();
    expect(await runner.load({ ...load, part })).toEqual({ ok: true, value: { createS: 0.25, threads: 1 } });
    const ran = await runner.run(present);
    if (!ran.ok) throw new Error(ran.error.message);
    expect(ran.value.runS).toBe(0.25);
    const all = [...present, ...ran.value.outputs];
    present = shipments[index]!.map(({ tensor }) => link(all.find(({ name }) => name === tensor)!));
  }
  return present;
}

describe('running a part', () => {
  it.each([[[20]], [[1, 30]], [[5, 6, 40]]])(
    'of a model cut at %j gives the whole model’s result',
    async (cuts) => {
      const whole = await runSplit(await partsAt());
      const split = await runSplit(await partsAt(...cuts));
      expect(compareResults(whole, split)).toEqual({ absolute: 0, relative: 0, same: true });
    },
  );

  it('restores what crossed a link in fewer bytes', async () => {
    const parts = await partsAt(20);
    const encoded = await runSplit(parts, (tensor) => shipTensor(tensor, 'fp16'));
    const decoded = await runSplit(parts, (tensor) => restoreTensor(shipTensor(tensor, 'fp16')));
    expect(compareResults(decoded.map(restoreTensor), encoded.map(restoreTensor)).same).toBe(true);
  });

  it('passes over a part that makes nothing', async () => {
    const runner = createRunner({
      open: () => Promise.reject(new Error('no graph was found in the protobuf')),
      breathe: () => Promise.resolve(),
    });
    const part: ModelPart = {
      from: 0,
      to: 1,
      model: new Uint8Array(),
      external: [],
      inputs: [],
      outputs: [],
    };
    expect((await runner.load({ ...load, part })).ok).toBe(true);
    expect(await runner.run(inputs)).toMatchObject({ ok: true, value: { outputs: [] } });
  });
});

describe('a part that cannot run', () => {
  const part: ModelPart = {
    from: 0,
    to: 1,
    model: new Uint8Array([1, 2, 3]),
    external: [],
    inputs: ['x'],
    outputs: ['y'],
  };

  it('says so in the runtime’s words', async () => {
    const loaded = await createRunner().load({ ...load, part });
    expect(loaded).toMatchObject({ ok: false, error: { kind: 'part-failed' } });
    expect(!loaded.ok && loaded.error.message).toMatch(/protobuf|parse/i);
  });

  it.each(['std::bad_alloc', 'failed to allocate a buffer of size 9', 'Array buffer allocation failed'])(
    'for want of memory is told apart: %s',
    async (message) => {
      const runner = createRunner({
        open: () => Promise.reject(new Error(message)),
        breathe: () => Promise.resolve(),
      });
      expect(await runner.load({ ...load, part })).toEqual({
        ok: false,
        error: { kind: 'out-of-memory', message },
      });
    },
  );

  it('is not there before it was loaded, nor after a load that failed', async () => {
    const runner = createRunner();
    const none = { ok: false, error: { kind: 'part-failed', message: 'No part is loaded.' } };
    expect(await runner.run([])).toEqual(none);
    const [head] = await partsAt(20);
    expect((await runner.load({ ...load, part: head! })).ok).toBe(true);
    expect((await runner.load({ ...load, part })).ok).toBe(false);
    expect(await runner.run(inputs)).toEqual(none);
  });

  it('names the tensor that has not arrived', async () => {
    const [head] = await partsAt(20);
    const runner = createRunner();
    await runner.load({ ...load, part: head! });
    const ran = await runner.run([]);
    expect(!ran.ok && ran.error.message).toBe('input has not arrived.');
  });

  it('releases the session of the part before', async () => {
    const released: number[] = [];
    let opened = 0;
    const runner = createRunner({
      open: () => {
        const session = opened++;
        return Promise.resolve({
          inputs: ['x'],
          outputs: ['y'],
          run: () => Promise.resolve([]),
          endProfiling: () => '',
          release: () => {
            released.push(session);
            return Promise.resolve();
          },
        });
      },
      breathe: () => Promise.resolve(),
    });
    await runner.load({ ...load, part });
    await runner.load({ ...load, part });
    expect(released).toEqual([0]);
  });
});
