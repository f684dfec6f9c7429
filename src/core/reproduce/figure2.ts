/** Figure 2: three layers by hand, the link between MEC host and cloud slower and slower. */
import { buildProblem } from '../cost/buildProblem';
import type { Scenario } from '../scenario/types';
import { toy } from '../scenario/presets/toy';
import { strategies } from '../solvers/registry';
import { number, result, whole } from './assumptions';
import { defineFigure, type Experiment } from './defineFigure';
import { figureText } from './figureWords';
import { agreesIf, orNull, percentText, type Claim } from './judge';
import { methods, type Method } from './methods';

interface Found {
  /** Capacity of the link between MEC host and cloud [units a second]. */
  readonly capacity: readonly number[];
  readonly totalS: Readonly<Record<Method, readonly number[]>>;
}

function measure({ value }: Experiment): Found {
  const least = value('least');
  const points = value('points');
  const capacity = Array.from({ length: points }, (_, k) => 1 - ((1 - least) * k) / (points - 1));
  const totals = (lane: Method): number[] => {
    const { solve } = strategies.find(({ id }) => id === lane)!;
    return capacity.map((mbps) => {
      const outcome = solve(buildProblem(withWire(toy.scenario, mbps)).problem!);
      return outcome.kind === 'plan' ? outcome.plan.totalS : Infinity;
    });
  };
  return {
    capacity,
    totalS: {
      'ue-only': totals('ue-only'),
      'cloud-only': totals('cloud-only'),
      'one-cut-cloud': totals('one-cut-cloud'),
      best: totals('best'),
    },
  };
}

function withWire(scenario: Scenario, mbps: number): Scenario {
  return {
    ...scenario,
    links: scenario.links.map((link) =>
      link.id === 'wire' ? { ...link, aToBMbps: mbps, bToAMbps: mbps } : link,
    ),
  };
}

const rounding = 1e-12;

function atMost(lower: readonly number[], upper: readonly number[]): boolean {
  return lower.every((total, k) => total <= upper[k]! * (1 + rounding));
}

const gain = (lower: number, upper: number): number => 1 - lower / upper;

const claims: readonly Claim<Found>[] = [
  {
    id: 'order',
    text: 'At every capacity, splitting over all three nodes takes at most what one split does, and one split at most what the cloud alone does.',
    rule: 'HiveMind ≤ single split ≤ cloud only at every capacity computed.',
    judge: ({ totalS }) =>
      agreesIf(
        atMost(totalS.best, totalS['one-cut-cloud']) && atMost(totalS['one-cut-cloud'], totalS['cloud-only']),
        `At the lowest capacity: HiveMind ${figureText(totalS.best.at(-1)!)} s, single split ${figureText(totalS['one-cut-cloud'].at(-1)!)} s, cloud only ${figureText(totalS['cloud-only'].at(-1)!)} s.`,
      ),
  },
  {
    id: 'grows',
    text: 'The advantage over one split and over the cloud alone grows as the link gets slower.',
    rule: 'The saving at the lowest capacity is above the one at the highest, against both.',
    judge: ({ totalS: { best, 'one-cut-cloud': single, 'cloud-only': cloud } }) => {
      const savings = [single, cloud].map((upper) => [
        gain(best[0]!, upper[0]!),
        gain(best.at(-1)!, upper.at(-1)!),
      ]);
      return agreesIf(
        savings.every(([first, last]) => last! > first!),
        `Against one split from ${percentText(savings[0]![0]!)} to ${percentText(savings[0]![1]!)}, against the cloud from ${percentText(savings[1]![0]!)} to ${percentText(savings[1]![1]!)}.`,
      );
    },
  },
];

export const figure2 = defineFigure<Found>({
  id: 2,
  title: 'A toy of three layers',
  claim:
    'Three layers, a UE, a MEC host and a cloud, small enough for paper. As the link to the cloud falls from 1 to 1/10, splitting over all ' +
    'three stays below one split, and one split below the cloud alone.',
  assumptions: [
    number(
      {
        id: 'least',
        name: 'Lowest capacity between MEC host and cloud',
        unit: 'units/s',
        ours: false,
        note: 'From 1 down to a tenth, as in the figure.',
      },
      0.1,
      0.01,
      0.9,
    ),
    whole({ id: 'points', name: 'Capacities', unit: '', ours: true, note: 'Evenly spaced.' }, 19, 2, 200),
  ],
  stated: [
    result,
    {
      name: 'Layers',
      ours: false,
      text: '0.5, 1 and 4 on the UE, three times as fast on the MEC host, ten times in the cloud; 1.2, 1 and 4 units before them; 2 units a second to the MEC host.',
    },
  ],
  measure,
  charts: ({ capacity, totalS }) => [
    {
      kind: 'lines',
      title: 'Total time against the capacity between MEC host and cloud',
      x: { name: 'Capacity', unit: 'units/s' },
      y: { name: 'Total time', unit: 's' },
      series: methods.map(({ lane, name }) => ({ name, x: capacity, y: totalS[lane].map(orNull) })),
    },
  ],
  numbers: ({ totalS }) => [
    { name: 'HiveMind at capacity 1', unit: 's', ours: totalS.best[0]!, paper: null },
    { name: 'HiveMind at the lowest capacity', unit: 's', ours: totalS.best.at(-1)!, paper: null },
    {
      name: 'Below one split at the lowest capacity',
      unit: '%',
      ours: 100 * gain(totalS.best.at(-1)!, totalS['one-cut-cloud'].at(-1)!),
      paper: null,
    },
    {
      name: 'Below the cloud at the lowest capacity',
      unit: '%',
      ours: 100 * gain(totalS.best.at(-1)!, totalS['cloud-only'].at(-1)!),
      paper: null,
    },
  ],
  claims,
});
