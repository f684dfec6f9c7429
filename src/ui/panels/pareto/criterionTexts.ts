/** What plans are judged by, in words and units: the one place that the chart, the fields and the sentences share. */
import type { Criterion } from '../../../core/scenario/goals';
import type { GoalLimits, GoalWeights } from '../../../core/scenario/types';
import type { Measures } from '../../../core/studies/measures';
import { formatBytes, formatJoules, formatNumber, formatSeconds } from '../../format';

interface CriterionTexts {
  readonly name: string;
  /** In the middle of a sentence: "energy of the UE". */
  readonly phrase: string;
  /** Unit of its fields and of the chart's axis; '' where it has none. */
  readonly unit: string;
  /** From SI to that unit. */
  readonly perUnit: number;
  readonly limitKey: keyof GoalLimits;
  readonly weightKey: keyof GoalWeights;
  /** SI units; null where it is not known. */
  readonly valueOf: (measures: Measures) => number | null;
  /** SI value with its unit. */
  readonly format: (value: number) => string;
  readonly meaning: string;
}

export const criterionTexts: Readonly<Record<Criterion, CriterionTexts>> = {
  latency: {
    name: 'Latency',
    phrase: 'latency',
    unit: 'ms',
    perUnit: 1e3,
    limitKey: 'latencyMs',
    weightKey: 'latency',
    valueOf: ({ latencyS }) => latencyS,
    format: formatSeconds,
    meaning: 'From the picture on the source to the result.',
  },
  'ue-energy': {
    name: 'UE energy',
    phrase: 'UE energy',
    unit: 'mJ',
    perUnit: 1e3,
    limitKey: 'ueEnergyMJ',
    weightKey: 'ueEnergy',
    valueOf: ({ ueEnergyJ }) => ueEnergyJ,
    format: formatJoules,
    meaning: 'What one inference takes from the phone above its idle power: computing and radio.',
  },
  'edge-energy': {
    name: 'UE + edge energy',
    phrase: 'energy of UE and edge',
    unit: 'mJ',
    perUnit: 1e3,
    limitKey: 'edgeEnergyMJ',
    weightKey: 'edgeEnergy',
    valueOf: ({ edgeEnergyJ }) => edgeEnergyJ,
    format: formatJoules,
    meaning: 'The phone together with gNBs, IAB nodes and MEC hosts; core and cloud are left out.',
  },
  bytes: {
    name: 'Bytes sent',
    phrase: 'bytes sent',
    unit: 'kB',
    perUnit: 1e-3,
    limitKey: 'kilobytes',
    weightKey: 'bytes',
    valueOf: ({ bytes }) => bytes,
    format: formatBytes,
    meaning: 'Over every link, each hop counted.',
  },
  leakage: {
    name: 'Leakage',
    phrase: 'leakage',
    unit: '',
    perUnit: 1,
    limitKey: 'leakage',
    weightKey: 'leakage',
    valueOf: ({ leakage }) => leakage,
    format: formatNumber,
    meaning: 'The largest of your leakage figures among the boundaries handed to a node that is not trusted.',
  },
};

/** What can be held against latency. */
export const otherCriteria = [
  'ue-energy',
  'edge-energy',
  'bytes',
  'leakage',
] as const satisfies readonly Criterion[];
export type OtherCriterion = (typeof otherCriteria)[number];

/** "UE energy (mJ)" */
export function withUnit(criterion: Criterion): string {
  const { name, unit } = criterionTexts[criterion];
  return unit === '' ? name : `${name} (${unit})`;
}

/** A limit of the document in SI units; null = none. */
export function limitOf(limits: GoalLimits, criterion: Criterion): number | null {
  const { limitKey, perUnit } = criterionTexts[criterion];
  const value = limits[limitKey];
  return value === null ? null : value / perUnit;
}
