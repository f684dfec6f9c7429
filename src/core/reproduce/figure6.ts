/** Figure 6: five MEC hosts in a row, and what decisions cost that are made on what the network was. */
import type { LinkId } from '../network/types';
import { assemble } from '../scenario/presets/definePreset';
import type { Scenario } from '../scenario/types';
import { defaultSimulation, type SimulationSettings } from '../simulation/settings';
import { correlation, coherence, duration, lanes, number, picture, result, sci } from './assumptions';
import { defineFigure, type Experiment } from './defineFigure';
import { figureText } from './figureWords';
import { agreesIf, cannotBeChecked, msText, percentText, type Claim } from './judge';
import { laneOf, medianS, runSetting, sortedFinite, thinned, thinnedText } from './methods';
import { inTime, modelOf, scaledS } from './networks';

/** Of the hops, UE first [Mbit/s]. */
const hopMbps = [4000, 2000, 800, 400, 100];
const surgeS = 0.5;
/** Points of the chart: thinning takes peaks away. */
const most = 4000;

interface Found {
  readonly startS: Float64Array;
  readonly latencyS: Float64Array;
  readonly hindsightS: Float64Array;
}

function measure(experiment: Experiment): Found {
  const scenario = rowOf(experiment);
  const setting = inTime(scenario, settingsOf(experiment), (part) => experiment.onPart(part / 2));
  const run = runSetting(setting, (part) => experiment.onPart((1 + part) / 2));
  const { latencyS } = laneOf(run, 'best');
  return { startS: run.tasks.startS, latencyS, hindsightS: run.tasks.hindsightS };
}

function rowOf(experiment: Experiment): Scenario {
  const { value, seed } = experiment;
  const hosts = hopMbps.map((_, k) => `mec${k + 1}`);
  const names = ['ue', ...hosts];
  const scenario = assemble({
    name: 'UE and five MEC hosts',
    notes: '',
    workload: modelOf(experiment),
    source: 'ue',
    sink: 'mec5',
    nodes: {
      ue: { kind: 'ue', name: 'UE', at: [0, 0], device: 'pi-3b-plus' },
      ...Object.fromEntries(
        hosts.map((id, k) => [
          id,
          {
            kind: 'mec' as const,
            name: `MEC host ${k + 1}`,
            at: [200 * (k + 1), 0] as const,
            device: k < 3 ? 'm1-cpu' : 'rtx-2080',
          },
        ]),
      ),
    },
    links: Object.fromEntries(
      hopMbps.map((mbps, k) => [
        `hop${k + 1}`,
        { from: names[k]!, to: names[k + 1]!, mbps: mbps * value('share'), medium: 'wireless' as const },
      ]),
    ),
  });
  return { ...scenario, seed };
}

function settingsOf({ value, scale }: Experiment): SimulationSettings {
  return {
    ...defaultSimulation,
    durationS: scaledS(value('durationS'), scale),
    coherenceMs: value('coherenceMs'),
    sciMs: value('sciMs'),
    traffic: {
      ...defaultSimulation.traffic,
      fastCorrelation: value('fastCorrelation'),
      links: hopMbps.map((mbps, k) => ({
        link: `hop${k + 1}` as LinkId,
        meanMbps: mbps * value('share'),
        sdMbps: mbps * value('share') * value('variation'),
        ceilingMbps: mbps,
      })),
    },
  };
}

const isSurge = (seconds: number): boolean => seconds > surgeS;

function surges({ latencyS }: Found): number {
  return latencyS.reduce((count, seconds) => count + (isSurge(seconds) ? 1 : 0), 0);
}

/** Of the tasks that surge, the part that would not have, decided with hindsight. */
function avoidable(found: Found): number {
  const { latencyS, hindsightS } = found;
  let count = 0;
  for (const [n, seconds] of latencyS.entries()) {
    if (isSurge(seconds) && !isSurge(hindsightS[n]!)) count += 1;
  }
  return count / surges(found);
}

const worstS = ({ latencyS }: Found): number => sortedFinite(latencyS).at(-1) ?? Infinity;

const claims: readonly Claim<Found>[] = [
  {
    id: 'surges',
    text: 'Latency surges above 500 ms now and then (the paper shows two, at 120 and 450 ms).',
    rule: 'At least one task takes more than 500 ms while half of them take less than 250 ms.',
    judge: (found) =>
      agreesIf(
        surges(found) > 0 && medianS(found.latencyS) < surgeS / 2,
        `${figureText(surges(found))} of ${figureText(found.latencyS.length)} tasks above 500 ms; median ${msText(medianS(found.latencyS))}, worst ${msText(worstS(found))}.`,
      ),
  },
  {
    id: 'stale',
    text: 'The surges come from decisions gone stale: capacities changed between deciding and sending.',
    rule: 'More than half of the tasks above 500 ms would have stayed within 500 ms under the least-time plan with hindsight.',
    judge: (found) =>
      surges(found) === 0
        ? cannotBeChecked('No task took more than 500 ms here.')
        : agreesIf(
            avoidable(found) > 0.5,
            `${percentText(avoidable(found))} of the surges could have been avoided with hindsight.`,
          ),
  },
];

export const figure6 = defineFigure<Found>({
  id: 6,
  title: 'Latency surges of stale decisions',
  claim:
    'A UE and five MEC hosts in a row, hops of 4,000, 2,000, 800, 400 and 100 Mbit/s with background traffic: total latency surges above 500 ms, ' +
    'because what was decided on is no longer so.',
  assumptions: [
    duration(120),
    coherence(50),
    ...picture,
    sci,
    number(
      {
        id: 'share',
        name: 'The UE’s mean part of each hop',
        unit: '',
        ours: true,
        note: 'The paper gives capacities, not what background traffic leaves of them; Table I’s shares are about a quarter of theirs.',
      },
      0.25,
      0.01,
      1,
    ),
    number(
      {
        id: 'variation',
        name: 'Standard deviation of the UE’s part, over its mean',
        unit: '',
        ours: true,
        note: 'About what Table I has (0.19 to 0.29).',
      },
      0.25,
      0,
      2,
    ),
    correlation,
  ],
  stated: [
    result,
    lanes,
    {
      name: 'Hindsight',
      ours: true,
      text: 'The least time that any split could have taken, had every capacity been known. What a task took above it is its regret.',
    },
    {
      name: 'Model and hosts',
      ours: true,
      text: 'ResNet-18; a Raspberry Pi 3B+, three Apple M1 and two RTX 2080. The paper names neither for this figure.',
    },
  ],
  measure,
  charts: ({ startS, latencyS, hindsightS }) => {
    const x = thinned(startS, most);
    return [
      {
        kind: 'lines',
        title: `Latency of ${thinnedText(startS.length, most)} over time`,
        x: { name: 'Time', unit: 's' },
        y: { name: 'Latency', unit: 'ms' },
        series: [
          { name: 'HiveMind', x, y: thinned(latencyS, most).map(milliseconds) },
          { name: 'Least with hindsight', x, y: thinned(hindsightS, most).map(milliseconds) },
        ],
      },
    ];
  },
  numbers: (found) => [
    { name: 'Worst latency', unit: 'ms', ours: milliseconds(worstS(found)), paper: '> 500' },
    { name: 'Median latency', unit: 'ms', ours: milliseconds(medianS(found.latencyS)), paper: null },
    { name: 'Tasks above 500 ms', unit: '', ours: surges(found), paper: '2' },
    { name: 'Tasks', unit: '', ours: found.latencyS.length, paper: null },
  ],
  claims,
});

function milliseconds(seconds: number): number | null {
  return Number.isFinite(seconds) ? 1e3 * seconds : null;
}
