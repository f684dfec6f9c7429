/** Figure 14: one class of hosts faster or slower. */
import type { NodeKind } from '../network/types';
import { devices, lanes, networkAssumptions, result, tree } from './assumptions';
import { defineFigure, partOf, type Experiment } from './defineFigure';
import {
  isSame,
  listText,
  agreesIf,
  isNear,
  msText,
  orNull,
  percentText,
  toleranceText,
  type Claim,
} from './judge';
import { meanLatencyS, methods, runSetting, type Method } from './methods';
import { inTime, paperScenario, paperSettings, withSpeed } from './networks';

/** Times as fast as today. */
const factors = [0.1, 0.5, 1, 2, 10, 20] as const;
const classes = [
  { id: 'iab', name: 'IAB hosts', kinds: ['iab'] },
  { id: 'core', name: 'core hosts', kinds: ['mec'] },
  { id: 'cloud', name: 'cloud', kinds: ['cloud'] },
] as const satisfies readonly { id: string; name: string; kinds: readonly NodeKind[] }[];
type HostClass = (typeof classes)[number]['id'];

/** Mean latency [s], in the order of `factors`. */
type Means = Readonly<Record<Method, readonly number[]>>;
type Found = Readonly<Record<HostClass, Means>>;

function measure(experiment: Experiment): Found {
  const scenario = paperScenario(experiment, 'mmwave');
  const setting = inTime(scenario, paperSettings(experiment, scenario));
  const runs = factors.length * classes.length;
  let done = 0;
  const measureClass = (kinds: readonly NodeKind[]): Means => {
    const all = factors.map((factor) => {
      const network = withSpeed(setting.network, kinds, factor);
      return runSetting({ ...setting, network }, partOf(experiment, done++, runs));
    });
    const means = (lane: Method): number[] => all.map((run) => meanLatencyS(run, lane));
    return {
      'ue-only': means('ue-only'),
      'cloud-only': means('cloud-only'),
      'one-cut-cloud': means('one-cut-cloud'),
      best: means('best'),
    };
  };
  const [iab, core, cloud] = classes;
  return {
    iab: measureClass(iab.kinds),
    core: measureClass(core.kinds),
    cloud: measureClass(cloud.kinds),
  };
}

const at = (means: readonly number[], factor: (typeof factors)[number]): number =>
  means[factors.indexOf(factor)]!;
const lower = (ours: number, than: number): number => 1 - ours / than;

const claims: readonly Claim<Found>[] = [
  {
    id: 'iab-most',
    text: 'Faster IAB hosts help most, then core hosts, then the cloud.',
    rule: 'HiveMind’s mean latency at ×10: IAB hosts < core hosts < cloud.',
    judge: ({ iab, core, cloud }) => {
      const [a, b, c] = [iab, core, cloud].map(({ best }) => at(best, 10)) as [number, number, number];
      return agreesIf(
        a < b && b < c,
        `At ×10: IAB hosts ${msText(a)}, core hosts ${msText(b)}, cloud ${msText(c)}.${isSame(b, c) ? ' Core hosts and cloud tie.' : ''}${stillText({ iab, core, cloud })}`,
      );
    },
  },
  {
    id: 'iab-core',
    text: 'Improved IAB hosts give 14.5 % less latency than improved core hosts.',
    rule: `HiveMind’s saving at ×10 is ${toleranceText} of 14.5 %.`,
    judge: ({ iab, core }) => {
      const saving = lower(at(iab.best, 10), at(core.best, 10));
      return agreesIf(
        isNear(saving, 0.145),
        `${percentText(saving)} less at ×10.${gains(core.best) ? '' : ' But faster core hosts bring nothing here: it is what faster IAB hosts bring alone.'}`,
        !gains(core.best),
      );
    },
  },
  {
    id: 'iab-cloud',
    text: 'Improved IAB hosts give 47.2 % less latency than an improved cloud.',
    rule: `HiveMind’s saving at ×10 is ${toleranceText} of 47.2 %.`,
    judge: ({ iab, cloud }) => {
      const saving = lower(at(iab.best, 10), at(cloud.best, 10));
      return agreesIf(isNear(saving, 0.472), `${percentText(saving)} less at ×10.`, !gains(cloud.best));
    },
  },
  {
    id: 'level-off',
    text: 'With a faster cloud, single split and cloud only level off at 115 and 181 ms.',
    rule: `From ×10 to ×20 both change by less than 5 %, and at ×20 they are ${toleranceText} of 115 and 181 ms.`,
    judge: ({ cloud }) => {
      const single = cloud['one-cut-cloud'];
      const only = cloud['cloud-only'];
      const levels = [single, only].every((means) => isLevel(means));
      return agreesIf(
        levels && isNear(at(single, 20), 0.115) && isNear(at(only, 20), 0.181),
        `${levels ? 'Both level off' : 'They do not both level off'}: single split at ${msText(at(single, 20))} and cloud only at ${msText(at(only, 20))} at ×20.`,
        !gains(single) || !gains(only),
      );
    },
  },
  {
    id: 'saturates',
    text: '×10 and ×20 are nearly equal, whichever hosts are improved.',
    rule: 'HiveMind’s mean latency changes by less than 5 % from ×10 to ×20 for each class.',
    judge: (found) => {
      const changes = classes.map(
        ({ id, name }) => `${percentText(lower(at(found[id].best, 20), at(found[id].best, 10)))} (${name})`,
      );
      return agreesIf(
        classes.every(({ id }) => isLevel(found[id].best)),
        `Less latency at ×20 than at ×10: ${listText(changes)}.${stillText(found)}`,
        standing(found).length > 0,
      );
    },
  },
];

/** Names of the classes whose improvement brings nothing here. */
function standing(found: Found): readonly string[] {
  return classes.filter(({ id }) => !gains(found[id].best)).map(({ name }) => name);
}

/** A sentence on them; empty where each class brings something. */
function stillText(found: Found): string {
  const names = standing(found);
  return names.length === 0 ? '' : ` Making ${listText(names)} faster brings nothing here.`;
}

/** Whether hosts ten times as fast make the mean less by more than a thousandth. */
function gains(means: readonly number[]): boolean {
  return lower(at(means, 10), at(means, 1)) > 1e-3;
}

function isLevel(means: readonly number[]): boolean {
  return Math.abs(lower(at(means, 20), at(means, 10))) < 0.05;
}

export const figure14 = defineFigure<Found>({
  id: 14,
  title: 'Which hosts are worth improving',
  claim:
    'ResNet-18 with one class of hosts at 1/10 to 20 times its speed. IAB hosts matter most: improved, they give 14.5 % less latency than improved core hosts ' +
    'and 47.2 % less than an improved cloud; single split and cloud only level off at 115 and 181 ms.',
  assumptions: networkAssumptions(120),
  stated: [
    tree,
    devices,
    result,
    lanes,
    { name: 'Load', ours: true, text: 'Mid load; the paper does not say which.' },
  ],
  measure,
  charts: (found) =>
    classes.map(({ id, name }) => ({
      kind: 'lines',
      title: `Mean latency with faster ${name}`,
      x: { name: `Speed of ${name}`, unit: '×' },
      y: { name: 'Latency', unit: 'ms' },
      series: methods.map((method) => ({
        name: method.name,
        x: factors,
        y: found[id][method.lane].map((seconds) => orNull(1e3 * seconds)),
      })),
    })),
  numbers: ({ iab, core, cloud }) => [
    {
      name: 'IAB ×10 below core ×10',
      unit: '%',
      ours: 100 * lower(at(iab.best, 10), at(core.best, 10)),
      paper: '14.5',
    },
    {
      name: 'IAB ×10 below cloud ×10',
      unit: '%',
      ours: 100 * lower(at(iab.best, 10), at(cloud.best, 10)),
      paper: '47.2',
    },
    {
      name: 'Single split, cloud ×20',
      unit: 'ms',
      ours: 1e3 * at(cloud['one-cut-cloud'], 20),
      paper: '115',
    },
    { name: 'Cloud only, cloud ×20', unit: 'ms', ours: 1e3 * at(cloud['cloud-only'], 20), paper: '181' },
    { name: 'HiveMind today', unit: 'ms', ours: 1e3 * at(iab.best, 1), paper: null },
  ],
  claims,
});
