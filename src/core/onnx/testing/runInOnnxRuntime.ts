import fs from 'node:fs';
import * as ort from 'onnxruntime-web';

export interface RuntimeRun {
  readonly shape: readonly number[];
  readonly values: Float32Array;
  /** In the order in which they ran. */
  readonly kernels: readonly Kernel[];
}

export interface Kernel {
  /** As the profiler reports it: "conv1", "fused fc". */
  readonly name: string;
  /** "FusedConv", "MaxPool", ... */
  readonly kind: string;
  /** How many tensors it reads, weights included: a fourth one of a FusedConv is a residual that it adds. */
  readonly inputs: number;
}

interface ProfileEvent {
  readonly cat: string;
  readonly name: string;
  readonly args: { readonly op_name: string; readonly input_type_shape: readonly unknown[] };
}

/** Profiles arrive as text on standard output: ONNX Runtime binds Node's fs.writeSync when its WebAssembly starts. */
let captured: string[] | null = null;
const writeSync = fs.writeSync.bind(fs);
fs.writeSync = ((fd: number, data: string | Uint8Array, ...rest: never[]) => {
  if (captured === null || fd !== 1) return writeSync(fd, data as string, ...rest);
  const text = typeof data === 'string' ? data : new TextDecoder().decode(data.slice());
  captured.push(text);
  return typeof data === 'string' ? Buffer.byteLength(data) : data.length;
}) as typeof fs.writeSync;

ort.env.wasm.numThreads = 1;

/** Runs an ONNX model once in ONNX Runtime Web (one thread, all optimisations) on the given input. */
export async function runInOnnxRuntime(
  bytes: Uint8Array,
  input: { readonly shape: readonly number[]; readonly values: Float32Array },
): Promise<RuntimeRun> {
  const session = await ort.InferenceSession.create(bytes, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
    enableProfiling: true,
  });
  const feed = new ort.Tensor('float32', input.values, [...input.shape]);
  const results = await session.run({ [session.inputNames[0]!]: feed });
  const output = results[session.outputNames[0]!]!;
  captured = [];
  session.endProfiling();
  const text = captured.join('');
  captured = null;
  await session.release();
  const events = JSON.parse(text.slice(text.indexOf('['), text.lastIndexOf(']') + 1)) as ProfileEvent[];
  return {
    shape: output.dims,
    values: output.data as Float32Array,
    kernels: events
      .filter(({ cat, name }) => cat === 'Node' && name.endsWith('_kernel_time'))
      .map(({ name, args }) => ({
        name: name.slice(0, -'_kernel_time'.length),
        kind: args.op_name,
        inputs: args.input_type_shape.length,
      })),
  };
}
