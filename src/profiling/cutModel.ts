import { createCutter, type Cutter } from '../core/onnx/cut/createCutter';
import type { ModelPart } from '../core/onnx/cut/modelPart';
import type { ModelFault } from '../core/onnx/modelFacts';
import { err, ok, type Result } from '../core/result';
import type { ModelSource } from '../protocol/modelFiles';
import { faultOf } from './faultOf';
import { openSource } from './openSource';

/**
 * Cuts a model at these boundaries (blocks done, rising, none of them 0 or the last): one part more than boundaries, each a
 * complete ONNX model. Never rejects.
 *
 * @param dataFiles - names of the parts' files of external data, one a part; parts that are kept in one folder need them
 */
export async function cutModel(
  source: ModelSource,
  boundaries: readonly number[],
  dataFiles: readonly string[] = [],
): Promise<Result<readonly ModelPart[], ModelFault>> {
  try {
    const opened = await openSource(source);
    if (!opened.ok) return opened;
    const last = opened.value.boundaryTensors.length - 1;
    return cutAt(createCutter(opened.value), boundaries, last, dataFiles);
  } catch (error) {
    return err(faultOf(error));
  }
}

/** @param last - number of blocks */
export function cutAt(
  cutter: Cutter,
  boundaries: readonly number[],
  last: number,
  dataFiles: readonly string[] = [],
): Result<readonly ModelPart[], ModelFault> {
  const ends = [0, ...boundaries, last];
  const parts: ModelPart[] = [];
  for (const [at, to] of ends.slice(1).entries()) {
    const from = ends[at]!;
    if (from >= to) {
      return err({
        kind: 'inconsistent',
        at: { what: 'model' },
        detail: `no part has blocks ${from} to ${to} of ${last}`,
      });
    }
    const part = cutter(from, to, dataFiles[at]);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return ok(parts);
}
