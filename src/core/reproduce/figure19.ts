/** Figure 19: a recurrent tagger unrolled, and agents that learn together. */
import { learn, type AgentMeans } from './agents';
import { devices, networkAssumptions, number, tree, whole } from './assumptions';
import { defineFigure, partOf, type Experiment } from './defineFigure';
import { figureText } from './figureWords';
import { agreesIf, isNear, listText, msText, orNull, toleranceText, type Claim } from './judge';
import { backward } from './loads';
import { inTime, paperScenario, paperSettings } from './networks';
import { tag, type TaggerSplits } from './tagger';

const loads = [
  { name: 'low (×½)', factor: 0.5 },
  { name: 'mid (×1)', factor: 1 },
  { name: 'high (×2)', factor: 2 },
] as const;

interface AtLoad extends TaggerSplits, AgentMeans {
  readonly name: string;
}

type Found = readonly AtLoad[];

function measure(experiment: Experiment): Found {
  const { value, seed } = experiment;
  const scenario = paperScenario(experiment, 'mmwave');
  const limitS = value('limitMs') / 1e3;
  return loads.map(({ name, factor }, index) => {
    const onPart = partOf(experiment, index, loads.length);
    const settings = paperSettings(experiment, scenario, { load: factor });
    const setting = inTime(scenario, settings, (part) => onPart(0.6 * part));
    const tagger = {
      modules: value('modules'),
      embedding: value('embedding'),
      hidden: value('hidden'),
      tags: value('tags'),
      wordBytes: 4,
    };
    const tagged = tag(setting, tagger, limitS);
    onPart(0.9);
    const agent = {
      hidden: value('agentHidden'),
      observed: value('observed'),
      actions: value('actions'),
      steps: value('steps'),
    };
    const rounds = {
      agents: value('agents'),
      passes: value('passes'),
      limitS,
      backwardFactor: value('backwardFactor'),
      seed,
    };
    const learnt = learn(setting, agent, rounds);
    onPart(1);
    return { name, ...tagged, ...learnt };
  });
}

const millijoules = (joules: number): number => 1e3 * joules;
const unrolling = ({ unrolled, perModule }: AtLoad): number => perModule.energyJ / unrolled.energyJ;
const awareness = ({ awareJ, unawareJ }: AtLoad): number => unawareJ / awareJ;

const claims: readonly Claim<Found>[] = [
  {
    id: 'unrolled-low',
    text: 'At low load the unrolled tagger takes 1.7 times less energy than splitting its module once.',
    rule: `Energy per module over energy unrolled is ${toleranceText} of 1.7 at load ×½.`,
    judge: ([low]) => agreesIf(isNear(unrolling(low!), 1.7), taggerText(low!)),
  },
  {
    id: 'unrolled-high',
    text: 'At high load it takes 2.3 times less.',
    rule: `Energy per module over energy unrolled is ${toleranceText} of 2.3 at load ×2.`,
    judge: (found) => {
      const high = found.at(-1)!;
      return agreesIf(isNear(unrolling(high), 2.3), taggerText(high));
    },
  },
  {
    id: 'unrolled-never-worse',
    text: 'Unrolling is never worse, and better as load grows.',
    rule: 'Energy per module over energy unrolled is at least 1 at every load and does not fall with the load.',
    judge: (found) => {
      const ratios = found.map(unrolling);
      return agreesIf(
        ratios.every((ratio, k) => ratio >= 1 - 1e-12 && (k === 0 || ratio >= ratios[k - 1]!)),
        `${listText(ratios.map(figureText))} times less energy at low, mid and high load.`,
      );
    },
  },
  {
    id: 'aware-high',
    text: 'At high load agents that count the transfer of parameters when they decide take 1.5 times less energy than those that do not.',
    rule: `Mean energy unaware over mean energy aware is ${toleranceText} of 1.5 at load ×2.`,
    judge: (found) => {
      const high = found.at(-1)!;
      return agreesIf(
        isNear(awareness(high), 1.5),
        `${timesLess(awareness(high))}: ${figureText(millijoules(high.awareJ))} mJ a round where the transfer counts, ${figureText(millijoules(high.unawareJ))} mJ where it does not.`,
      );
    },
  },
];

/** "2.30 times less", or "1.20 times more" where it is not less. */
function timesLess(ratio: number): string {
  return ratio >= 1 ? `${figureText(ratio)} times less` : `${figureText(1 / ratio)} times more`;
}

function taggerText(at: AtLoad): string {
  const { unrolled, perModule } = at;
  const text = ({ energyJ, latencyS }: typeof unrolled): string =>
    `${figureText(millijoules(energyJ))} mJ in ${msText(latencyS)}`;
  return `${timesLess(unrolling(at))}: ${text(unrolled)} unrolled, against ${text(perModule)} with the module split once.`;
}

const size = (id: string, name: string, note: string, ours: boolean, usual: number, most: number) =>
  whole({ id, name, unit: '', ours, note }, usual, 1, most);
const silent = 'The paper does not say.';

export const figure19 = defineFigure<Found>({
  id: 19,
  title: 'Recurrent and collaborative models',
  claim:
    '(a) A GRU tagger of 200 modules, unrolled, is 1.7 times (low load) to 2.3 times (high load) better than its module split once. (b) QMIX agents with the mixer ' +
    'in the cloud are 1.5 times better at high load when they count the transfer of parameters. Energy, within 120 ms.',
  assumptions: [
    ...networkAssumptions(120),
    number(
      { id: 'limitMs', name: 'Latency limit', unit: 'ms', ours: false, note: 'As in the paper.' },
      120,
      1,
      100_000,
    ),
    backward,
    size('modules', 'Modules of the tagger', 'As in the paper.', false, 200, 500),
    size('embedding', 'Size of an embedding', silent, true, 100, 2000),
    size('hidden', 'Size of the tagger’s state', silent, true, 200, 2000),
    size('tags', 'Tags', silent, true, 20, 1000),
    size('agents', 'Agents', silent, true, 8, 50),
    size('observed', 'Numbers an agent observes in a step', silent, true, 80, 10_000),
    size('agentHidden', 'Size of an agent’s state', 'As published for QMIX.', true, 64, 2000),
    size('actions', 'Actions of an agent', silent, true, 14, 1000),
    size('steps', 'Steps of an episode', silent, true, 60, 1000),
    number(
      {
        id: 'passes',
        name: 'Passes between two exchanges of parameters',
        unit: '',
        ours: true,
        note: silent,
      },
      1,
      1,
      1000,
    ),
  ],
  stated: [
    tree,
    devices,
    {
      name: 'Links',
      ours: true,
      text: 'The way from cell 1 to the cloud, each link at its simulated mean for the load: these models run longer than a capacity stays the same.',
    },
    {
      name: 'Objective',
      ours: true,
      text:
        'The least energy of the UE and the hosts at IAB nodes within the limit, of a whole sentence in (a), of one pass in (b); exact. Where no split keeps it, ' +
        'the fastest. Work counts beyond idling at published power, radios after a phone’s power curve. The paper prints no joules, so only factors are compared.',
    },
    {
      name: 'Module split once',
      ours: true,
      text: 'Every module is cut in the same places; its hidden state goes with each word and comes back to the UE for the next one.',
    },
    {
      name: 'Agents',
      ours: true,
      text: 'Each has links of its own, the first one at 0.5 to 1 times the mean; each node sends the parameters of the blocks that it ran to the cloud.',
    },
  ],
  measure,
  charts: (found) => {
    const groups = found.map(({ name }) => name);
    const x = { name: 'Load', unit: '' };
    const y = { name: 'Energy', unit: 'mJ' };
    const bars = (joules: (at: AtLoad) => number) => found.map((at) => orNull(millijoules(joules(at))));
    return [
      {
        kind: 'bars',
        title: '(a) GRU tagger, one sentence',
        x,
        y,
        groups,
        series: [
          { name: 'Module split once', values: bars(({ perModule }) => perModule.energyJ) },
          { name: 'Unrolled', values: bars(({ unrolled }) => unrolled.energyJ) },
        ],
      },
      {
        kind: 'bars',
        title: '(b) QMIX agents, mean of a round',
        x,
        y,
        groups,
        series: [
          { name: 'Unaware of the transfer', values: bars(({ unawareJ }) => unawareJ) },
          { name: 'Aware of it', values: bars(({ awareJ }) => awareJ) },
        ],
      },
    ];
  },
  numbers: (found) => [
    {
      name: 'Unrolled, times less energy at low load',
      unit: '×',
      ours: unrolling(found[0]!),
      paper: '1.7',
    },
    {
      name: 'Unrolled, times less energy at high load',
      unit: '×',
      ours: unrolling(found.at(-1)!),
      paper: '2.3',
    },
    {
      name: 'Unrolled, times less time at high load, both at their fastest',
      unit: '×',
      ours: found.at(-1)!.fastest.perModuleS / found.at(-1)!.fastest.unrolledS,
      paper: null,
    },
    {
      name: 'Aware, times less energy at high load',
      unit: '×',
      ours: awareness(found.at(-1)!),
      paper: '1.5',
    },
  ],
  claims,
});
