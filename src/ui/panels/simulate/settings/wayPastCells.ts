import type { PlanPoint } from '../../../../core/mobility/types';
import type { Scenario } from '../../../../core/scenario/types';

/** It passes beside a cell, not through its mast, and clear of its box on the plan [m]. */
const besideM = 60;

/** From where the UE is drawn past every cell, the nearest next; only the UE's own place where there are none. */
export function wayPastCells({ nodes, sourceId }: Scenario): readonly PlanPoint[] {
  const source = nodes.find(({ id }) => id === sourceId);
  if (source === undefined) return [];
  const way: PlanPoint[] = [{ xM: source.xM, yM: source.yM }];
  const left = nodes
    .filter(({ kind }) => kind === 'gnb' || kind === 'iab')
    .map(({ xM, yM }) => ({ xM, yM: yM + besideM }));
  while (left.length > 0) {
    const from = way.at(-1)!;
    const distance = ({ xM, yM }: PlanPoint): number => (xM - from.xM) ** 2 + (yM - from.yM) ** 2;
    const next = left.reduce((best, corner) => (distance(corner) < distance(best) ? corner : best));
    left.splice(left.indexOf(next), 1);
    way.push(next);
  }
  return way;
}
