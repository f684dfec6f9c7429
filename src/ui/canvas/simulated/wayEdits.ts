/** The way of the UE as it is edited on the plan. */
import type { PlanPoint } from '../../../core/mobility/types';
import { limits } from '../../../core/scenario/limits';
import { addCorner, changeWay } from '../../../core/scenario/simulationEdits';
import type { Scenario } from '../../../core/scenario/types';
import { simulationOf } from '../../../core/simulation/settings';

/** A new corner at an end lies so far from the one before [m]. */
const apartM = 100;

export function canAddCorner(scenario: Scenario): boolean {
  return simulationOf(scenario).mobility.way.length < limits.simulation.corners;
}

/**
 * A corner more after the one at `after`: half way to the next, and after the last one straight on. The first one is where the UE is
 * drawn, so that its way begins there.
 */
export function cornerAdded(scenario: Scenario, after: number | null): Scenario {
  const { way } = simulationOf(scenario).mobility;
  const index = Math.min(way.length - 1, Math.max(0, after ?? way.length - 1));
  const corner = way[index];
  if (corner === undefined) {
    const ue = scenario.nodes.find(({ id }) => id === scenario.sourceId);
    if (ue === undefined) return scenario;
    const start = { xM: ue.xM, yM: ue.yM };
    return changeWay(scenario, [start, { xM: start.xM + apartM, yM: start.yM }]);
  }
  const next = way[index + 1];
  return addCorner(scenario, next === undefined ? straightOn(way) : between(corner, next), index + 1);
}

/** The index of the corner that `cornerAdded` makes. */
export function addedIndex(way: readonly PlanPoint[], after: number | null): number {
  if (way.length === 0) return 1;
  return Math.min(way.length - 1, Math.max(0, after ?? way.length - 1)) + 1;
}

function between(one: PlanPoint, other: PlanPoint): PlanPoint {
  return { xM: Math.round((one.xM + other.xM) / 2), yM: Math.round((one.yM + other.yM) / 2) };
}

function straightOn(way: readonly PlanPoint[]): PlanPoint {
  const last = way.at(-1)!;
  const before = way.at(-2) ?? { xM: last.xM - apartM, yM: last.yM };
  const [dx, dy] = [last.xM - before.xM, last.yM - before.yM];
  const length = Math.hypot(dx, dy);
  const [right, down] = length === 0 ? [1, 0] : [dx / length, dy / length];
  return { xM: Math.round(last.xM + right * apartM), yM: Math.round(last.yM + down * apartM) };
}

/** Marks of direction: the middle of every stretch that is long enough to have one, and where it leads [degrees]. */
interface WayMark {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

export function wayMarks(way: readonly PlanPoint[], isLoop: boolean): readonly WayMark[] {
  const corners = isLoop && way.length > 2 ? [...way, way[0]!] : way;
  return corners.slice(1).flatMap(({ xM, yM }, k) => {
    const from = corners[k]!;
    const [dx, dy] = [xM - from.xM, yM - from.yM];
    if (Math.hypot(dx, dy) < 1) return [];
    return [{ x: from.xM + dx / 2, y: from.yM + dy / 2, angle: (Math.atan2(dy, dx) * 180) / Math.PI }];
  });
}

/** The way as an SVG path on the plan; empty without a stretch. */
export function wayPath(way: readonly PlanPoint[], isLoop: boolean): string {
  if (way.length < 2) return '';
  const path = way.map(({ xM, yM }, k) => `${k === 0 ? 'M' : 'L'}${xM} ${yM}`).join('');
  return isLoop && way.length > 2 ? `${path}Z` : path;
}
