/** Inference and training in one of the paper's networks under low, mid and high load: figures 11 and 12. */
import { number } from './assumptions';
import { partOf, type Experiment } from './defineFigure';
import { figureText } from './figureWords';
import { listText, meanOf, orNull } from './judge';
import { meanLatencyS, methods, onUePart, runSetting, type Method } from './methods';
import { inTime, paperScenario, paperSettings, type PaperNetwork } from './networks';
import { allInCloud, allOnUe, leastEnergy, oneSplit } from './objectives';
import { runRowTasks, type RowLog, type RowMethod } from './rowTasks';
import type { Assumption, FigureChart, StatedAssumption } from './types';

/** On population and on the rate of each background UE. */
const loads = [
  { name: 'low (×½)', factor: 0.5 },
  { name: 'mid (×1)', factor: 1 },
  { name: 'high (×2)', factor: 2 },
] as const;

export interface AtLoad {
  readonly name: string;
  /** Mean over tasks that ended. */
  readonly latencyS: Readonly<Record<Method, number>>;
  /** Part of the tasks that stayed on the UE. */
  readonly onUe: Readonly<Record<Method, number>>;
  /** Of one iteration, by method; NaN where none ended. */
  readonly trainingJ: Readonly<Record<Method, number>>;
}

/** Low load first. */
export type AtLoads = readonly AtLoad[];

/** Of training: the energy of the UE and of the hosts at IAB nodes is what the paper minimises. */
const trainingMethods: readonly (RowMethod & { readonly lane: Method })[] = [
  { lane: 'ue-only', name: 'UE only', choose: allOnUe },
  { lane: 'cloud-only', name: 'Cloud only', choose: allInCloud },
  { lane: 'one-cut-cloud', name: 'Single split', choose: oneSplit(leastEnergy) },
  { lane: 'best', name: 'HiveMind', choose: leastEnergy },
];

export const backward: Assumption = number(
  {
    id: 'backwardFactor',
    name: 'Backward time over forward time',
    unit: '',
    ours: true,
    note: 'Twice is the usual count of multiply-accumulates; the paper measured and does not print it.',
  },
  2,
  0,
  10,
);

export const trainingStated: StatedAssumption = {
  name: 'Training',
  ours: true,
  text:
    'An iteration of one picture runs forward and backward over one split and sends activations on and gradients back; parameters are not ' +
    'moved. Energy: work beyond idling of the UE and the hosts at IAB nodes, and their radios after a phone’s power curve. The ' +
    'paper does not say how many pictures its joules are for, nor how a Raspberry Pi’s energy was measured.',
};

export function measureLoads(experiment: Experiment, network: PaperNetwork): AtLoads {
  const scenario = paperScenario(experiment, network);
  return loads.map(({ name, factor }, index): AtLoad => {
    const onPart = partOf(experiment, index, loads.length);
    const settings = paperSettings(experiment, scenario, { load: factor });
    const setting = inTime(scenario, settings, (part) => onPart(0.3 * part));
    const run = runSetting(setting, (part) => onPart(0.3 + 0.5 * part));
    const training = runRowTasks(setting, trainingMethods, {
      task: 'training',
      everyS: trainingEveryS,
      backwardFactor: experiment.value('backwardFactor'),
      onPart: (part) => onPart(0.8 + 0.2 * part),
    });
    return {
      name,
      latencyS: byMethod((lane) => meanLatencyS(run, lane)),
      onUe: byMethod((lane) => onUePart(run, lane, scenario.sourceId)),
      trainingJ: byMethod((lane) => meanOf(logOf(training, lane).energyJ)),
    };
  });
}

/** Iterations begin so often: the state of the network is sampled, not kept busy. */
const trainingEveryS = 0.25;

function byMethod(value: (lane: Method) => number): Record<Method, number> {
  return {
    'ue-only': value('ue-only'),
    'cloud-only': value('cloud-only'),
    'one-cut-cloud': value('one-cut-cloud'),
    best: value('best'),
  };
}

function logOf(logs: readonly RowLog[], lane: Method): RowLog {
  return logs[trainingMethods.findIndex((method) => method.lane === lane)]!;
}

export function loadCharts(found: AtLoads): readonly FigureChart[] {
  const groups = found.map(({ name }) => name);
  const bars = (value: (at: AtLoad, lane: Method) => number) =>
    methods.map(({ lane, name }) => ({ name, values: found.map((at) => orNull(value(at, lane))) }));
  const x = { name: 'Load', unit: '' };
  return [
    {
      kind: 'bars',
      title: '(a) Mean latency of inference',
      x,
      y: { name: 'Latency', unit: 'ms' },
      groups,
      series: bars(({ latencyS }, lane) => 1e3 * latencyS[lane]),
    },
    {
      kind: 'bars',
      title: '(b) Energy of one training iteration, UE and IAB hosts',
      x,
      y: { name: 'Energy', unit: 'J' },
      groups,
      series: bars(({ trainingJ }, lane) => trainingJ[lane]),
    },
    {
      kind: 'bars',
      title: 'Tasks that stay on the UE as a whole',
      x,
      y: { name: 'Tasks', unit: '%' },
      groups,
      series: bars(({ onUe }, lane) => 100 * onUe[lane]),
    },
  ];
}

/** "41.2, 42.0 and 55.1", low load first. */
export function overLoads(found: AtLoads, value: (at: AtLoad) => number): string {
  return listText(found.map((at) => figureText(value(at))));
}
