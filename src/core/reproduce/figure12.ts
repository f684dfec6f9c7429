/** Figure 12: the same in the sub-6 GHz network. */
import { devices, lanes, networkAssumptions, result } from './assumptions';
import { defineFigure } from './defineFigure';
import { agreesIf, isSame, listText, percentText, type Claim } from './judge';
import { backward, loadCharts, measureLoads, overLoads, trainingStated, type AtLoads } from './loads';
import { methods } from './methods';

const hivemindOnUe = (found: AtLoads): readonly number[] => found.map(({ onUe }) => onUe.best);

const claims: readonly Claim<AtLoads>[] = [
  {
    id: 'converges',
    text: 'As load grows, HiveMind converges to UE only.',
    rule: 'The part of its tasks that stay on the UE does not fall with the load and is at least 90 % at load ×2.',
    judge: (found) => {
      const parts = hivemindOnUe(found);
      const isStill = parts.every((part) => isSame(part, parts[0]!));
      const rises = parts.every((part, k) => k === 0 || part >= parts[k - 1]!);
      return agreesIf(
        rises && parts.at(-1)! >= 0.9,
        `On the UE at low, mid and high load: ${listText(parts.map(percentText))}.${isStill ? ' It is the same at every load: nothing moves.' : ''}`,
        isStill,
      );
    },
  },
  {
    id: 'never-worse',
    text: 'HiveMind is no slower than any baseline.',
    rule: 'Its mean latency is at most that of UE only, cloud only and single split at each load, but for 1 % of stale decisions.',
    judge: (found) =>
      agreesIf(
        found.every(({ latencyS: { best, ...others } }) => best <= 1.01 * Math.min(...Object.values(others))),
        `At low, mid and high load: ${methods.map(({ lane, name }) => `${name} ${overLoads(found, ({ latencyS }) => 1e3 * latencyS[lane])} ms`).join('; ')}.`,
      ),
  },
];

export const figure12 = defineFigure<AtLoads>({
  id: 12,
  title: 'ResNet-18 in the sub-6 GHz network',
  claim:
    'One base station, one MEC host in the core, the cloud: with slow links HiveMind converges to UE only as the load grows.',
  assumptions: [...networkAssumptions(120), backward],
  stated: [
    {
      name: 'sub-6 GHz network',
      ours: true,
      text: 'A is read as the air between UE and base station, its share as a part of the air time; B is the wireless way to the core, C the wire to the cloud. Shares are Table I’s; the UE’s way is ours.',
    },
    devices,
    result,
    lanes,
    trainingStated,
  ],
  measure: (experiment) => measureLoads(experiment, 'sub6'),
  charts: loadCharts,
  numbers: (found) => [
    {
      name: 'HiveMind, tasks that stay on the UE at low load',
      unit: '%',
      ours: 100 * hivemindOnUe(found)[0]!,
      paper: null,
    },
    {
      name: 'HiveMind, tasks that stay on the UE at high load',
      unit: '%',
      ours: 100 * hivemindOnUe(found).at(-1)!,
      paper: 'all (converges)',
    },
  ],
  claims,
});
