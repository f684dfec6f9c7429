/** A thread that runs one part of a model, so that pings and other pages are answered meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { restoreTensor } from '../src/core/onnx/cut/shipTensor';
import { isOutOfMemory } from '../src/core/outOfMemory';
import { err, ok } from '../src/core/result';
import type { WireTensor } from '../src/core/wire/wireTensor';
import type { PartFailure } from '../src/protocol/partApi';
import { createNativeRuntime, createWasmRuntime } from './engine';
import type { PartToLoad } from './partRunner';
import type { PartRuntime, PartSession } from './runtime';
import type { EngineName, ThreadAnswer, ThreadQuestion, ThreadReady } from './threadMessages';

const port = parentPort;
if (port === null) throw new Error('This file is for a worker thread.');

const { engine } = workerData as { readonly engine: EngineName };
const runtime = startRuntime();
let session: PartSession | null = null;

if (runtime === null) {
  tell(failed('ONNX Runtime for Node is not installed, or does not start on this computer'), []);
} else {
  const { version, maxThreads } = runtime;
  tell(ok({ engine, version, maxThreads }), []);
  // One question at a time: the server waits for an answer before it asks again.
  port.on('message', (question: ThreadQuestion) => void answer(runtime, question));
}

function startRuntime(): PartRuntime | null {
  if (engine === 'wasm') return createWasmRuntime();
  const native = createNativeRuntime();
  return native.ok ? native.value : null;
}

async function answer(started: PartRuntime, question: ThreadQuestion): Promise<void> {
  try {
    if (question.kind === 'end') await end();
    else if (question.kind === 'load') tell(ok(await load(started, question.part)), []);
    else await run(question.inputs);
  } catch (error) {
    tell(failed(error instanceof Error ? error.message : String(error)), []);
  }
}

async function load(started: PartRuntime, { model, ...options }: PartToLoad) {
  const start = performance.now();
  session = await started.createSession(model, options);
  return { createS: (performance.now() - start) / 1e3, threads: session.threads };
}

async function run(inputs: readonly WireTensor[]): Promise<void> {
  if (session === null) throw new Error('No part is loaded');
  const start = performance.now();
  const results = await session.run(inputs.map(restoreTensor));
  const runS = (performance.now() - start) / 1e3;
  const outputs = results.map(ownMemory);
  tell(
    ok({ outputs, runS }),
    outputs.map(({ data }) => data.buffer),
  );
}

/** With nothing to listen to, the thread ends by itself. */
async function end(): Promise<void> {
  port?.close();
  await session?.release();
}

/** A view into memory that others share cannot be given away. */
function ownMemory(tensor: WireTensor): WireTensor {
  const { data } = tensor;
  return data.byteLength === data.buffer.byteLength ? tensor : { ...tensor, data: data.slice() };
}

function tell(message: ThreadReady | ThreadAnswer, gifts: readonly ArrayBuffer[]): void {
  port?.postMessage(message, [...gifts]);
}

function failed(message: string) {
  const kind: PartFailure['kind'] = isOutOfMemory(message) ? 'out-of-memory' : 'part-failed';
  return err({ kind, message });
}
