import { TensorProto_DataLocation } from 'onnx-buf';
import { describe, expect, it } from 'vitest';
import { workloadChain } from '../core/model/workloadChain';
import { findGraphFault } from '../core/scenario/graphConsistency';
import { workloadSchema } from '../core/scenario/workloadSchema';
import {
  body,
  int,
  integers,
  ints,
  model,
  node,
  stored,
  text,
  value,
  weight,
} from '../core/onnx/read/testing/makeModel';
import { readReal, realModels } from '../core/onnx/read/testing/realModels';
import type { ImportedWorkload } from '../core/scenario/types';
import type { ModelProgress } from '../protocol/modelApi';
import { inspectModel, openModel } from './openModel';
import { createNodeModelRunner } from './testing/nodeModelRunner';

interface Files {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly external?: readonly { readonly path: string; readonly data: Uint8Array<ArrayBuffer> }[];
  readonly dims?: Readonly<Record<string, number>>;
  readonly onProgress?: (progress: ModelProgress) => void;
}
function filesOf({ bytes, external = [] }: Files) {
  return {
    name: 'made by hand.onnx',
    model: new Blob([bytes]),
    external: external.map(({ path, data }) => ({ path, data: new Blob([data]) })),
  };
}
const tryOpen = (files: Files) =>
  openModel(
    createNodeModelRunner(),
    { files: filesOf(files), dims: files.dims ?? {} },
    files.onProgress ?? (() => undefined),
  );

async function open(files: Files): Promise<ImportedWorkload> {
  const opened = await tryOpen(files);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  // Whatever opens can be kept in a document.
  expect(findGraphFault(opened.value.graph)).toBeNull();
  expect(workloadSchema.safeParse(opened.value).success).toBe(true);
  return opened.value;
}

/** Blocks as "Conv Relu", "Add", ... */
function blocksOf({ graph }: ImportedWorkload): string[] {
  const starts = [0, ...graph.blockEnds];
  return graph.blockEnds.map((end, block) =>
    graph.operators
      .slice(starts[block], end)
      .map(({ kind }) => kind)
      .join(' '),
  );
}
const macsOf = ({ graph }: ImportedWorkload): number[] => graph.operators.map(({ macs }) => macs);

describe('opening real models', () => {
  it.each(realModels)('$name opens whole: every boundary ships real tensors', async ({ path }) => {
    const bytes = readReal(path);
    const facts = await inspectModel(filesOf({ bytes }));
    if (!facts.ok) throw new Error(facts.error.kind);
    const dims = Object.fromEntries(
      facts.value.asks.map(({ key, suggestion }) => [key, suggestion === 224 ? 64 : suggestion]),
    );
    const fractions: number[] = [];
    const opened = await open({ bytes, dims, onProgress: ({ fraction }) => fractions.push(fraction) });
    const chain = workloadChain(opened);
    expect(opened.graph.operators).toHaveLength(facts.value.operators);
    expect(chain.blocks.length).toBeGreaterThan(50);
    expect(chain.blocks.length).toBeLessThan(opened.graph.operators.length);
    expect(chain.blocks.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(facts.value.parameters);
    expect(chain.boundaryBytes.every((size) => size > 0)).toBe(true);
    for (const tensors of chain.boundaryTensors.slice(1))
      expect(tensors).not.toEqual(chain.boundaryTensors[0]);
    expect(fractions.at(-1)).toBe(1);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  });
});

describe('opening models made by hand', () => {
  it('finds what the runtime fuses by running it: layer normalisation, gelu, a product and its sum', async () => {
    const scalar = (name: string, number: number) => stored(name, 'float32', [], Float32Array.of(number));
    const axes = { attribute: [ints('axes', [-1])] };
    const opened = await open({
      bytes: model({
        input: [value('x', [1, 6, 16])],
        output: [value('y', [1, 6, 16])],
        initializer: [
          scalar('two', 2),
          scalar('epsilon', 1e-5),
          scalar('root', Math.SQRT2),
          scalar('one', 1),
          scalar('half', 0.5),
          weight('gamma', [16]),
          weight('beta', [16]),
          weight('w', [16, 32]),
          weight('b', [32]),
          weight('v', [32, 16]),
        ],
        node: [
          node('Relu', ['x'], ['r']),
          node('ReduceMean', ['r'], ['mean'], axes),
          node('Sub', ['r', 'mean'], ['centred']),
          node('Pow', ['centred', 'two'], ['square']),
          node('ReduceMean', ['square'], ['variance'], axes),
          node('Add', ['variance', 'epsilon'], ['safe']),
          node('Sqrt', ['safe'], ['deviation']),
          node('Div', ['centred', 'deviation'], ['normal']),
          node('Mul', ['normal', 'gamma'], ['scaled']),
          node('Add', ['scaled', 'beta'], ['n']),
          node('MatMul', ['n', 'w'], ['p']),
          node('Add', ['p', 'b'], ['s']),
          node('Div', ['s', 'root'], ['g1']),
          node('Erf', ['g1'], ['g2']),
          node('Add', ['g2', 'one'], ['g3']),
          node('Mul', ['s', 'g3'], ['g4']),
          node('Mul', ['g4', 'half'], ['g5']),
          node('MatMul', ['g5', 'v'], ['y']),
        ],
      }),
    });
    const blocks = blocksOf(opened);
    expect(blocks[0]).toBe('Relu');
    expect(blocks).toContain('ReduceMean Sub Pow ReduceMean Add Sqrt Div Mul Add');
    expect(blocks.at(-1)).toBe('MatMul');
    // Whether the sum joins the product or the gelu after it is the runtime's choice; the pattern itself is never cut.
    expect(blocks.some((kinds) => kinds.includes('Div Erf Add Mul Mul'))).toBe(true);
    expect(workloadChain(opened).blocks.reduce((sum, { macs }) => sum + macs, 0)).toBe(2 * 6 * 16 * 32);
  });

  it('asks for open dimensions, shared ones once, and refuses to guess', async () => {
    const bytes = model({
      input: [value('x', ['batch', 3, null, null]), value('ids', ['batch', 'sequence'], 'int64')],
      output: [value('y', [])],
      node: [
        node('Cast', ['ids'], ['real'], { attribute: [int('to', 1)] }),
        node('ReduceSum', ['real'], ['a'], { attribute: [int('keepdims', 0)] }),
        node('ReduceMax', ['x'], ['b'], { attribute: [int('keepdims', 0)] }),
        node('Add', ['a', 'b'], ['y']),
      ],
    });
    const facts = await inspectModel(filesOf({ bytes }));
    expect(facts.ok && facts.value.asks).toEqual([
      {
        key: 'batch',
        places: [
          { input: 'x', axis: 0 },
          { input: 'ids', axis: 0 },
        ],
        suggestion: 1,
      },
      { key: 'x:2', places: [{ input: 'x', axis: 2 }], suggestion: 224 },
      { key: 'x:3', places: [{ input: 'x', axis: 3 }], suggestion: 224 },
      { key: 'sequence', places: [{ input: 'ids', axis: 1 }], suggestion: 128 },
    ]);
    expect(await tryOpen({ bytes, dims: { batch: 1, sequence: 0.5 } })).toEqual({
      ok: false,
      error: { kind: 'dims-missing', keys: ['x:2', 'x:3', 'sequence'] },
    });
    const dims = { batch: 2, sequence: 5, 'x:2': 8, 'x:3': 4 };
    const { graph, dims: kept } = await open({ bytes, dims: { ...dims, unasked: 3 } });
    expect(graph.tensors.slice(0, 2).map(({ shape }) => shape)).toEqual([
      [2, 3, 8, 4],
      [2, 5],
    ]);
    expect(kept).toEqual(dims);
    expect(await tryOpen({ bytes, dims: { ...dims, 'x:2': 1e9 } })).toMatchObject({
      error: { kind: 'out-of-memory' },
    });
  });

  it('keeps If, Loop and Scan whole and ships what their bodies capture', async () => {
    const branch = (kind: string) => ({
      name: kind,
      node: [node(kind, ['outer'], [`${kind}.out`])],
      output: [value(`${kind}.out`, [1, 4])],
    });
    const loop = {
      name: 'loop',
      input: [value('i', [], 'int64'), value('go', [], 'bool'), value('state', [1, 4])],
      output: [value('go.out', [], 'bool'), value('state.out', [1, 4])],
      node: [node('Identity', ['go'], ['go.out']), node('Add', ['state', 'outer'], ['state.out'])],
    };
    const scan = {
      name: 'scan',
      input: [value('sum', [4]), value('row', [4])],
      output: [value('sum.out', [4]), value('row.out', [4])],
      node: [node('Add', ['sum', 'row'], ['sum.out']), node('Relu', ['sum.out'], ['row.out'])],
    };
    const opened = await open({
      bytes: model({
        input: [value('x', [1, 4]), value('flag', [], 'bool')],
        output: [value('y', [1, 4])],
        initializer: [
          integers('times', [3]),
          stored('yes', 'bool', [], Uint8Array.of(1)),
          weight('zero', [4]),
        ],
        node: [
          node('Neg', ['x'], ['outer']),
          node('Relu', ['x'], ['r']),
          node('If', ['flag'], ['chosen'], {
            attribute: [body('then_branch', branch('Relu')), body('else_branch', branch('Sigmoid'))],
          }),
          node('Add', ['chosen', 'r'], ['a']),
          node('Loop', ['times', 'yes', 'a'], ['looped'], { attribute: [body('body', loop)] }),
          node('Scan', ['zero', 'looped'], ['last', 'y'], {
            attribute: [body('body', scan), int('num_scan_inputs', 1)],
          }),
        ],
      }),
    });
    const { graph } = opened;
    const named = (indices: readonly number[]) =>
      indices.map((index) => graph.tensors[index]!.name).toSorted();
    const operator = (kind: string) => graph.operators.find((candidate) => candidate.kind === kind)!;
    expect(named(operator('If').inputs)).toEqual(['flag', 'outer']);
    expect(named(operator('Loop').inputs)).toEqual(['a', 'outer']);
    expect(named(operator('Scan').inputs)).toEqual(['looped']);
    expect(blocksOf(opened).join(' ').split(' ').toSorted()).toEqual([
      'Add',
      'If',
      'Loop',
      'Neg',
      'Relu',
      'Scan',
    ]);
    expect(graph.blockEnds.length).toBeGreaterThan(3);
  });

  it('counts the products of an LSTM, a transposed convolution, a depthwise one and an einsum', async () => {
    const opened = await open({
      bytes: model({
        input: [value('x', [1, 8, 6, 6])],
        output: [value('y', [5, 1, 1, 7]), value('e', [6, 6])],
        initializer: [
          weight('depthwise', [8, 1, 3, 3]),
          weight('up', [8, 4, 2, 2]),
          integers('shape', [5, 1, -1]),
          weight('slice', [1]),
          weight('W', [1, 28, 9]),
          weight('R', [1, 28, 7]),
          integers('from', [0]),
          integers('to', [45]),
          integers('one', [1]),
        ],
        node: [
          node('Conv', ['x', 'depthwise'], ['d'], {
            attribute: [int('group', 8), ints('pads', [1, 1, 1, 1])],
          }),
          node('ConvTranspose', ['d', 'up'], ['u'], { attribute: [ints('strides', [2, 2])] }),
          node('Flatten', ['u'], ['f']),
          node('Slice', ['f', 'from', 'to', 'one'], ['s']),
          node('Reshape', ['s', 'shape'], ['sequence']),
          node('LSTM', ['sequence', 'W', 'R'], ['y'], { attribute: [int('hidden_size', 7)] }),
          node('ReduceMax', ['d'], ['m'], { attribute: [ints('axes', [0, 1]), int('keepdims', 0)] }),
          node('Einsum', ['m', 'm'], ['e'], {
            attribute: [text('equation', 'ij,kj->ik')],
          }),
        ],
      }),
    });
    const macs = Object.fromEntries(opened.graph.operators.map((operator) => [operator.kind, operator.macs]));
    expect(macs).toMatchObject({
      Conv: 36 * 8 * 9,
      ConvTranspose: 36 * 8 * 4 * 4,
      LSTM: 5 * (28 * 9 + 28 * 7),
      Einsum: 6 * 6 * 6,
      Flatten: 0,
    });
  });

  it('opens half precision and quantised models with the bytes they really have', async () => {
    const half = await open({
      bytes: model({
        input: [value('x', [1, 4], 'float16')],
        output: [value('y', [1, 8], 'float16')],
        initializer: [stored('w', 'float16', [4, 8], new Uint16Array(32).fill(0x3800))],
        node: [node('MatMul', ['x', 'w'], ['a']), node('Relu', ['a'], ['y'])],
      }),
    });
    expect(workloadChain(half).boundaryBytes).toEqual(expect.arrayContaining([8, 16]));
    expect(half.graph.operators[0]).toMatchObject({ weightBytes: 64, parameters: 32, macs: 32 });

    const quantised = await open({
      bytes: model({
        input: [value('x', [1, 2, 4, 4])],
        output: [value('y', [1, 3, 4, 4])],
        initializer: [
          stored('scale', 'float32', [], Float32Array.of(0.02)),
          stored('zero', 'uint8', [], Uint8Array.of(128)),
          stored('weights', 'int8', [3, 2, 1, 1], Int8Array.of(1, 2, 3, 4, 5, 6)),
          stored('none', 'int8', [], Int8Array.of(0)),
        ],
        node: [
          node('QuantizeLinear', ['x', 'scale', 'zero'], ['q']),
          node('DequantizeLinear', ['q', 'scale', 'zero'], ['d']),
          node('DequantizeLinear', ['weights', 'scale', 'none'], ['w']),
          node('Conv', ['d', 'w'], ['c']),
          node('QuantizeLinear', ['c', 'scale', 'zero'], ['cq']),
          node('DequantizeLinear', ['cq', 'scale', 'zero'], ['cd']),
          node('Relu', ['cd'], ['y']),
        ],
      }),
    });
    const conv = quantised.graph.operators.find(({ kind }) => kind === 'Conv')!;
    expect(conv).toMatchObject({ macs: 16 * 6, parameters: 6, weightBytes: 6 });
    expect(quantised.graph.tensors.find(({ name }) => name === 'q')).toMatchObject({ type: 'uint8' });
  });

  it('runs with external data, and the parts of its fingerprint agree', async () => {
    const values = weight('w', [4]).rawData;
    const bytes = model({
      input: [value('x', [1, 4])],
      output: [value('y', [1, 4])],
      initializer: [
        {
          name: 'w',
          dims: [4n],
          dataType: 1,
          dataLocation: TensorProto_DataLocation.EXTERNAL,
          externalData: [
            { key: 'location', value: 'w.bin' },
            { key: 'offset', value: '0' },
            { key: 'length', value: '16' },
          ],
        },
      ],
      node: [node('Add', ['x', 'w'], ['a']), node('Relu', ['a'], ['y'])],
    });
    expect(await tryOpen({ bytes })).toEqual({
      ok: false,
      error: { kind: 'external-missing', paths: ['w.bin'] },
    });
    const external = [{ path: 'w.bin', data: new Uint8Array(values) }];
    const opened = await open({ bytes, external });
    const facts = await inspectModel(filesOf({ bytes, external }));
    expect(facts.ok && facts.value.fingerprint).toBe(opened.fingerprint);
    expect(opened.graph.operators[0]!.weightBytes).toBe(16);
  });

  it('never cuts where only the inputs, or something that is no tensor, would cross', async () => {
    const opened = await open({
      bytes: model({
        input: [value('x', [1, 4])],
        output: [value('y', [1, 4])],
        node: [
          node('Relu', ['x'], ['a']),
          node('SequenceConstruct', ['a', 'x'], ['list']),
          node('Neg', ['a'], ['b']),
          node('ConcatFromSequence', ['list'], ['c'], { attribute: [int('axis', 0)] }),
          node('ReduceMean', ['c'], ['m'], { attribute: [ints('axes', [0])] }),
          node('Add', ['b', 'm'], ['y']),
        ],
      }),
    });
    const starts = [0, ...opened.graph.blockEnds];
    const whole = opened.graph.blockEnds.findIndex((end, block) =>
      opened.graph.operators.slice(starts[block], end).some(({ kind }) => kind === 'SequenceConstruct'),
    );
    const together = blocksOf(opened)[whole]!;
    expect(together).toContain('ConcatFromSequence');
    expect(opened.graph.tensors.map(({ name }) => name)).not.toContain('list');
  });

  it('says what cannot run, in its own or in the runtime’s words', async () => {
    const bytes = (more: Parameters<typeof model>[1]) =>
      model(
        { input: [value('x', [1, 4])], output: [value('y', [1, 4])], node: [node('Relu', ['x'], ['y'])] },
        more,
      );
    expect(await tryOpen({ bytes: bytes({ opsetImport: [{ domain: '', version: 27n }] }) })).toMatchObject({
      error: { kind: 'cannot-run', verdict: { kind: 'opset-too-new', found: 27, known: 26 } },
    });
    expect(await tryOpen({ bytes: bytes({ irVersion: 14n }) })).toMatchObject({
      error: { kind: 'cannot-run', verdict: { kind: 'ir-too-new', found: 14 } },
    });
    const graph = (opType: string, domain: string) =>
      model({
        input: [value('x', [1, 4])],
        output: [value('y', [1, 4])],
        node: [node(opType, ['x'], ['y'], { domain, name: 'odd' })],
      });
    expect(await tryOpen({ bytes: graph('Relu', 'my.own') })).toMatchObject({
      error: { kind: 'cannot-run', verdict: { kind: 'unknown-domain', operator: 'odd', domain: 'my.own' } },
    });
    const unknown = await tryOpen({ bytes: graph('Frobnicate', '') });
    expect(unknown).toMatchObject({ error: { kind: 'run-failed' } });
    expect(!unknown.ok && 'message' in unknown.error && unknown.error.message).toContain('Frobnicate');
    const textInput = model({
      input: [value('x', [1], 'string')],
      output: [value('y', [1], 'string')],
      node: [node('Identity', ['x'], ['y'])],
    });
    expect(await tryOpen({ bytes: textInput })).toMatchObject({
      error: { kind: 'cannot-run', verdict: { kind: 'not-a-tensor', value: 'x' } },
    });
  });

  it('runs functions of the model’s own whole', async () => {
    const opened = await open({
      bytes: model(
        {
          input: [value('x', [1, 4])],
          output: [value('y', [1, 4])],
          node: [node('Twice', ['x'], ['a'], { domain: 'own' }), node('Relu', ['a'], ['y'])],
        },
        {
          opsetImport: [
            { domain: '', version: 17n },
            { domain: 'own', version: 1n },
          ],
          functions: [
            {
              name: 'Twice',
              domain: 'own',
              input: ['p'],
              output: ['q'],
              node: [node('Neg', ['p'], ['n']), node('Neg', ['n'], ['m']), node('Add', ['p', 'm'], ['q'])],
              opsetImport: [{ domain: '', version: 17n }],
            },
          ],
        },
      ),
    });
    expect(blocksOf(opened)).toEqual(['own.Twice', 'Relu']);
  });
});

describe('the sum of what is measured', () => {
  it('has no multiply-accumulates where nothing multiplies', async () => {
    const opened = await open({
      bytes: model({
        input: [value('x', [1, 4])],
        output: [value('y', [1, 4])],
        node: [node('Relu', ['x'], ['a']), node('Neg', ['a'], ['y'])],
      }),
    });
    expect(macsOf(opened)).toEqual([0, 0]);
  });
});
