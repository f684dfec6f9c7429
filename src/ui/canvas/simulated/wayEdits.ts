/** The way of the UE as it is edited on the plan. */
import type { PlanPoint } from '../../../core/mobility/types';
import { limits } from '../../../core/scenario/limits';
import { addCorner, changeWay } from '../../../core/scenario/simulationEdits';
import type { Scenario } from '../../../core/scenario/types';
import { simulationOf } from '../../../core/simulation/settings';
import { overlap, type Box } from '../linkGeometry';

/** A new corner at an end lies so far from the one before [m]. */
const apartM = 100;

export function canAddCorner(scenario: Scenario): boolean {
  return simulationOf(scenario).mobility.way.length < limits.simulation.corners;
}

/**
 * A corner more after the one at `after`: half way to the next, and after the last one straight on. The first one is where the UE is
 * drawn, so that its way begins there.
 */
export function cornerAdded(scenario: Scenario, after: number | null, taken: Taken = nothing): Scenario {
  const { way } = simulationOf(scenario).mobility;
  const index = Math.min(way.length - 1, Math.max(0, after ?? way.length - 1));
  const corner = way[index];
  if (corner === undefined) {
    const start = startOf(scenario);
    if (start === undefined) return scenario;
    return changeWay(scenario, [start, clearOf({ xM: start.xM + apartM, yM: start.yM }, taken)]);
  }
  const next = way[index + 1];
  const place = next === undefined ? straightOn(way) : between(corner, next);
  return addCorner(scenario, clearOf(place, taken), index + 1);
}

/** A corner where the plan was pressed, before the one at `index` (see `putIndex`). */
export function cornerPut(scenario: Scenario, place: PlanPoint, index: number, taken: Taken): Scenario {
  const at = clearOf({ xM: Math.round(place.xM), yM: Math.round(place.yM) }, taken);
  const start = startOf(scenario);
  if (simulationOf(scenario).mobility.way.length > 0) return addCorner(scenario, at, index);
  return start === undefined ? scenario : changeWay(scenario, [start, at]);
}

/** Where in the way a corner goes that is put at a place: into the stretch that is no farther than `nearM`, else at its end. */
export function putIndex(way: readonly PlanPoint[], place: PlanPoint, nearM: number): number {
  if (way.length === 0) return 1;
  const distances = way.slice(1).map((to, k) => distanceToStretch(place, way[k]!, to));
  const least = Math.min(...distances);
  return least <= nearM ? distances.indexOf(least) + 1 : way.length;
}

function distanceToStretch({ xM, yM }: PlanPoint, from: PlanPoint, to: PlanPoint): number {
  const [dx, dy] = [to.xM - from.xM, to.yM - from.yM];
  const square = dx * dx + dy * dy;
  const part = square === 0 ? 0 : ((xM - from.xM) * dx + (yM - from.yM) * dy) / square;
  const along = Math.min(1, Math.max(0, part));
  return Math.hypot(xM - from.xM - along * dx, yM - from.yM - along * dy);
}

/** Boxes that a new corner must not lie on, and the size of a corner [m]. */
export interface Taken {
  readonly boxes: readonly Box[];
  readonly sizeM: number;
}

const nothing: Taken = { boxes: [], sizeM: 0 };
/** So many directions are tried, and so many times a corner's size away. */
const directions = 16;
const rings = 60;

/** The place, or the nearest one about it that no box covers. */
export function clearOf(place: PlanPoint, { boxes, sizeM }: Taken): PlanPoint {
  const isFree = ({ xM, yM }: PlanPoint): boolean =>
    boxes.every((box) => overlap({ x: xM, y: yM, width: sizeM, height: sizeM }, box) === 0);
  for (let ring = 0; ring < rings; ring += 1) {
    const radiusM = (ring * Math.max(1, sizeM)) / 2;
    for (let k = 0; k < directions; k += 1) {
      const angle = (2 * Math.PI * k) / directions;
      const tried = {
        xM: Math.round(place.xM + radiusM * Math.cos(angle)),
        yM: Math.round(place.yM + radiusM * Math.sin(angle)),
      };
      if (isFree(tried)) return tried;
    }
  }
  return place;
}

function startOf({ nodes, sourceId }: Scenario): PlanPoint | undefined {
  const ue = nodes.find(({ id }) => id === sourceId);
  return ue === undefined ? undefined : { xM: ue.xM, yM: ue.yM };
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
