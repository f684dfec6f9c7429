/** Which arcs leave a node, and where they lead to in the end. */
import type { CriteriaProblem } from './criteriaProblem';

/** [v]: the arcs that leave v. */
export function arcsOut({ nodeCount, arcFrom }: CriteriaProblem): number[][] {
  const out = Array.from({ length: nodeCount }, (): number[] => []);
  for (const [arc, from] of arcFrom.entries()) out[from]!.push(arc);
  return out;
}

/** [v][w] = 1 where a walk from v reaches w, v itself included. */
export function reachOf(
  { nodeCount, arcTo }: CriteriaProblem,
  out: readonly (readonly number[])[],
): Uint8Array[] {
  return Array.from({ length: nodeCount }, (_, start) => {
    const reached = new Uint8Array(nodeCount);
    reached[start] = 1;
    const open = [start];
    for (let v = open.pop(); v !== undefined; v = open.pop()) {
      for (const arc of out[v]!) {
        const w = arcTo[arc]!;
        if (reached[w] === 1) continue;
        reached[w] = 1;
        open.push(w);
      }
    }
    return reached;
  });
}
