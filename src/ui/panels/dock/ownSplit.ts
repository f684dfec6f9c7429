/** How the visitor's cuts move. */
import { workloadChain } from '../../../core/model/workloadChain';
import type { OwnSplit, Scenario } from '../../../core/scenario/types';

/** Moves the cut after `nodes[index]`; cuts on its way are pushed along, so that boundaries never decrease. */
export function moveCut(split: OwnSplit, index: number, boundary: number): OwnSplit {
  const last = split.boundaries.length - 1;
  return {
    nodes: split.nodes,
    boundaries: split.boundaries.map((value, p) => {
      if (p === last) return value;
      if (p === index) return boundary;
      return p < index ? Math.min(value, boundary) : Math.max(value, boundary);
    }),
  };
}

/** Whether a split belongs to a document: an answer of a moment ago may be about other nodes or another model. */
export function fitsDocument(split: OwnSplit, scenario: Scenario): boolean {
  const nodes = new Set(scenario.nodes.map((node) => node.id));
  return (
    split.nodes.length > 0 &&
    split.nodes.every((node) => nodes.has(node)) &&
    split.boundaries.at(-1) === workloadChain(scenario.workload).blocks.length
  );
}
