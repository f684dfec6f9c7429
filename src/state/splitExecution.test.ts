import { expect, it } from 'vitest';
import type { NodeId } from '../core/network/types';
import { compareResults } from '../core/split/compareResults';
import { shipOverLink } from '../core/split/shapedLink';
import { ok } from '../core/result';
import type { WireTensor } from '../protocol/partApi';
import type { PartHost } from '../services/splitTypes';
import { executeOnce, type LoadedPlan } from './splitExecution';

const floats = (name: string, ...values: readonly number[]): WireTensor => ({
  name,
  type: 'float32',
  shape: [values.length],
  data: new Uint8Array(Float32Array.from(values).buffer),
});

const hostOf = (...outputs: readonly WireTensor[]): PartHost => ({
  load: () => Promise.resolve(ok({ createS: 0, threads: 1 })),
  run: () => Promise.resolve(ok({ outputs, runS: 0 })),
  close: () => undefined,
});

it('gives a result of before the cut as numbers again after it crossed the real link in 8 bits', async () => {
  const early = floats('early', 0, 0.5, 1);
  const late = floats('late', 2);
  const part = { model: new Uint8Array(1), external: [] };
  const loaded: LoadedPlan = {
    plan: {
      stages: [
        { kind: 'part', index: 0, node: 'phone' as NodeId, from: 0, to: 1, plannedS: 1 },
        { kind: 'transfer', boundary: 1, bytes: 3, tensors: ['early'], hops: [] },
        { kind: 'part', index: 1, node: 'mec' as NodeId, from: 1, to: 2, plannedS: 1 },
      ],
    },
    parts: [
      { ...part, from: 0, to: 1, inputs: ['x'], outputs: ['early'] },
      { ...part, from: 1, to: 2, inputs: ['early'], outputs: ['late'] },
    ],
    hosts: [hostOf(early), hostOf(late)],
    isRemote: [false, true],
    link: {
      ship: async (_signal, request) =>
        ok(await shipOverLink(request, { now: () => 0, sleep: () => Promise.resolve() })),
      close: () => undefined,
    },
    now: () => 0,
    precisionOf: () => 'int8',
    results: ['early', 'late'],
  };
  const executed = await executeOnce(new AbortController().signal, loaded, [floats('x', 1)]);
  if (!executed.ok) throw new Error(executed.error.kind);
  expect(executed.value.outputs.map(({ type }) => type)).toEqual(['float32', 'float32']);
  expect(compareResults([early, late], executed.value.outputs).relative).toBeLessThan(0.01);
});
