/** A plan in a few words, and whether two plans are the same. */
import type { Plan } from '../../../core/solvers/types';
import type { Names } from '../../errors/names';

/** "all 55 blocks on Phone", "blocks 1–12 on Phone, 13–55 on MEC host" */
export function planWords(plan: Plan, names: Names, blockCount: number): string {
  const runs = plan.legs.flatMap((leg) => (leg.kind === 'compute' ? [leg] : []));
  const [only] = runs;
  if (runs.length === 1 && only !== undefined) return `all ${blockCount} blocks on ${names.node(only.node)}`;
  const parts = runs.map(({ node, from, to }) => {
    const blocks = to === from + 1 ? String(to) : `${from + 1}–${to}`;
    return `${blocks} on ${names.node(node)}`;
  });
  return `blocks ${parts.join(', ')}`;
}

/** The same blocks on the same nodes over the same links. */
export function samePlan(a: Plan, b: Plan): boolean {
  return a.legs.length === b.legs.length && keyOf(a) === keyOf(b);
}

function keyOf({ legs }: Plan): string {
  return legs
    .map((leg) =>
      leg.kind === 'compute' ? `${leg.node} ${leg.to}` : `${leg.link} ${leg.direction} ${leg.boundary}`,
    )
    .join();
}
