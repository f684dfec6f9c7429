import type { ModelFault } from '../core/onnx/modelFacts';
import { isOutOfMemory, messageOf } from '../core/outOfMemory';

/** What the runtime or the browser threw, as the fault it stands for. */
export function faultOf(error: unknown): ModelFault {
  const message = messageOf(error);
  return { kind: isOutOfMemory(message) ? 'out-of-memory' : 'run-failed', message };
}
