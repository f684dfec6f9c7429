/** The drive as a small map: where everything is on it [px]. Pure. */
import type { PlanPoint } from '../../../../core/mobility/types';
import type { NodeId } from '../../../../core/network/types';
import { simulationOf } from '../../../../core/simulation/settings';
import type { SimulationRun } from '../../../../core/simulation/types';
import type { Scenario } from '../../../../core/scenario/types';
import { overlap, type Box, type Point } from '../../../canvas/linkGeometry';
import { scaleBar, type ScaleBar } from '../../../canvas/scaleBar';

export const mapWidthPx = 336;
const heightsPx = { least: 96, most: 220 };
/** Room for a name above the highest cell, and for the mark of the UE and the scale below what is lowest. */
const marginPx = { x: 16, top: 27, bottom: 36 };
const textPx = { letter: 7.2, height: 16 };
/** The scale with its distance, in the lower left corner. */
const scalePx = { longest: 90, height: 24, x: 8 };
/** From the middle of a cell to that of its name. */
const belowPx = 17;
export const cellPx = 7;

interface MapCell extends Point {
  readonly id: NodeId;
  readonly name: string;
  /** The middle of its name; null: no room. */
  readonly label: Point | null;
}

interface DriveMapLayout {
  readonly heightPx: number;
  readonly cells: readonly MapCell[];
  readonly way: string;
  /** The scale of the map, and where its bar begins. */
  readonly scale: ScaleBar & Point;
  /** A place of the plan on the map. */
  readonly placeOf: (point: PlanPoint) => Point;
}

export function driveMapLayout(scenario: Scenario, { cells }: Pick<SimulationRun, 'cells'>): DriveMapLayout {
  const { end, way } = simulationOf(scenario).mobility;
  const found = cells.flatMap((cell) => scenario.nodes.filter(({ id }) => id === cell));
  const home = scenario.nodes.filter(({ id }) => id === scenario.sourceId);
  const points: readonly PlanPoint[] = [...found, ...(way.length > 0 ? way : home)];
  const span = (values: readonly number[]) => {
    const from = Math.min(...values);
    return { from, length: Math.max(1, Math.max(...values) - from) };
  };
  const across = span(points.map(({ xM }) => xM));
  const down = span(points.map(({ yM }) => yM));
  const aroundPx = marginPx.top + marginPx.bottom;
  const room = { width: mapWidthPx - 2 * marginPx.x, height: heightsPx.most - aroundPx };
  const scale = Math.min(room.width / across.length, room.height / down.length);
  const heightPx = Math.max(heightsPx.least, down.length * scale + aroundPx);
  const middle = { x: mapWidthPx / 2, y: (heightPx + marginPx.top - marginPx.bottom) / 2 };
  const placeOf = ({ xM, yM }: PlanPoint): Point => ({
    x: middle.x + (xM - across.from - across.length / 2) * scale,
    y: middle.y + (yM - down.from - down.length / 2) * scale,
  });
  const places = way.map(placeOf);
  const corners = places.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  const bar = { ...scaleBar(scale, scalePx.longest), x: scalePx.x, y: heightPx - 6 };
  return {
    heightPx,
    cells: named(
      found.map((node) => ({ id: node.id, name: node.name, ...placeOf(node) })),
      heightPx,
      places.reduce((sum, { y }) => sum + y / places.length, 0),
      bar,
    ),
    scale: bar,
    way: corners.length < 2 ? '' : `M${corners.join('L')}${end === 'loop' && corners.length > 2 ? 'Z' : ''}`,
    placeOf,
  };
}

/** Names above or below their cells, away from the way if they can, where they hide neither each other nor a cell nor the scale. */
function named(
  cells: readonly (Point & { readonly id: NodeId; readonly name: string })[],
  heightPx: number,
  wayPx: number,
  bar: ScaleBar & Point,
): readonly MapCell[] {
  const taken: Box[] = cells.map(({ x, y }) => ({ x, y, width: 2 * cellPx, height: 2 * cellPx }));
  const barPx = Math.max(bar.px, 5 * textPx.letter);
  taken.push({ x: bar.x + barPx / 2, y: bar.y - scalePx.height / 2, width: barPx, height: scalePx.height });
  return cells.map((cell) => {
    const width = cell.name.length * textPx.letter;
    // A name at the rim moves inwards.
    const x = Math.min(mapWidthPx - width / 2 - 2, Math.max(width / 2 + 2, cell.x));
    const away = cell.y > wayPx ? belowPx : -belowPx;
    const label = [away, -away]
      .map((dy) => ({ x, y: cell.y + dy, width, height: textPx.height }))
      .find(
        (box) =>
          box.y > textPx.height / 2 &&
          box.y < heightPx - textPx.height / 2 &&
          taken.every((other) => overlap(box, other) === 0),
      );
    if (label !== undefined) taken.push(label);
    return { ...cell, label: label === undefined ? null : { x: label.x, y: label.y } };
  });
}
