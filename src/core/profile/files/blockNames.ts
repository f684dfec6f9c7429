/** Under which names a runtime may report the kernels of each block of a model. */
import { fusionGroups } from '../../model/blocks';
import { buildGraph } from '../../model/catalogue/catalogue';
import { workloadChain } from '../../model/workloadChain';
import type { Workload } from '../../scenario/types';
import type { BlockNames } from '../mapKernelsToBlocks';

/** An operator as its model's file has it. */
export interface KnownOperator {
  readonly kind: string;
  readonly block: number;
}

export interface KnownNames {
  readonly blocks: readonly BlockNames[];
  /** In running order. Empty where the model has no operators (a custom chain). */
  readonly operators: readonly KnownOperator[];
}

/**
 * Operators as their file names them, as this program renames them before it measures ("N12"), and the tensors they make: ONNX
 * Runtime's native build names kernels of a blocked memory layout after those.
 */
export function namesOfWorkload(workload: Workload): KnownNames {
  switch (workload.kind) {
    case 'custom':
      return { blocks: workload.blocks.map(({ name }) => ({ name, operators: [] })), operators: [] };
    case 'catalogue': {
      const groups = fusionGroups(buildGraph(workload.architecture, workload.inputPx, workload.width));
      return {
        blocks: groups.map((group) => ({
          name: group[0]!.name,
          operators: group.map(({ name }) => name),
          tensors: group.map(({ output }) => output),
        })),
        operators: groups.flatMap((group, block) =>
          // A dropout is not in the ONNX file.
          group.flatMap(({ kind }) => (kind === 'Dropout' ? [] : [{ kind, block }])),
        ),
      };
    }
    case 'imported': {
      const { operators, blockEnds, tensors } = workload.graph;
      const starts = [0, ...blockEnds];
      return {
        blocks: workloadChain(workload).blocks.map(({ name }, block) => {
          const mine = operators.slice(starts[block], blockEnds[block]);
          return {
            name,
            operators: mine.flatMap((operator, i) => [operator.name, `N${starts[block]! + i}`]),
            tensors: mine.flatMap(({ outputs }) => outputs.map((index) => tensors[index]!.name)),
          };
        }),
        operators: operators.map(({ kind }, index) => ({
          kind: kind.slice(kind.lastIndexOf('.') + 1),
          block: blockEnds.findIndex((end) => index < end),
        })),
      };
    }
  }
}
