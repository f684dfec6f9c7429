/** A run's ids as the names that the document gives them. */
import type { NodeId } from '../network/types';
import type { Scenario } from '../scenario/types';
import { strategies } from '../solvers/registry';
import type { LaneId, SimulatedArc, SimulatedPlan } from './types';

export interface RunWords {
  readonly node: (id: NodeId) => string;
  readonly arc: (arc: SimulatedArc) => string;
  /** "UE 1-3, Cloud 4-18": blocks from 1. */
  readonly plan: (plan: SimulatedPlan) => string;
}

export function runWords({ nodes, links, sourceId }: Scenario): RunWords {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const linkOf = new Map(links.map((link) => [link.id, link]));
  const node = (id: NodeId): string => names.get(id) ?? id;
  const way = (from: NodeId, to: NodeId): string => `${node(from)} to ${node(to)}`;
  return {
    node,
    arc: (arc) => {
      if (arc.kind === 'access') {
        return arc.direction === 'up' ? way(sourceId, arc.cell) : way(arc.cell, sourceId);
      }
      const link = linkOf.get(arc.link);
      if (link === undefined) return arc.link;
      return arc.direction === 'aToB' ? way(link.a, link.b) : way(link.b, link.a);
    },
    plan: (plan) =>
      plan.nodes
        .map((id, k) => {
          const from = (plan.boundaries[k - 1] ?? 0) + 1;
          const to = plan.boundaries[k]!;
          return `${node(id)} ${from === to ? from : `${from}-${to}`}`;
        })
        .join(', '),
  };
}

export function laneName(lane: LaneId): string {
  if (lane === 'best-predicted') return 'Best split on forecasts';
  return strategies.find(({ id }) => id === lane)!.name;
}
