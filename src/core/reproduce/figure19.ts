/** Figure 19: a recurrent tagger unrolled, and agents that learn together. */
import type { NodeId } from '../network/types';
import { refreshProfiles } from '../profile/profileFor';
import type { CustomWorkload, Scenario } from '../scenario/types';
import { collaborativeStudy } from '../studies/collaborativeStudy';
import { recurrentStudy } from '../studies/recurrentStudy';
import { devices, networkAssumptions, number, tree, whole } from './assumptions';
import { defineFigure, partOf, type Experiment } from './defineFigure';
import { agreesIf, cannotBeChecked, digits, meanOf, msText, orNull, type Claim } from './judge';
import { inTime, paperScenario, paperSettings, type Setting } from './networks';

const loads = [
  { name: 'low (x1/2)', factor: 0.5 },
  { name: 'mid (x1)', factor: 1 },
  { name: 'high (x2)', factor: 2 },
] as const;
/** On the way from cell 1 to the cloud. */
const onTheWay: readonly string[] = ['ue', 'iab1', 'iab3', 'iab6', 'mec7', 'mec8', 'cloud'];
const leastMbps = 0.001;

interface AtLoad {
  readonly name: string;
  readonly unrolledS: number;
  readonly perModuleS: number;
  readonly awareS: number;
  readonly unawareS: number;
}

type Found = readonly AtLoad[];

function measure(experiment: Experiment): Found {
  const scenario = paperScenario(experiment, 'mmwave');
  return loads.map(({ name, factor }, index) => {
    const onPart = partOf(experiment, index, loads.length);
    const settings = paperSettings(experiment, scenario, { load: factor });
    const mean = meanScenario(inTime(scenario, settings, (part) => onPart(0.8 * part)));
    const tagger = tag(mean, experiment);
    const learning = learn(mean, experiment);
    onPart(1);
    return { name, ...tagger, ...learning };
  });
}

/** The way from cell 1 to the cloud, every link as it is in the mean; the access is that of whichever cell serves. */
function meanScenario({ scenario, network, world: { capacities, journey } }: Setting): Scenario {
  const { stepS, mbps } = capacities;
  const meanMbps = (link: string, direction: 'aToB' | 'bToA'): number => {
    const arc = network.arcs.findIndex(
      (each) => each.kind === 'link' && each.link === link && each.direction === direction,
    );
    return meanOf(mbps[arc]!);
  };
  const access = (direction: 'up' | 'down'): number => {
    const arcs = network.cells.map((cell) =>
      network.arcs.findIndex(
        (each) => each.kind === 'access' && each.cell === cell && each.direction === direction,
      ),
    );
    return meanOf(
      mbps[0]!.map((_, k) => mbps[arcs[journey.cell[Math.floor((k * stepS) / journey.stepS + 1e-9)]!]!]![k]!),
    );
  };
  const atLeast = (value: number): number => Math.max(leastMbps, value);
  return {
    ...scenario,
    nodes: scenario.nodes.filter(({ id }) => onTheWay.includes(id)),
    links: scenario.links
      .filter(({ a, b }) => onTheWay.includes(a) && onTheWay.includes(b))
      .map((link) => ({
        ...link,
        symmetric: false,
        aToBMbps: atLeast(link.a === scenario.sourceId ? access('up') : meanMbps(link.id, 'aToB')),
        bToAMbps: atLeast(link.a === scenario.sourceId ? access('down') : meanMbps(link.id, 'bToA')),
      })),
  };
}

function tag(scenario: Scenario, { value }: Experiment): Pick<AtLoad, 'unrolledS' | 'perModuleS'> {
  const answer = recurrentStudy(
    scenario,
    {
      modules: value('modules'),
      embedding: value('embedding'),
      hidden: value('hidden'),
      tags: value('tags'),
      wordBytes: 4,
    },
    // The bound of the operator graph is not asked for here.
    { shouldStop: () => true },
  );
  if (answer.kind === 'trouble') throw new Error(`the tagger has no split: ${answer.trouble.kind}`);
  return { unrolledS: answer.unrolled.totalS, perModuleS: answer.perModule.totalS };
}

function learn(scenario: Scenario, { value, seed }: Experiment): Pick<AtLoad, 'awareS' | 'unawareS'> {
  const answer = collaborativeStudy(refreshProfiles({ ...scenario, workload: qmixAgent(value) }), {
    agents: value('agents'),
    controller: 'cloud' as NodeId,
    charge: 'per-block',
    pass: 'training',
    passes: value('passes'),
    minFactor: 0.5,
    maxFactor: 1,
    seed,
  });
  if (answer.kind === 'trouble') throw new Error(`agents have no split: ${answer.trouble.kind}`);
  return {
    awareS: meanOf(answer.aware.map(({ totalS }) => totalS)),
    unawareS: meanOf(answer.unaware.map(({ totalS }) => totalS)),
  };
}

const fp32 = 4;

/** An agent's network of QMIX (Rashid et al., ICML 2018): linear, GRU cell, linear, over the steps of an episode. */
function qmixAgent(value: Experiment['value']): CustomWorkload {
  const hidden = value('agentHidden');
  const observed = value('observed');
  const actions = value('actions');
  const steps = value('steps');
  const block = (name: string, parameters: number, outputs: number) => ({
    name,
    load: { unit: 'macs' as const, value: steps * parameters },
    bytesOut: fp32 * steps * outputs,
    weightBytes: fp32 * parameters,
  });
  return {
    kind: 'custom',
    name: 'QMIX agent',
    inputBytes: fp32 * steps * observed,
    blocks: [
      block('Linear, in', observed * hidden, hidden),
      block('GRU cell', 6 * hidden * hidden, hidden),
      block('Linear, out', hidden * actions, actions),
    ],
  };
}

const unrolling = ({ unrolledS, perModuleS }: AtLoad): number => perModuleS / unrolledS;
const awareness = ({ awareS, unawareS }: AtLoad): number => unawareS / awareS;
/** Energy is what the paper compares, and it prints neither what counts nor for how much work. */
const inTimeOnly =
  'The paper compares energy within 120 ms and prints neither the joules nor what they are of; in time, ours is';
const noRule = 'None: ours is time, the paper’s energy.';

const claims: readonly Claim<Found>[] = [
  {
    id: 'unrolled-low',
    text: 'At low load the unrolled tagger takes 1.7 times less energy than splitting its module once.',
    rule: noRule,
    judge: ([low]) =>
      cannotBeChecked(`${inTimeOnly} ${digits(unrolling(low!))} times less: ${taggerText(low!)}`),
  },
  {
    id: 'unrolled-high',
    text: 'At high load it takes 2.3 times less.',
    rule: noRule,
    judge: (found) => {
      const high = found.at(-1)!;
      return cannotBeChecked(`${inTimeOnly} ${digits(unrolling(high))} times less: ${taggerText(high)}`);
    },
  },
  {
    id: 'unrolled-ahead',
    text: 'Unrolling is ahead at every load.',
    rule: 'Time unrolled is below time with the module split once at each load: in time, where the paper has energy.',
    judge: (found) =>
      agreesIf(
        found.every((at) => unrolling(at) > 1),
        `${found.map((at) => digits(unrolling(at))).join(', ')} times less time at low, mid and high load.`,
      ),
  },
  {
    id: 'unrolled-grows',
    text: 'Its lead grows with the load.',
    rule: 'The ratio of the two times rises from load to load: in time, where the paper has energy.',
    judge: (found) => {
      const ratios = found.map(unrolling);
      return agreesIf(
        ratios.every((ratio, k) => k === 0 || ratio > ratios[k - 1]!),
        `${ratios.map(digits).join(', ')} times less time at low, mid and high load.`,
      );
    },
  },
  {
    id: 'aware-high',
    text: 'At high load agents that count the transfer of parameters when they decide take 1.5 times less energy than those that do not.',
    rule: noRule,
    judge: (found) => {
      const high = found.at(-1)!;
      return cannotBeChecked(
        `${inTimeOnly} ${digits(awareness(high))} times less: ${msText(high.awareS)} a round against ${msText(high.unawareS)}.`,
      );
    },
  },
];

function taggerText({ unrolledS, perModuleS }: AtLoad): string {
  return `${msText(perModuleS)} per module, ${msText(unrolledS)} unrolled.`;
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
      text: 'Time, where the paper minimises energy within 120 ms: it prints neither the power of a module nor what an episode costs.',
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
    const y = { name: 'Time', unit: 'ms' };
    const bars = (value: (at: AtLoad) => number) => found.map((at) => orNull(1e3 * value(at)));
    return [
      {
        kind: 'bars',
        title: '(a) GRU tagger',
        x,
        y,
        groups,
        series: [
          { name: 'Module split once', values: bars(({ perModuleS }) => perModuleS) },
          { name: 'Unrolled', values: bars(({ unrolledS }) => unrolledS) },
        ],
      },
      {
        kind: 'bars',
        title: '(b) QMIX agents, mean of a round',
        x,
        y,
        groups,
        series: [
          { name: 'Unaware of the transfer', values: bars(({ unawareS }) => unawareS) },
          { name: 'Aware of it', values: bars(({ awareS }) => awareS) },
        ],
      },
    ];
  },
  numbers: (found) => [
    {
      name: 'Unrolled, times less time at low load',
      unit: 'x',
      ours: unrolling(found[0]!),
      paper: '1.7 (energy)',
    },
    {
      name: 'Unrolled, times less time at high load',
      unit: 'x',
      ours: unrolling(found.at(-1)!),
      paper: '2.3 (energy)',
    },
    {
      name: 'Aware, times less time at high load',
      unit: 'x',
      ours: awareness(found.at(-1)!),
      paper: '1.5 (energy)',
    },
  ],
  claims,
});
