/** Which differences between two documents can change a plan. Moving or renaming a node cannot. */
import type { NetworkLink, NetworkNode } from '../core/network/types';
import type { Scenario } from '../core/scenario/types';
import type { TicksRequest } from '../protocol/solverApi';

/** Whether both documents have the same answer for certain; false where it is cheaper to ask the solver. */
export function sameSolverInput(a: Scenario, b: Scenario): boolean {
  return sameBut(a, b, sameFields) && a.ownSplit === b.ownSplit;
}

/** Whether every study has the same answer for both documents for certain. */
export function sameStudyInput(a: Scenario, b: Scenario): boolean {
  return sameBut(a, b, sameFields) && a.radio === b.radio && a.goals === b.goals && a.seed === b.seed;
}

/** Whether a simulation of both documents is the same for certain: here it matters where nodes stand. */
export function sameSimulationInput(a: Scenario, b: Scenario): boolean {
  return (
    sameStudyInput(a, b) &&
    a.simulation === b.simulation &&
    sameItems(a.nodes, b.nodes, (left, right) => left.xM === right.xM && left.yM === right.yM)
  );
}

/**
 * Whether two requests have the same breakpoints: like `sameSolverInput`, but the capacity that the ticks range over,
 * and the visitor's own split, do not matter.
 */
export function sameTicksInput(a: TicksRequest, b: TicksRequest): boolean {
  if (a.link !== b.link || a.direction !== b.direction) return false;
  const free = (link: NetworkLink): NetworkLink => {
    if (link.id !== a.link) return link;
    if (a.direction === 'both') return { ...link, aToBMbps: 1, bToAMbps: 1 };
    return a.direction === 'aToB' ? { ...link, aToBMbps: 1 } : { ...link, bToAMbps: 1 };
  };
  return sameBut(a.scenario, b.scenario, (left, right) => sameFields(free(left), free(right)));
}

/**
 * Whether a plan for one document can be drawn on the other: the same model over nodes and links of the same ids and ends.
 * What they can do may differ: a frame of a drag that is a moment old.
 */
export function samePlaces(a: Scenario, b: Scenario): boolean {
  return (
    a.workload === b.workload &&
    a.sourceId === b.sourceId &&
    sameItems(a.nodes, b.nodes, (left, right) => left.id === right.id) &&
    sameItems(
      a.links,
      b.links,
      (left, right) => left.id === right.id && left.a === right.a && left.b === right.b,
    )
  );
}

type SameLink = (a: NetworkLink, b: NetworkLink) => boolean;

function sameBut(a: Scenario, b: Scenario, sameLink: SameLink): boolean {
  return (
    a.sourceId === b.sourceId &&
    a.sinkId === b.sinkId &&
    a.workload === b.workload &&
    a.delivery === b.delivery &&
    a.routing === b.routing &&
    a.leakage === b.leakage &&
    a.goals.limits.leakage === b.goals.limits.leakage &&
    sameItems(a.nodes, b.nodes, sameNode) &&
    sameItems(a.links, b.links, sameLink) &&
    sameItems(a.profiles, b.profiles, Object.is)
  );
}

function sameItems<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((item, i) => item === b[i] || same(item, b[i]!));
}

/** The name and the position are for people only. */
function sameNode(a: NetworkNode, b: NetworkNode): boolean {
  return sameFields({ ...a, name: '', xM: 0, yM: 0 }, { ...b, name: '', xM: 0, yM: 0 });
}

function sameFields<T extends object>(a: T, b: T): boolean {
  return Object.entries(a).every(([key, value]) => Object.is(value, b[key as keyof T]));
}
