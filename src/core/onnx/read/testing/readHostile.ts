/** What every reader of a model must survive, and what must hold of whatever it accepts. */
import { expect } from 'vitest';
import { elementTypes } from '../../../model/imported/types';
import { workloadChain } from '../../../model/workloadChain';
import type { Random } from '../../../random';
import { findGraphFault } from '../../../scenario/graphConsistency';
import type { ImportedWorkload } from '../../../scenario/types';
import { exposeTensors, runnableModel, tensorsToMeasure } from '../exposeAll';
import { factsOf } from '../factsOf';
import { graphOf } from '../graphOf';
import type { OnnxModel } from '../onnxModel';
import { readModel } from '../readModel';

/** @returns the kind of fault, or 'read' and whether a chain came out of it */
export function readHostile(bytes: Uint8Array, random: Random): string {
  const read = readModel(bytes, []);
  if (!read.ok) {
    expect(JSON.stringify(read.error).length).toBeLessThan(10_000_000);
    return read.error.kind;
  }
  const model = read.value;
  const facts = factsOf(model, 'hostile');
  expect(facts.parameters).toBeGreaterThanOrEqual(0);
  expect(Number.isFinite(facts.weightBytes)).toBe(true);
  exposeTensors(runnableModel(model), tensorsToMeasure(model));
  const graph = graphOf(model, madeUpShapes(model, random), madeUpKernels(model, random));
  if (!graph.ok) return `read, ${graph.error.kind}`;
  expect(findGraphFault(graph.value)).toBeNull();
  const workload: ImportedWorkload = {
    kind: 'imported',
    name: 'hostile',
    fingerprint: facts.fingerprint,
    dims: {},
    graph: graph.value,
    shipped: 'int8',
    rawInput: 'uint8',
  };
  const { boundaryBytes, blocks } = workloadChain(workload);
  expect(boundaryBytes.every(Number.isFinite)).toBe(true);
  expect(blocks.every(({ macs }) => Number.isFinite(macs) && macs >= 0)).toBe(true);
  return 'read';
}

/** Some shape for every tensor, as if it had run. */
function madeUpShapes(model: OnnxModel, random: Random) {
  const names = [...model.inputs, ...model.outputs].map(({ name }) => name).concat(tensorsToMeasure(model));
  const below = (limit: number): number => Math.floor(random.next() * limit);
  return new Map(
    names
      .filter(() => below(50) > 0)
      .map((name) => {
        const shape = Array.from({ length: below(5) }, () => below(9));
        return [name, { type: elementTypes[below(elementTypes.length)]!, shape }] as const;
      }),
  );
}

/** Kernels of some of the operators, in some order, among names that mean nothing. */
function madeUpKernels({ operators }: OnnxModel, random: Random): readonly string[] | null {
  if (random.next() < 0.2) return null;
  const keep = random.next();
  const names = operators.flatMap((_, index) => {
    if (random.next() > keep) return [];
    const suffixes = ['', '', '/LayerNormFusion/', '/MatMulAddFusion', '_token_1', '_nchwc'];
    return `N${index}${suffixes[Math.floor(random.next() * suffixes.length)]!}`;
  });
  const mixed = random.next() < 0.3 ? names.toReversed() : names;
  return ['Gelu', ...mixed, 'B3.1', 'fused N2', 'N99999999999', 'Gelu_token_4'];
}
