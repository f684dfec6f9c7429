/**
 * The network as it is simulated: what is drawn, without the UE's wireless links, and in their place one access arc up and
 * one down to the cell that serves it. Cells are the gNBs and IAB nodes. Without any, or where the source is no UE, the
 * drawing stays as it is. Links that are drawn down stay down.
 *
 * There is one problem for each serving cell, in which only that cell's access exists. All of them number their nodes alike.
 */
import { buildProblem, type BuiltProblem } from '../cost/buildProblem';
import { directions } from '../cost/arcTable';
import { criteriaTables, radioRole } from '../energy/criteriaTables';
import { radioCurves } from '../energy/radioPower';
import type { LinkDirection, LinkId, NetworkLink, NodeId } from '../network/types';
import { err, ok, type Result } from '../result';
import type { Scenario } from '../scenario/types';
import { solveRouteAndSplit } from '../solvers/routeAndSplit';
import type { RouteProblem } from '../solvers/types';
import { cellsOf } from './air';
import { airDelays } from './arcDelay';
import type { SimulatedArc, SimulationFault } from './types';

/** What plans on one serving cell's network are made of. */
export interface CellRoutes {
  /** As drawn; of the access arcs the capacity means nothing. */
  readonly problem: RouteProblem;
  /** The arc of the simulation that each arc of the problem is. */
  readonly arcs: Int32Array;
  /** How old what is known of each arc is, as a part of the age of the farthest hop, 0..1. */
  readonly ageShare: Float64Array;
  /** Of boundaries 0..L. */
  readonly megabits: Float64Array;
  /** null where power figures are missing. */
  readonly ueEnergy: EnergyTable | null;
  readonly edgeEnergy: EnergyTable | null;
}

/** Joules of block l on node v at [v * L + l]; of each arc of the problem the radio that is charged, 0 where none is. */
export interface EnergyTable {
  readonly computeJ: Float64Array;
  readonly interceptW: Float64Array;
  readonly wattsPerMbps: Float64Array;
}

export interface SimulatedNetwork {
  readonly nodeIds: readonly NodeId[];
  readonly cells: readonly NodeId[];
  /** Links first, in the order drawn; then up and down of each cell. */
  readonly arcs: readonly SimulatedArc[];
  /** One for each cell; a single one where there are none. */
  readonly routes: readonly CellRoutes[];
}

export function simulatedNetwork(scenario: Scenario): Result<SimulatedNetwork, SimulationFault> {
  const cells = cellsOf(scenario);
  const links = linksKept(scenario, cells);
  const arcs: SimulatedArc[] = links.flatMap((link) =>
    directions.flatMap((direction): SimulatedArc[] =>
      mbpsOf(link, direction) === 0 ? [] : [{ kind: 'link', link: link.id, direction }],
    ),
  );
  const linkArcs = arcs.length;
  for (const cell of cells) {
    arcs.push({ kind: 'access', cell, direction: 'up' }, { kind: 'access', cell, direction: 'down' });
  }
  const networks = cells.length === 0 ? [links] : cells.map((cell) => [...links, accessLink(scenario, cell)]);
  const numbers = new Map(
    arcs.flatMap((arc, a) => (arc.kind === 'link' ? [[`${arc.direction} ${arc.link}`, a] as const] : [])),
  );
  const routes: CellRoutes[] = [];
  for (const [c, drawn] of networks.entries()) {
    const numberOf = (link: number, direction: LinkDirection): number =>
      link === links.length
        ? linkArcs + 2 * c + directions.indexOf(direction)
        : numbers.get(`${direction} ${links[link]!.id}`)!;
    const built = routesOf({ ...scenario, links: drawn }, numberOf, routes[0]);
    if (built === null) return err({ kind: 'source-has-no-device' });
    routes.push(built);
  }
  const canRun = routes.some(({ problem }) => solveRouteAndSplit(problem).kind === 'plan');
  if (!canRun) return err({ kind: 'no-plan' });
  return ok({ nodeIds: scenario.nodes.map(({ id }) => id), cells, arcs, routes });
}

/** The drawn links that are simulated as links. */
export function linksKept({ links, sourceId }: Scenario, cells: readonly NodeId[]): readonly NetworkLink[] {
  if (cells.length === 0) return links;
  return links.filter(({ a, b, medium }) => medium === 'wired' || (a !== sourceId && b !== sourceId));
}

export function mbpsOf(link: NetworkLink, direction: 'aToB' | 'bToA'): number {
  return direction === 'aToB' ? link.aToBMbps : link.bToAMbps;
}

/** The air between the UE and a cell. */
function accessLink(scenario: Scenario, cell: NodeId): NetworkLink {
  const { propagationMs, overheadMs } = airDelays(scenario, cell);
  return {
    id: `access ${cell}` as LinkId,
    a: scenario.sourceId,
    b: cell,
    aToBMbps: 1,
    bToAMbps: 1,
    symmetric: false,
    propagationMs,
    overheadMs,
    medium: 'wireless',
  };
}

/**
 * null where the source has no device.
 *
 * @param numberOf - the arc that a direction of the link at an index is
 * @param other - another cell's: what blocks cost does not depend on links
 */
function routesOf(
  scenario: Scenario,
  numberOf: (link: number, direction: LinkDirection) => number,
  other: CellRoutes | undefined,
): CellRoutes | null {
  const built = buildProblem(scenario);
  const { problem } = built;
  if (problem === null) return null;
  const arcs = Int32Array.from(problem.arcLink, (link, a) =>
    numberOf(link, directions[problem.arcDirection[a]!]!),
  );
  const { ueJ, edgeJ } = other === undefined ? blockJoules(scenario, built, problem) : joulesOf(other);
  return {
    problem,
    arcs,
    ageShare: ageShares(problem),
    megabits: problem.boundaryBytes.map((bytes) => (bytes * 8) / 1e6),
    ueEnergy: ueJ === undefined ? null : energyTable(scenario, problem, ueJ, false),
    edgeEnergy: edgeJ === undefined ? null : energyTable(scenario, problem, edgeJ, true),
  };
}

interface BlockJoules {
  readonly ueJ: Float64Array | undefined;
  readonly edgeJ: Float64Array | undefined;
}

function blockJoules(scenario: Scenario, built: BuiltProblem, problem: RouteProblem): BlockJoules {
  const { tables } = criteriaTables(scenario, built, problem);
  return { ueJ: tables['ue-energy']?.compute, edgeJ: tables['edge-energy']?.compute };
}

function joulesOf({ ueEnergy, edgeEnergy }: CellRoutes): BlockJoules {
  return { ueJ: ueEnergy?.computeJ, edgeJ: edgeEnergy?.computeJ };
}

function energyTable(
  { links, radio }: Scenario,
  problem: RouteProblem,
  computeJ: Float64Array,
  edge: boolean,
): EnergyTable {
  const interceptW = new Float64Array(problem.arcFrom.length);
  const wattsPerMbps = new Float64Array(problem.arcFrom.length);
  for (let a = 0; a < interceptW.length; a++) {
    const ends = { from: problem.arcFrom[a]!, to: problem.arcTo[a]! };
    const role = radioRole(problem, links[problem.arcLink[a]!]!, ends, edge);
    if (role === null) continue;
    interceptW[a] = radioCurves[radio][role].interceptW;
    wattsPerMbps[a] = radioCurves[radio][role].wattsPerMbps;
  }
  return { computeJ, interceptW, wattsPerMbps };
}

/** News travels hop by hop: of an arc whose tail is h hops from the source, h / (hops of the farthest node) of the whole. */
function ageShares({ nodeCount, source, arcFrom, arcTo }: RouteProblem): Float64Array {
  const hops = new Float64Array(nodeCount).fill(Infinity);
  hops[source] = 0;
  const queue = [source];
  let longest = 0;
  for (let at = 0; at < queue.length; at++) {
    const v = queue[at]!;
    longest = hops[v]!;
    for (let a = 0; a < arcFrom.length; a++) {
      const w = arcTo[a]!;
      if (arcFrom[a] !== v || hops[w]! < Infinity) continue;
      hops[w] = longest + 1;
      queue.push(w);
    }
  }
  return Float64Array.from(arcFrom, (v) => Math.min(1, hops[v]! / Math.max(1, longest)));
}
