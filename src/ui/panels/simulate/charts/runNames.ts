/** A run's nodes, arcs and plans by the names that the document gives them. */
import type { LinkId, NodeId } from '../../../../core/network/types';
import type { SimulatedPlan, SimulationRun } from '../../../../core/simulation/types';
import type { Scenario } from '../../../../core/scenario/types';
import { findLink, nameOf } from '../../../canvas/documentIndex';
import type { ArcPick } from './timeSeriesTypes';

export interface RunNames {
  readonly node: (node: NodeId) => string;
  readonly arc: (pick: ArcPick) => string;
  /** "UE: 1–3, Cloud: 4–18": blocks from 1. */
  readonly plan: (plan: SimulatedPlan) => string;
}

export function runNames(run: SimulationRun, scenario: Scenario): RunNames {
  const node = (id: NodeId): string => nameOf(scenario, id);
  const way = (from: NodeId, to: NodeId): string => `${node(from)} → ${node(to)}`;
  const link = (id: LinkId, direction: 'aToB' | 'bToA'): string => {
    const drawn = findLink(scenario, id);
    if (drawn === undefined) return 'a removed link';
    return direction === 'aToB' ? way(drawn.a, drawn.b) : way(drawn.b, drawn.a);
  };
  return {
    node,
    arc: (pick) => {
      if (pick === 'air-up') return 'air, up to the serving cell';
      if (pick === 'air-down') return 'air, down from the serving cell';
      const arc = run.arcs[pick];
      if (arc === undefined) return 'a removed link';
      if (arc.kind === 'link') return link(arc.link, arc.direction);
      return arc.direction === 'up' ? way(scenario.sourceId, arc.cell) : way(arc.cell, scenario.sourceId);
    },
    plan: ({ nodes, boundaries }) =>
      nodes
        .map((id, k) => {
          const from = (boundaries[k - 1] ?? 0) + 1;
          const to = boundaries[k]!;
          return `${node(id)}: ${from >= to ? to : `${from}–${to}`}`;
        })
        .join(', '),
  };
}

/** What can be drawn of capacities: the air first, then the links that plans of the run use, in order of their use. */
export function arcChoices(run: SimulationRun): readonly ArcPick[] {
  const uses = new Map<number, number>();
  for (const { transfers } of run.plans) {
    for (const { arc } of transfers) {
      if (run.arcs[arc]?.kind === 'link') uses.set(arc, (uses.get(arc) ?? 0) + 1);
    }
  }
  const links = [...uses].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([arc]) => arc);
  return [...(run.cells.length === 0 ? [] : (['air-up', 'air-down'] as const)), ...links];
}
