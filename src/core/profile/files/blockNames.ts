/** Under which names a runtime may report the kernels of each block of a model. */
import { fusionGroups } from '../../model/blocks';
import { buildGraph } from '../../model/catalogue/catalogue';
import { workloadChain } from '../../model/workloadChain';
import { nodeOrder } from '../../onnx/nodeOrder';
import type { Workload } from '../../scenario/types';
import type { BlockNames } from '../mapKernelsToBlocks';

/** An operator that its model's file may not name. */
export interface KnownOperator {
  readonly kind: string;
  readonly block: number;
  /** Its number in the file's order. */
  readonly place: number;
}

export interface KnownNames {
  readonly blocks: readonly BlockNames[];
  /** In running order, those without a name of their own. */
  readonly operators: readonly KnownOperator[];
}

/**
 * Operators as their file names them, and the tensors they make: ONNX Runtime's native build names kernels of a blocked memory
 * layout after those. An imported operator without a name bears its kind and place ("Conv 12").
 */
export function namesOfWorkload(workload: Workload): KnownNames {
  switch (workload.kind) {
    case 'custom':
      return { blocks: workload.blocks.map(({ name }) => ({ name, operators: [] })), operators: [] };
    case 'catalogue': {
      const graph = buildGraph(workload.architecture, workload.inputPx, workload.width);
      const groups = fusionGroups(graph);
      // A dropout is not in the ONNX file.
      const inFile = nodeOrder(graph).filter(({ kind }) => kind !== 'Dropout');
      const places = inFile.map(({ name }) => name);
      return {
        blocks: groups.map((group) => ({
          name: group[0]!.name,
          operators: group.map(({ name }) => name),
          tensors: group.map(({ output }) => output),
        })),
        operators: groups.flatMap((group, block) =>
          group.flatMap(({ name, kind }) => {
            const place = places.indexOf(name);
            return place < 0 ? [] : [{ kind, block, place }];
          }),
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
            operators: mine.map((operator) => operator.name),
            tensors: mine.flatMap(({ outputs }) => outputs.map((index) => tensors[index]!.name)),
          };
        }),
        operators: operators.flatMap(({ name, kind }, index) => {
          const place = name.startsWith(`${kind} `) ? name.slice(kind.length + 1) : '';
          if (!/^\d{1,7}$/.test(place)) return [];
          const block = blockEnds.findIndex((end) => index < end);
          return [{ kind: kind.slice(kind.lastIndexOf('.') + 1), block, place: Number(place) }];
        }),
      };
    }
  }
}
