/** How many bytes each part reads and makes, and each transfer carries, as the model has them in memory. */
import { buildGraph } from '../model/catalogue/catalogue';
import { elementsOf } from '../model/elementsOf';
import { elementBytes } from '../model/imported/types';
import { workloadChain } from '../model/workloadChain';
import type { RunnableWorkload } from '../scenario/types';
import { partsOf } from './executionPlan';
import type { ExecutionPlan } from './types';

interface PartTraffic {
  readonly readBytes: number;
  readonly madeBytes: number;
}

export interface Traffic {
  /** One entry a part, by its index. */
  readonly parts: readonly PartTraffic[];
  /** Of boundary k, every live tensor once. */
  readonly boundaryBytes: readonly number[];
}

/** Names of the tensors that a part reads and makes. */
export interface PartEnds {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/**
 * @param ends - what the cut model says of each part, in order: a tensor that a part merely passes on is neither read nor made
 */
export function trafficOf(
  workload: RunnableWorkload,
  plan: ExecutionPlan,
  ends: readonly PartEnds[],
): Traffic {
  const bytes = tensorBytes(workload);
  const sum = (names: readonly string[]): number =>
    names.reduce((total, name) => total + (bytes.get(name) ?? 0), 0);
  return {
    parts: partsOf(plan).map(({ index }) => ({
      readBytes: sum(ends[index]!.inputs),
      madeBytes: sum(ends[index]!.outputs),
    })),
    boundaryBytes: workloadChain(workload).boundaryTensors.map(sum),
  };
}

const known = new WeakMap<RunnableWorkload, ReadonlyMap<string, number>>();

function tensorBytes(workload: RunnableWorkload): ReadonlyMap<string, number> {
  let bytes = known.get(workload);
  if (bytes === undefined) {
    bytes = new Map(
      workload.kind === 'catalogue'
        ? Object.values(buildGraph(workload.architecture, workload.inputPx, workload.width).tensors).map(
            ({ id, shape }) => [id, elementsOf(shape) * elementBytes.float32],
          )
        : workload.graph.tensors.map(({ name, type, shape }) => [
            name,
            elementsOf(shape) * elementBytes[type],
          ]),
    );
    known.set(workload, bytes);
  }
  return bytes;
}
