import { shipmentsOf } from '../core/onnx/cut/shipments';
import type { ModelPart } from '../core/onnx/cut/modelPart';
import type { WireTensor } from '../core/wire/wireTensor';
import type { ModelRunner, ModelSession } from './modelRunner';

export interface PartsRun {
  /** In the order of the model's results. */
  readonly results: readonly WireTensor[];
  /** What crossed each cut, as it crossed. */
  readonly shipped: readonly (readonly WireTensor[])[];
}

export interface PartsRequest {
  readonly parts: readonly ModelPart[];
  /** Of every boundary of the chain. */
  readonly boundaryTensors: readonly (readonly string[])[];
  readonly inputs: readonly WireTensor[];
  readonly optimisation: 'all' | 'disabled';
  /** What the link makes of a tensor: the first is what crosses, the second what arrives. */
  readonly ship: (tensor: WireTensor) => { readonly sent: WireTensor; readonly arrived: WireTensor };
}

/**
 * Runs the parts of a split one after another, each fed with what crossed the cut before it; rejects in the runtime's words.
 * At most one session is open at a time.
 */
export async function runParts(runner: ModelRunner, request: PartsRequest): Promise<PartsRun> {
  const { parts, boundaryTensors, inputs, ship } = request;
  const cuts = parts.slice(1).map(({ from }) => from);
  const shipments = shipmentsOf(boundaryTensors, cuts);
  const shipped: (readonly WireTensor[])[] = [];
  let present = new Map(inputs.map((tensor) => [tensor.name, tensor]));
  for (const [index, part] of parts.entries()) {
    const made = await runPart(runner, part, present, request.optimisation);
    for (const tensor of made) present.set(tensor.name, tensor);
    const crossing = shipments[index]!.map(({ tensor }) => {
      const found = present.get(tensor);
      if (found === undefined) throw new Error(`${tensor} was not made`);
      return found;
    });
    const isResult = index === parts.length - 1;
    if (isResult) return { results: crossing, shipped };
    const crossed = crossing.map(ship);
    shipped.push(crossed.map(({ sent }) => sent));
    present = new Map(crossed.map(({ arrived }) => [arrived.name, arrived]));
  }
  return { results: inputs, shipped };
}

async function runPart(
  runner: ModelRunner,
  part: ModelPart,
  present: ReadonlyMap<string, WireTensor>,
  optimisation: 'all' | 'disabled',
): Promise<readonly WireTensor[]> {
  // The runtime refuses a model without results.
  if (part.outputs.length === 0) return [];
  return withSession(runner, part.model, { external: part.external, optimisation }, (session) =>
    session.run(part.inputs.map((name) => present.get(name)!)),
  );
}

/** Opens a model, uses it, and gives its memory back whatever happens. */
export async function withSession<T>(
  runner: ModelRunner,
  model: Uint8Array,
  options: { readonly external: ModelPart['external']; readonly optimisation: 'all' | 'disabled' },
  use: (session: ModelSession) => Promise<T>,
): Promise<T> {
  const session = await runner.open(model, { ...options, profiled: false });
  try {
    return await use(session);
  } finally {
    await session.release();
  }
}
