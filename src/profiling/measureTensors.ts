/** Types and shapes of a model's tensors, by running it with so many of them exposed at a time that memory holds them. */
import { elementsOf } from '../core/model/elementsOf';
import { elementBytes, type ElementType } from '../core/model/imported/types';
import { isOutOfMemory, messageOf } from '../core/outOfMemory';
import type { WireTensor } from '../core/wire/wireTensor';
import type { ModelSession } from './modelRunner';

export interface TensorKind {
  readonly type: ElementType;
  readonly shape: readonly number[];
}

export interface ExposingRunner {
  /** The model with these tensors as further results. */
  open(exposed: readonly string[]): Promise<ModelSession>;
  breathe(): Promise<void>;
}

/** Exposed tensors are all alive at once, and copied out: no more than this at a time [B]. */
const chunkBytes = 256e6;
/** The first tensors of a picture's model are its largest: with so many it begins. */
const firstChunk = 32;
/** A tensor that cannot be handed out (a sequence, text) is searched for by halves, for at most so many runs. */
const mostFailures = 40;

/**
 * Runs the plain model first, so that one which does not run at all fails here with the runtime's own words. What cannot be handed
 * out as a tensor of numbers is missing in the answer.
 *
 * @param onShare - 0..1, rising
 */
export async function measureTensors(
  runner: ExposingRunner,
  feeds: readonly WireTensor[],
  tensors: readonly string[],
  onShare: (share: number) => void,
): Promise<ReadonlyMap<string, TensorKind>> {
  const found = new Map<string, TensorKind>();
  onShare(0);
  await runOnce(runner, feeds, [], found);
  let chunk = firstChunk;
  let failures = 0;
  const open = [...tensors].toReversed();
  while (open.length > 0) {
    await runner.breathe();
    const names = open.splice(-chunk).toReversed();
    try {
      const bytes = await runOnce(runner, feeds, names, found);
      const usualBytes = Math.max(1, bytes / names.length);
      chunk = Math.max(1, Math.min(open.length, Math.floor(chunkBytes / usualBytes)));
    } catch (error) {
      failures += 1;
      if (failures > mostFailures) throw error;
      if (names.length > 1) {
        open.push(...names.toReversed());
        chunk = Math.ceil(names.length / 2);
      } else if (isOutOfMemory(messageOf(error))) throw error;
    }
    onShare(1 - open.length / tensors.length);
  }
  return found;
}

/** @returns bytes of what was exposed */
async function runOnce(
  runner: ExposingRunner,
  feeds: readonly WireTensor[],
  exposed: readonly string[],
  found: Map<string, TensorKind>,
): Promise<number> {
  const session = await runner.open(exposed);
  try {
    let bytes = 0;
    for (const { name, type, shape } of await session.run(feeds)) {
      bytes += elementsOf(shape) * elementBytes[type];
      found.set(name, { type, shape });
    }
    return bytes;
  } finally {
    await session.release();
  }
}
