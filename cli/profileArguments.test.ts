import { describe, expect, it } from 'vitest';
import { parseProfileArguments } from './profileArguments';

const parsed = (line: string) => {
  const result = parseProfileArguments(line.split(' '));
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe('the words after npm run profile', () => {
  it('may be a file alone', () => {
    expect(parsed('net.onnx')).toEqual({
      model: { kind: 'file', path: 'net.onnx' },
      external: [],
      dims: {},
      engine: 'native',
      threads: [1],
      deviceName: null,
      strip: false,
      format: 'json',
      out: null,
    });
  });

  it('may say everything', () => {
    const line =
      'net.onnx --threads 4,1,4 --engine=wasm --dim batch=1 --dim x:0=224 --external w.bin --external a/b=c=d --name box --strip --out -';
    expect(parsed(line)).toMatchObject({
      threads: [1, 4],
      engine: 'wasm',
      dims: { batch: 1, 'x:0': 224 },
      external: [
        { name: null, path: 'w.bin' },
        { name: 'a/b', path: 'c=d' },
      ],
      deviceName: 'box',
      strip: true,
      out: '-',
    });
  });

  it('may name a catalogue model, its size and its width', () => {
    expect(parsed('--catalogue resnet-18@128x0.5').model).toMatchObject({
      workload: { architecture: 'resnet-18', inputPx: 128, width: 0.5 },
    });
    expect(parsed('--catalogue vgg-11').model).toMatchObject({ workload: { inputPx: 224, width: 1 } });
  });

  it.each([
    ['', 'a model is missing'],
    ['a.onnx b.onnx', 'b.onnx: one model'],
    ['a.onnx --catalogue resnet-18', 'a.onnx: a file or --catalogue'],
    ['--catalogue lenet', 'found "lenet"'],
    ['--catalogue resnet-18@32', '64 to 512 pixels'],
    ['--catalogue resnet-18@64x0.3', 'found 0.3'],
    ['a.onnx --threads 0', '--threads'],
    ['a.onnx --threads 1,x', 'found "1,x"'],
    ['a.onnx --threads', '--threads: a value is missing'],
    ['a.onnx --threads --strip', '--threads: a value is missing'],
    ['a.onnx --threads 1 --threads 2', '--threads: once only'],
    ['a.onnx --engine gpu', 'native or wasm, found "gpu"'],
    ['a.onnx --dim batch', '--dim'],
    ['a.onnx --dim batch=0', 'found "batch=0"'],
    ['a.onnx --dim batch=1 --dim batch=2', '"batch" once only'],
    ['a.onnx --csv --trace', 'not both'],
    ['a.onnx --csv --threads 1,2', '--csv: holds one measurement'],
    ['a.onnx --strip=yes', '--strip: takes no value'],
    ['a.onnx --fast', '--fast: no option of this name'],
  ])('that make no sense are told apart: %s', (line, words) => {
    const result = parseProfileArguments(line.split(' ').filter((word) => word !== ''));
    expect(result).toMatchObject({ ok: false });
    expect(!result.ok && result.error).toContain(words);
    expect(!result.ok && result.error).not.toContain('\n');
  });
});
