/** Figure 11: ResNet-18 in the mmWave network under three loads. */
import { devices, lanes, networkAssumptions, result, tree } from './assumptions';
import { defineFigure } from './defineFigure';
import { figureText } from './figureWords';
import { agreesIf, cannotBeChecked, isSame, listText, msText, percentText, type Claim } from './judge';
import { backward, loadCharts, measureLoads, overLoads, trainingStated, type AtLoads } from './loads';

const high = (found: AtLoads) => found.at(-1)!;
const milliseconds = (seconds: number): number => 1e3 * seconds;

/** How far HiveMind's mean is below another method's at each load. */
function savings(found: AtLoads, other: 'cloud-only' | 'one-cut-cloud'): readonly number[] {
  return found.map(({ latencyS }) => 1 - latencyS.best / latencyS[other]);
}

const within = (values: readonly number[], low: number, high: number): boolean =>
  values.every((value) => value >= low && value <= high);

const below = (parts: readonly number[]): string =>
  `${listText(parts.map(percentText))} below at low, mid and high load`;

const joulesUnknown =
  'The paper does not say for how many pictures, passes or seconds its joules are, so only ratios can be compared.';

const claims: readonly Claim<AtLoads>[] = [
  {
    id: 'cloud-high',
    text: 'At high load inference in the cloud takes more than 300 ms.',
    rule: 'Mean latency of cloud only at load ×2 above 300 ms.',
    judge: (found) => {
      const seconds = high(found).latencyS['cloud-only'];
      return agreesIf(seconds > 0.3, `${msText(seconds)} at load ×2.`);
    },
  },
  {
    id: 'single-stays',
    text: 'As load grows, single split converges to UE only.',
    rule: 'At load ×2 at least 90 % of its tasks stay on the UE, and no fewer than at load ×½.',
    judge: (found) => {
      const parts = found.map(({ onUe }) => onUe['one-cut-cloud']);
      const isStill = parts.every((part) => isSame(part, parts[0]!));
      return agreesIf(
        parts.at(-1)! >= 0.9 && parts.at(-1)! >= parts[0]!,
        `On the UE at low, mid and high load: ${listText(parts.map(percentText))}.${isStill ? ' It is the same at every load: nothing moves.' : ''}`,
        isStill,
      );
    },
  },
  {
    id: 'hivemind-79',
    text: 'HiveMind keeps inference at 79 ms or less at every load.',
    rule: 'Its mean latency is at most 79 ms at each of the three loads.',
    judge: (found) =>
      agreesIf(
        found.every(({ latencyS }) => latencyS.best <= 0.079),
        `${overLoads(found, ({ latencyS }) => milliseconds(latencyS.best))} ms at low, mid and high load.`,
      ),
  },
  {
    id: 'below-cloud',
    text: 'HiveMind is 37 to 90 % below cloud only (section III).',
    rule: 'The saving in mean latency lies between 37 and 90 % at each load.',
    judge: (found) => {
      const parts = savings(found, 'cloud-only');
      return agreesIf(within(parts, 0.37, 0.9), `${below(parts)}.`);
    },
  },
  {
    id: 'below-single',
    text: 'HiveMind is 32 to 55 % below single split (section III).',
    rule: 'The saving in mean latency lies between 32 and 55 % at each load.',
    judge: (found) => {
      const parts = savings(found, 'one-cut-cloud');
      return agreesIf(within(parts, 0.32, 0.55), `${below(parts)}.`);
    },
  },
  {
    id: 'training-ratio',
    text: 'At high load training in the cloud takes up to 890 J of UE and IAB hosts, HiveMind less than 400 J: less than 45 % of it.',
    rule: 'HiveMind’s mean energy at load ×2 is below 400/890 of that of cloud only.',
    judge: (found) => {
      const { best, 'cloud-only': cloud } = high(found).trainingJ;
      if (!Number.isFinite(best / cloud)) return cannotBeChecked('No iteration ended at load ×2.');
      return agreesIf(
        best / cloud < 400 / 890,
        `${percentText(best / cloud)} of it: ${figureText(best)} J with HiveMind against ${figureText(cloud)} J in the cloud.`,
      );
    },
  },
  {
    id: 'training-joules',
    text: 'The joules themselves: cloud up to 890 J, HiveMind below 400 J.',
    rule: 'None: a number without what it is for.',
    judge: (found) =>
      cannotBeChecked(
        `${joulesUnknown} Ours, for one iteration of one picture at low, mid and high load: cloud ${overLoads(found, ({ trainingJ }) => trainingJ['cloud-only'])} J, HiveMind ${overLoads(found, ({ trainingJ }) => trainingJ.best)} J.`,
      ),
  },
];

export const figure11 = defineFigure<AtLoads>({
  id: 11,
  title: 'ResNet-18 in the mmWave network',
  claim:
    'Inference and training at low, mid and high load. The cloud alone rises above 300 ms, single split ends up on the UE, HiveMind stays within ' +
    '79 ms; training costs up to 890 J with the cloud alone and less than 400 J with HiveMind.',
  assumptions: [...networkAssumptions(120), backward],
  stated: [tree, devices, result, lanes, trainingStated],
  measure: (experiment) => measureLoads(experiment, 'mmwave'),
  charts: loadCharts,
  numbers: (found) => [
    {
      name: 'Cloud only, mean latency at high load',
      unit: 'ms',
      ours: milliseconds(high(found).latencyS['cloud-only']),
      paper: '> 300',
    },
    {
      name: 'HiveMind, highest mean latency of the three loads',
      unit: 'ms',
      ours: milliseconds(Math.max(...found.map(({ latencyS }) => latencyS.best))),
      paper: '≤ 79',
    },
    {
      name: 'HiveMind, training energy over cloud only, high load',
      unit: '%',
      ours: 100 * (high(found).trainingJ.best / high(found).trainingJ['cloud-only']),
      paper: '< 45 (400/890 J)',
    },
  ],
  claims,
});
