/** Figure 18: the least energy within 120 ms, as the paper weighs it, with linear weights, and exactly. */
import { devices, networkAssumptions, number, result, tree } from './assumptions';
import { defineFigure, type Experiment } from './defineFigure';
import { figureText } from './figureWords';
import {
  agreesIf,
  cannotBeChecked,
  isNear,
  meanOf,
  msText,
  orNull,
  percentText,
  toleranceText,
  type Claim,
} from './judge';
import { boxOf, sortedFinite } from './methods';
import { inTime, paperScenario, paperSettings } from './networks';
import { hivemindWeights, leastEnergy, leastEnergyWithin, leastLatency, linearWeights } from './objectives';
import { runRowTasks, type RowLog } from './rowTasks';

interface Found {
  readonly limitS: number;
  readonly latencyOnly: RowLog;
  readonly energyOnly: RowLog;
  readonly linear: RowLog;
  readonly hivemind: RowLog;
  readonly exact: RowLog;
}

function measure(experiment: Experiment): Found {
  const { value, onPart } = experiment;
  const scenario = paperScenario(experiment, 'mmwave');
  const setting = inTime(scenario, paperSettings(experiment, scenario), (part) => onPart(0.2 * part));
  const limitS = value('limitMs') / 1e3;
  const [latencyOnly, energyOnly, linear, hivemind, exact] = runRowTasks(
    setting,
    [
      { name: 'Latency only', choose: leastLatency },
      { name: 'Energy only', choose: leastEnergy },
      { name: 'Linear weights', choose: linearWeights(value('perMillijoule')) },
      { name: 'HiveMind', choose: hivemindWeights(limitS) },
      { name: 'Exact', choose: leastEnergyWithin(limitS) },
    ],
    {
      task: 'inference',
      everyS: value('everyMs') / 1e3,
      backwardFactor: 0,
      onPart: (part) => onPart(0.2 + 0.8 * part),
    },
  );
  return {
    limitS,
    latencyOnly: latencyOnly!,
    energyOnly: energyOnly!,
    linear: linear!,
    hivemind: hivemind!,
    exact: exact!,
  };
}

const logsOf = ({ latencyOnly, energyOnly, linear, hivemind, exact }: Found): readonly RowLog[] => [
  latencyOnly,
  energyOnly,
  linear,
  hivemind,
  exact,
];

const worstS = ({ latencyS }: RowLog): number =>
  latencyS.includes(Infinity) ? Infinity : (sortedFinite(latencyS).at(-1) ?? Infinity);
const overPart = ({ latencyS }: RowLog, limitS: number): number =>
  latencyS.reduce((count, seconds) => count + (seconds > limitS ? 1 : 0), 0) / latencyS.length;
const millijoules = ({ energyJ }: RowLog): number => 1e3 * meanOf(energyJ);
const saving = ({ hivemind, linear }: Found): number => 1 - millijoules(hivemind) / millijoules(linear);

const claims: readonly Claim<Found>[] = [
  {
    id: 'saving',
    text: 'HiveMind’s weights take 22.9 % less energy than linear weights.',
    rule: `The saving in mean energy is ${toleranceText} of 22.9 %.`,
    judge: (found) =>
      agreesIf(
        isNear(saving(found), 0.229),
        `${percentText(saving(found))} less: ${figureText(millijoules(found.hivemind))} mJ against ${figureText(millijoules(found.linear))} mJ with linear weights.`,
      ),
  },
  {
    id: 'within',
    text: 'HiveMind never takes more than 120 ms.',
    rule: 'Not one of its tasks does.',
    judge: (found) => {
      const { hivemind, energyOnly, exact, limitS } = found;
      // Who does not look at the limit keeps it too.
      const isNoLimit = overPart(energyOnly, limitS) === 0;
      return agreesIf(
        overPart(hivemind, limitS) === 0,
        `${percentText(overPart(hivemind, limitS))} of tasks above the limit, the worst ${msText(worstS(hivemind))} (exact: ${percentText(overPart(exact, limitS))}); for ${figureText(hivemind.fellBack)} of ${figureText(hivemind.latencyS.length)} tasks no split seemed to keep it.${isNoLimit ? ' Energy only keeps it too, without looking at it: the limit moves nothing here.' : ''}`,
        isNoLimit,
      );
    },
  },
  {
    id: 'energy-down',
    text: 'HiveMind keeps the limit with less energy than deciding on latency alone.',
    rule: 'Its mean energy is below that of latency only.',
    judge: ({ hivemind, latencyOnly }) =>
      agreesIf(
        millijoules(hivemind) < millijoules(latencyOnly),
        `${figureText(millijoules(hivemind))} mJ against ${figureText(millijoules(latencyOnly))} mJ with latency only.`,
      ),
  },
  {
    id: 'linear-75',
    text: 'Linear weights come to 75 ms.',
    rule: `The mean latency of linear weights is ${toleranceText} of 75 ms; their weights are ours.`,
    judge: ({ linear }) =>
      agreesIf(isNear(meanOf(linear.latencyS), 0.075), `${msText(meanOf(linear.latencyS))} on average.`),
  },
  {
    id: 'linear-476',
    text: 'Linear weights come to 476 J.',
    rule: 'None: a number without what it is for.',
    judge: ({ linear }) =>
      cannotBeChecked(
        `476 J within 75 ms would be 6 kW, so it is not one inference; the paper does not say what it is. Ours is ${figureText(millijoules(linear))} mJ for one.`,
      ),
  },
];

export const figure18 = defineFigure<Found>({
  id: 18,
  title: 'Least energy within 120 ms',
  claim:
    'Energy as the best effort with a latency of at most 120 ms, against latency only, energy only and linear weights. Linear weights come to 75 ms and 476 J; ' +
    'HiveMind takes 22.9 % less energy and never more than 120 ms.',
  assumptions: [
    ...networkAssumptions(120),
    number(
      { id: 'limitMs', name: 'Latency limit', unit: 'ms', ours: false, note: 'As in the paper.' },
      120,
      1,
      10_000,
    ),
    number(
      {
        id: 'perMillijoule',
        name: 'Linear weights: milliseconds that a millijoule is worth',
        unit: 'ms/mJ',
        ours: true,
        note: 'The paper does not print its weights.',
      },
      1,
      0,
      1000,
    ),
    number(
      { id: 'everyMs', name: 'A task begins every', unit: 'ms', ours: true, note: 'The same tasks for all.' },
      200,
      10,
      10_000,
    ),
  ],
  stated: [
    tree,
    devices,
    result,
    {
      name: 'Energy',
      ours: true,
      text: 'Of the UE and the hosts at IAB nodes for one inference: work beyond idling at published power, radios after a phone’s power curve. Hosts in the core and the cloud count nothing.',
    },
    {
      name: 'Where no split seems to keep the limit',
      ours: true,
      text: 'The fastest one is taken. All weigh the same row of nodes, at mid load.',
    },
  ],
  measure,
  charts: (found) => [
    {
      kind: 'boxes',
      title: 'Latency',
      x: { name: 'Method', unit: '' },
      y: { name: 'Latency', unit: 'ms' },
      boxes: logsOf(found)
        .map(({ name, latencyS }) => boxOf(name, latencyS))
        .filter((box) => box !== null),
    },
    {
      kind: 'bars',
      title: 'Energy of one inference, UE and IAB hosts',
      x: { name: 'Method', unit: '' },
      y: { name: 'Energy', unit: 'mJ' },
      groups: logsOf(found).map(({ name }) => name),
      series: [{ name: 'Mean energy', values: logsOf(found).map((log) => orNull(millijoules(log))) }],
    },
    {
      kind: 'table',
      title: 'Methods',
      columns: [
        { name: 'Method', unit: '' },
        { name: 'Mean latency', unit: 'ms' },
        { name: 'Worst latency', unit: 'ms' },
        { name: 'Above the limit', unit: '%' },
        { name: 'Mean energy', unit: 'mJ' },
      ],
      rows: logsOf(found).map((log) => [
        log.name,
        orNull(1e3 * meanOf(log.latencyS)),
        orNull(1e3 * worstS(log)),
        100 * overPart(log, found.limitS),
        orNull(millijoules(log)),
      ]),
    },
  ],
  numbers: (found) => [
    { name: 'HiveMind below linear weights, energy', unit: '%', ours: 100 * saving(found), paper: '22.9' },
    { name: 'HiveMind, worst latency', unit: 'ms', ours: 1e3 * worstS(found.hivemind), paper: '≤ 120' },
    { name: 'Linear weights, latency', unit: 'ms', ours: 1e3 * meanOf(found.linear.latencyS), paper: '75' },
    {
      name: 'Linear weights, energy',
      unit: 'mJ',
      ours: millijoules(found.linear),
      paper: '476 J (of what?)',
    },
    {
      name: 'Exact below HiveMind, energy',
      unit: '%',
      ours: 100 * (1 - millijoules(found.exact) / millijoules(found.hivemind)),
      paper: null,
    },
  ],
  claims,
});
