/** What each way of splitting takes for granted and where it comes from, in the groups of the method picker. */
import type { StrategyId } from '../../core/solvers/types';
import type { MethodId } from '../../core/studies/methodsTypes';
import { methodNames, strategyNames } from './strategyNames';

export type WayId = StrategyId | MethodId;

export interface WayTexts {
  readonly name: string;
  /** One sentence. */
  readonly assumes: string;
  /** Paper and equation, or "own". */
  readonly source: string;
}

export interface WayGroup {
  readonly id: 'one-frame' | 'stream' | 'objectives' | 'as-printed';
  readonly title: string;
  readonly ways: readonly WayId[];
}

export const wayGroups: readonly WayGroup[] = [
  {
    id: 'one-frame',
    title: 'One frame, latency',
    ways: [
      'best',
      'row',
      'one-cut-edge',
      'one-cut-cloud',
      'greedy',
      'proportional',
      'ue-only',
      'edge-only',
      'cloud-only',
    ],
  },
  { id: 'stream', title: 'A stream of frames', ways: ['pipeline'] },
  { id: 'objectives', title: 'Several objectives', ways: ['weighted', 'within-limits'] },
  {
    id: 'as-printed',
    title: 'HiveMind as printed',
    ways: ['algorithm-1-printed', 'algorithm-1-corrected', 'hivemind-weights'],
  },
];

const methodFacts: Readonly<Record<MethodId, Omit<WayTexts, 'name'>>> = {
  row: {
    assumes:
      'Data moves along the row of computing nodes from the UE on; a node that runs nothing still forwards.',
    source: 'HiveMind, eq. 3 to 7, solved in O(P·L)',
  },
  'algorithm-1-printed': {
    assumes: 'The row; every node that is handed data runs at least one block, and messages are as printed.',
    source: 'HiveMind, Algorithm 1',
  },
  'algorithm-1-corrected': {
    assumes: 'The row; a node may run nothing, and line 11 charges the entry of each start.',
    source: 'HiveMind, Algorithm 1 with two corrections',
  },
  pipeline: {
    assumes: 'Frames follow one another along the row, so what counts is the slowest node or hop.',
    source: 'PipeDream’s objective (SOSP 2019), without replication',
  },
  weighted: {
    assumes:
      'Milliseconds, millijoules, kilobytes and leakage add up with your weights; limits are not looked at.',
    source: 'HiveMind, eq. 11',
  },
  'hivemind-weights': {
    assumes:
      'The row; each hop and node is weighed against the limit of the whole way, so the way can break it.',
    source: 'HiveMind, eq. 12',
  },
  'within-limits': {
    assumes: 'Your limits hold for the whole way, and the criterion you chose is as small as they allow.',
    source: 'own: labels with proved bounds',
  },
};

const strategyFacts: Readonly<Record<StrategyId, Omit<WayTexts, 'name'>>> = {
  'ue-only': { assumes: 'Every block runs on the UE.', source: 'baseline' },
  'cloud-only': {
    assumes: 'The raw input travels to the sink over its cheapest route and every block runs there.',
    source: 'baseline',
  },
  'edge-only': {
    assumes: 'The raw input travels to the best single edge host and every block runs there.',
    source: 'baseline',
  },
  'one-cut-cloud': {
    assumes: 'The first blocks run on the UE, the rest on the sink, with at most one cut anywhere.',
    source: 'Neurosurgeon (ASPLOS 2017)',
  },
  'one-cut-edge': {
    assumes: 'The first blocks run on the UE, the rest on the best single edge host.',
    source: 'Neurosurgeon (ASPLOS 2017)',
  },
  greedy: {
    assumes:
      'Each node on the row, from the UE on, splits what is left between itself and the next one as if nothing lay beyond.',
    source: 'baseline',
  },
  proportional: {
    assumes:
      'Each computing node on the row runs a share of the blocks in proportion to its speed; links are not looked at.',
    source: 'what home-cluster tools do',
  },
  best: {
    assumes:
      'Blocks run one after another on any computing nodes, each as often as it pays, over any links that are up.',
    source: 'own: route and split together, exact',
  },
};

export function wayTexts(id: WayId): WayTexts {
  return id in methodFacts
    ? { name: methodNames[id as MethodId], ...methodFacts[id as MethodId] }
    : { name: strategyNames[id as StrategyId], ...strategyFacts[id as StrategyId] };
}

/** The group of a way; ways that are not listed do not exist. */
export function groupOf(id: WayId): WayGroup['id'] {
  return wayGroups.find(({ ways }) => ways.includes(id))?.id ?? 'one-frame';
}
