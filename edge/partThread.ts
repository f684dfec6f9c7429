/** A thread that runs one part of a model, so that pings and other pages are answered meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { err, ok } from '../src/core/result';
import { buffersOf } from '../src/core/wire/buffersOf';
import type { WireTensor } from '../src/core/wire/wireTensor';
import { attempt, runOpenPart } from '../src/profiling/partRunner';
import type { PartLoaded, PartRun } from '../src/protocol/partApi';
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
  const message = 'ONNX Runtime for Node is not installed, or does not start on this computer';
  tell(err({ kind: 'part-failed', message }), []);
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
  if (question.kind === 'end') {
    await end();
  } else if (question.kind === 'load') {
    tell(await attempt(() => load(started, question.part)), []);
  } else {
    const ran = await attempt(() => run(question.inputs));
    tell(ran, ran.ok ? buffersOf(ran.value.outputs) : []);
  }
}

async function load(started: PartRuntime, { model, ...options }: PartToLoad): Promise<PartLoaded> {
  const start = performance.now();
  session = await started.createSession(model, options);
  return { createS: (performance.now() - start) / 1e3, threads: session.threads };
}

async function run(inputs: readonly WireTensor[]): Promise<PartRun> {
  if (session === null) throw new Error('No part is loaded');
  const ran = await runOpenPart(session, session, inputs, () => performance.now());
  return { ...ran, outputs: ran.outputs.map(ownMemory) };
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
