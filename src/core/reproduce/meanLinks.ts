/** The way from one cell to the cloud with every link as it is in the mean: for what runs longer than a capacity stays the same. */
import type { NodeId } from '../network/types';
import type { Scenario, Workload } from '../scenario/types';
import { cellRow, type CellRow } from './cellRow';
import { meanOf } from './judge';
import { withWorkload, type Setting } from './networks';

const cell = 'iab1' as NodeId;
/** On the way from that cell to the cloud. */
const onTheWay: readonly string[] = ['ue', cell, 'iab3', 'iab6', 'mec7', 'mec8', 'cloud'];
const leastMbps = 0.001;

/** The document of that way alone; the access is that of whichever cell serves. */
export function meanScenario(setting: Setting): Scenario {
  const { scenario, network } = setting;
  const linkMbps = (link: string, direction: 'aToB' | 'bToA'): number => {
    const arc = network.arcs.findIndex(
      (each) => each.kind === 'link' && each.link === link && each.direction === direction,
    );
    return meanOf(setting.world.capacities.mbps[arc]!);
  };
  const atLeast = (value: number): number => Math.max(leastMbps, value);
  return {
    ...scenario,
    nodes: scenario.nodes.filter(({ id }) => onTheWay.includes(id)),
    links: scenario.links
      .filter(({ a, b }) => onTheWay.includes(a) && onTheWay.includes(b))
      .map((link) => ({
        ...link,
        symmetric: false,
        aToBMbps: atLeast(
          link.a === scenario.sourceId ? accessMbps(setting, 'up') : linkMbps(link.id, 'aToB'),
        ),
        bToAMbps: atLeast(
          link.a === scenario.sourceId ? accessMbps(setting, 'down') : linkMbps(link.id, 'bToA'),
        ),
      })),
  };
}

export interface MeanRow {
  readonly row: CellRow;
  /** Of the row's nodes, the UE first. */
  readonly nodeIds: readonly NodeId[];
  /** For each arc of the row's problem [Mbit/s]. */
  readonly mbps: Float64Array;
}

/** The same way as a row of nodes that runs `workload`. */
export function meanRow(setting: Setting, workload: Workload): MeanRow {
  const { network } = withWorkload(setting, workload);
  const routes = network.routes[network.cells.indexOf(cell)];
  if (routes === undefined) throw new Error(`the network has no cell ${cell}`);
  const row = cellRow(routes);
  const mbps = Float64Array.from(routes.arcs, (a) => {
    const arc = network.arcs[a]!;
    return arc.kind === 'access'
      ? accessMbps(setting, arc.direction)
      : meanOf(setting.world.capacities.mbps[a]!);
  });
  return { row, nodeIds: row.nodes.map((v) => network.nodeIds[v]!), mbps };
}

/** Over time, of whichever cell serves. */
function accessMbps({ network, world }: Setting, direction: 'up' | 'down'): number {
  const { capacities, journey } = world;
  const { stepS, mbps } = capacities;
  const arcs = network.cells.map((each) =>
    network.arcs.findIndex(
      (arc) => arc.kind === 'access' && arc.cell === each && arc.direction === direction,
    ),
  );
  return meanOf(
    mbps[0]!.map((_, k) => mbps[arcs[journey.cell[Math.floor((k * stepS) / journey.stepS + 1e-9)]!]!]![k]!),
  );
}
