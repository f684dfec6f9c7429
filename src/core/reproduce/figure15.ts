/** Figure 15: the UE moves to a cell one hop further away. */
import type { NodeId } from '../network/types';
import { solveRouteAndSplit } from '../solvers/routeAndSplit';
import type { Step } from '../solvers/types';
import { createProblems, decide } from '../simulation/decider';
import { lastKnown } from '../simulation/knowledge';
import { endOf } from '../simulation/pay';
import type { SimulationSettings } from '../simulation/settings';
import { devices, lanes, networkAssumptions, number, result, tree } from './assumptions';
import { defineFigure, type Experiment } from './defineFigure';
import { figureText } from './figureWords';
import { agreesIf, cannotBeChecked, meanOf, orNull, percentText, type Claim } from './judge';
import { laneOf, runSetting, thinned, thinnedText } from './methods';
import { inTime, paperScenario, paperSettings, type Setting } from './networks';

/** From cell 3, next to the donor, to cell 1 behind it. */
const from = 'iab3' as NodeId;
const to = 'iab1' as NodeId;
const way = [
  { xM: 480, yM: 300 },
  { xM: 180, yM: 150 },
];
/** Moments at which both cells are asked [s]. */
const stepS = 0.1;

interface Found {
  /** null: the UE never changed from the one to the other. */
  readonly handoverS: number | null;
  readonly startS: Float64Array;
  readonly latencyS: Float64Array;
  /** The same moments on both cells [s]. */
  readonly near: readonly number[];
  readonly far: readonly number[];
  /** Moments at which every block that is not on the UE or the new host is where it was. */
  readonly unchanged: number;
}

function measure(experiment: Experiment): Found {
  const scenario = paperScenario(experiment, 'mmwave');
  const usual = paperSettings(experiment, scenario);
  const settings: SimulationSettings = {
    ...usual,
    mobility: { ...usual.mobility, way, end: 'stop' },
  };
  const setting = inTime(scenario, settings, (part) => experiment.onPart(0.3 * part));
  const run = runSetting(setting, (part) => experiment.onPart(0.3 + 0.5 * part));
  const { cells } = setting.network;
  const handover = setting.world.journey.handovers.find(
    (each) => cells[each.from] === from && cells[each.to] === to,
  );
  const handoverS = handover?.atS ?? null;
  return {
    handoverS,
    startS: run.tasks.startS,
    latencyS: laneOf(run, 'best').latencyS,
    ...(handoverS === null
      ? { near: [], far: [], unchanged: 0 }
      : bothCells(setting, handoverS, experiment.value('windowS'))),
  };
}

/** What HiveMind decides and pays at the same moments on the old and on the new cell. */
function bothCells(
  { network, world: { capacities }, settings }: Setting,
  handoverS: number,
  windowS: number,
): Pick<Found, 'near' | 'far' | 'unchanged'> {
  const known = lastKnown(capacities, settings.sciMs / 1e3);
  const problemsOf = createProblems();
  const on = (cell: NodeId, atS: number) => {
    const routes = network.routes[network.cells.indexOf(cell)]!;
    const mbps = new Float64Array(routes.arcs.length);
    known(routes, atS, mbps);
    const { steps } = decide({ solve: solveRouteAndSplit }, problemsOf(routes, mbps));
    return {
      seconds: steps === null ? Infinity : endOf(routes, capacities, steps, atS) - atS,
      hosts: hostsOf(steps ?? [], routes.problem.blockCount),
    };
  };
  const apart = [network.nodeIds.indexOf(to), network.routes[0]!.problem.source];
  const near: number[] = [];
  const far: number[] = [];
  let unchanged = 0;
  const firstS = Math.max(0, handoverS - windowS);
  const lastS = Math.min(settings.durationS, handoverS + windowS);
  for (let atS = firstS; atS < lastS; atS += stepS) {
    const before = on(from, atS);
    const after = on(to, atS);
    near.push(before.seconds);
    far.push(after.seconds);
    const isSame = after.hosts.every(
      (host, l) => host === before.hosts[l] || (apart.includes(host) && apart.includes(before.hosts[l]!)),
    );
    if (isSame) unchanged += 1;
  }
  return { near, far, unchanged };
}

/** [block] the node that runs it. */
function hostsOf(steps: readonly Step[], blockCount: number): number[] {
  const hosts = new Array<number>(blockCount).fill(-1);
  for (const step of steps) {
    if (step.kind === 'compute') hosts.fill(step.node, step.from, step.to);
  }
  return hosts;
}

const addedMs = ({ near, far }: Found): number => 1e3 * meanOf(far.map((seconds, k) => seconds - near[k]!));
const noHandover = 'The UE never changed from cell 3 to cell 1 here.';

const claims: readonly Claim<Found>[] = [
  {
    id: 'unchanged',
    text: 'After the handover to a base station one hop further away, the assignment stays the same on the part of the route that has not changed.',
    rule: 'At 90 % of moments around the handover, on both cells, every block is on the same host, but for blocks that pass between the UE and the new host.',
    judge: (found) =>
      found.handoverS === null
        ? cannotBeChecked(noHandover)
        : agreesIf(
            found.unchanged >= 0.9 * found.near.length,
            `At ${percentText(found.unchanged / found.near.length)} of ${figureText(found.near.length)} moments.`,
          ),
  },
  {
    id: 'added',
    text: 'The hop more adds less than 5 ms to the mean latency.',
    rule: 'Mean over the same moments of latency on the new cell less latency on the old one, below 5 ms.',
    judge: (found) =>
      found.handoverS === null
        ? cannotBeChecked(noHandover)
        : agreesIf(
            addedMs(found) < 5,
            `${figureText(1e3 * meanOf(found.near))} ms on the old cell, ${figureText(1e3 * meanOf(found.far))} ms on the new one: a difference of ${figureText(addedMs(found))} ms.`,
          ),
  },
];

export const figure15 = defineFigure<Found>({
  id: 15,
  title: 'Handover to a cell one hop further away',
  claim:
    'The UE changes to a base station with one hop more. The assignment stays the same on the rest of the route, and the mean latency grows by less than 5 ms.',
  assumptions: [
    ...networkAssumptions(30),
    number(
      {
        id: 'windowS',
        name: 'Time looked at before and after the handover',
        unit: 's',
        ours: true,
        note: 'Both cells are compared at the same moments, so that nothing but the route differs.',
      },
      5,
      0.5,
      60,
    ),
  ],
  stated: [
    tree,
    devices,
    result,
    lanes,
    { name: 'Way', ours: true, text: 'Straight from IAB node 3 to IAB node 1, which hangs on node 3.' },
  ],
  measure,
  charts: ({ startS, latencyS, near, far, handoverS }) => [
    {
      kind: 'lines',
      title: `Latency of ${thinnedText(startS.length)} along the way`,
      x: { name: 'Time', unit: 's' },
      y: { name: 'Latency', unit: 'ms' },
      series: [
        {
          name: 'HiveMind',
          x: thinned(startS),
          y: thinned(latencyS).map((seconds) => orNull(1e3 * seconds)),
        },
      ],
      events: handoverS === null ? [] : [{ x: handoverS, name: `Handover at ${figureText(handoverS)} s` }],
    },
    {
      kind: 'bars',
      title: 'Mean latency at the same moments',
      x: { name: 'Cell', unit: '' },
      y: { name: 'Latency', unit: 'ms' },
      groups: ['before (cell 3)', 'after (cell 1)'],
      series: [{ name: 'HiveMind', values: [orNull(1e3 * meanOf(near)), orNull(1e3 * meanOf(far))] }],
    },
  ],
  numbers: (found) => [
    { name: 'Mean latency added', unit: 'ms', ours: addedMs(found), paper: '< 5' },
    {
      name: 'Moments with the same assignment on the shared route',
      unit: '%',
      ours: (100 * found.unchanged) / found.near.length,
      paper: 'all',
    },
  ],
  claims,
});
