/** A plan as something that can be executed. */
import { workloadChain } from '../model/workloadChain';
import type { NetworkLink, NodeId } from '../network/types';
import type { Scenario } from '../scenario/types';
import type { Leg, Plan } from '../solvers/types';
import { megabitsPerSecond, milliseconds, secondsPerByte, type BitsPerSecond } from '../units';
import type { ExecutionPart, ExecutionPlan, ExecutionTransfer, Hop, Stage } from './types';

/**
 * The plan's legs as stages: crossings that follow one another carry the same tensors and become one transfer, whatever
 * nodes forward them; a node that runs blocks twice has two parts.
 *
 * @param plan - of this scenario
 */
export function executionPlan(scenario: Scenario, plan: Plan): ExecutionPlan {
  const { boundaryBytes, boundaryTensors } = workloadChain(scenario.workload);
  const links = new Map(scenario.links.map((link) => [link.id, link]));
  const stages: Stage[] = [];
  let parts = 0;
  for (const leg of plan.legs) {
    const last = stages.at(-1);
    if (leg.kind === 'compute') {
      if (leg.to === leg.from) continue;
      const { node, from, to, seconds } = leg;
      if (last?.kind === 'part' && last.node === node) {
        stages[stages.length - 1] = { ...last, to, plannedS: last.plannedS + seconds };
        continue;
      }
      stages.push({ kind: 'part', index: parts++, node, from, to, plannedS: seconds });
      continue;
    }
    const hop = hopOf(leg, links.get(leg.link)!);
    const { boundary } = leg;
    if (last?.kind === 'transfer' && last.boundary === boundary) {
      stages[stages.length - 1] = { ...last, hops: [...last.hops, hop] };
      continue;
    }
    stages.push({
      kind: 'transfer',
      boundary,
      bytes: boundaryBytes[boundary]!,
      tensors: boundaryTensors[boundary]!,
      hops: [hop],
    });
  }
  return { stages };
}

function hopOf({ link, direction, from, to }: Extract<Leg, { kind: 'transfer' }>, drawn: NetworkLink): Hop {
  const [there, back] =
    direction === 'aToB' ? [drawn.aToBMbps, drawn.bToAMbps] : [drawn.bToAMbps, drawn.aToBMbps];
  return {
    link,
    direction,
    from,
    to,
    bitsPerSecond: megabitsPerSecond(there),
    backBitsPerSecond: megabitsPerSecond(back),
    fixedS: milliseconds(drawn.propagationMs + drawn.overheadMs),
  };
}

/** Seconds of so many bytes over the hops, one after another: the cost terms of the solvers, to the last bit for one hop. */
export function hopsS(hops: readonly Hop[], bytes: number): number {
  let total = 0;
  for (const { bitsPerSecond, fixedS } of hops) {
    total += fixedS + bytes * secondsPerByte(bitsPerSecond);
  }
  return total;
}

/** The hops the other way round: what an answer would take. */
export function hopsBack(hops: readonly Hop[]): readonly Hop[] {
  return hops.toReversed().map((hop) => ({
    ...hop,
    direction: hop.direction === 'aToB' ? 'bToA' : 'aToB',
    from: hop.to,
    to: hop.from,
    bitsPerSecond: hop.backBitsPerSecond,
    backBitsPerSecond: hop.bitsPerSecond,
  }));
}

export function partsOf({ stages }: ExecutionPlan): readonly ExecutionPart[] {
  return stages.filter((stage) => stage.kind === 'part');
}

export function transfersOf({ stages }: ExecutionPlan): readonly ExecutionTransfer[] {
  return stages.filter((stage) => stage.kind === 'transfer');
}

/** Boundaries at which the model is cut, rising. */
export function cutsOf(plan: ExecutionPlan): readonly number[] {
  return partsOf(plan)
    .slice(1)
    .map(({ from }) => from);
}

/** Which capacities a run multiplies. */
export type ScaledLinks = 'first' | 'all';

/** The transfers over links shaped in software: all but those to the node that a real server stands for. */
export function shapedTransfersOf(
  { stages }: ExecutionPlan,
  served: NodeId | null,
): readonly ExecutionTransfer[] {
  return stages.filter((stage, k): stage is ExecutionTransfer => {
    const next = stages[k + 1];
    return stage.kind === 'transfer' && !(next?.kind === 'part' && next.node === served);
  });
}

/**
 * The same plan over faster or slower links: those of the first hop on the way, or all. Delays stay as they are, and so does the
 * way to a real server: nothing makes it faster or slower than it is.
 *
 * @param served - the node that a real server stands for
 */
export function atBandwidth(
  plan: ExecutionPlan,
  factor: number,
  which: ScaledLinks,
  served: NodeId | null = null,
): ExecutionPlan {
  if (factor === 1) return plan;
  const shaped = shapedTransfersOf(plan, served);
  const first = shaped[0]?.hops[0]?.link;
  const times = (capacity: BitsPerSecond): BitsPerSecond => (capacity * factor) as BitsPerSecond;
  const scale = (hop: Hop): Hop =>
    which === 'all' || hop.link === first
      ? {
          ...hop,
          bitsPerSecond: times(hop.bitsPerSecond),
          backBitsPerSecond: times(hop.backBitsPerSecond),
        }
      : hop;
  return {
    stages: plan.stages.map((stage) =>
      stage.kind === 'transfer' && shaped.includes(stage) ? { ...stage, hops: stage.hops.map(scale) } : stage,
    ),
  };
}

/**
 * Every way to cut the model once along this plan's way: the first part's node up to the boundary, the last part's node from
 * there on, and between them all hops that the plan crosses between those two. Empty where the plan does not cut.
 *
 * @param plannedS - what blocks from+1 .. to take on a node [s]
 */
export function singleCuts(
  scenario: Scenario,
  plan: ExecutionPlan,
  plannedS: (node: ExecutionPart['node'], from: number, to: number) => number,
): readonly ExecutionPlan[] {
  const parts = partsOf(plan);
  const [head] = parts;
  const tail = parts.at(-1);
  if (head === undefined || tail === undefined || head === tail) return [];
  const { boundaryBytes, boundaryTensors } = workloadChain(scenario.workload);
  const { stages } = plan;
  const firstAt = stages.indexOf(head);
  const lastAt = stages.indexOf(tail);
  const between = transfersOf({ stages: stages.slice(firstAt, lastAt) }).flatMap(({ hops }) => hops);
  const blocks = boundaryBytes.length - 1;
  return Array.from({ length: blocks - 1 }, (_, k): ExecutionPlan => {
    const boundary = k + 1;
    const part = (index: number, { node }: ExecutionPart, from: number, to: number): ExecutionPart => ({
      kind: 'part',
      index,
      node,
      from,
      to,
      plannedS: plannedS(node, from, to),
    });
    return {
      stages: [
        ...stages.slice(0, firstAt),
        part(0, head, 0, boundary),
        {
          kind: 'transfer',
          boundary,
          bytes: boundaryBytes[boundary]!,
          tensors: boundaryTensors[boundary]!,
          hops: between,
        },
        part(1, tail, boundary, blocks),
        ...stages.slice(lastAt + 1),
      ],
    };
  });
}
