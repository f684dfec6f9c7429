/** What the fields of a document must say about each other, once each of them is well formed. */
import { workloadChain } from '../model/workloadChain';
import { secondsOf } from '../profile/blockTime';
import { isRecorded } from '../profile/isRecorded';
import { unstableFactor } from '../profile/steadiness';
import type { BlockSample, MeasuredSource, Profile } from '../profile/types';
import { findGraphFault } from './graphConsistency';
import { findSimulationFault } from './simulationConsistency';
import type { OwnSplit, Scenario, Workload } from './types';

export interface Inconsistency {
  readonly path: string;
  /** Plain words, ending without a full stop. */
  readonly detail: string;
}
type Check = (scenario: Scenario) => Inconsistency | null;

/** The first contradiction in a document, or null. */
export function findInconsistency(scenario: Scenario): Inconsistency | null {
  // Profiles and own splits are held against the chain: the graph it is made from comes first.
  const checks = [
    checkIds,
    checkRoles,
    checkDevices,
    checkLinks,
    checkGraph,
    checkProfiles,
    checkOwnSplit,
    checkSimulation,
  ];
  for (const check of checks) {
    const found = check(scenario);
    if (found !== null) return found;
  }
  return null;
}

const checkIds: Check = ({ nodes, links, profiles }) =>
  findDuplicate(nodes, 'nodes') ?? findDuplicate(links, 'links') ?? findDuplicate(profiles, 'profiles');

function findDuplicate(items: readonly { readonly id: string }[], list: string): Inconsistency | null {
  const seen = new Map<string, number>();
  for (const [index, { id }] of items.entries()) {
    const first = seen.get(id);
    if (first !== undefined) {
      return { path: `${list}[${index}].id`, detail: `the id "${id}" is already that of ${list}[${first}]` };
    }
    seen.set(id, index);
  }
  return null;
}

const checkRoles: Check = ({ nodes, sourceId, sinkId }) => {
  const source = nodes.findIndex((node) => node.id === sourceId);
  if (source < 0) return noSuchNode('sourceId', sourceId);
  if (!nodes.some((node) => node.id === sinkId)) return noSuchNode('sinkId', sinkId);
  if (sinkId === sourceId) return { path: 'sinkId', detail: 'the sink must be another node than the source' };
  if (nodes[source]!.kind !== 'ue') {
    return { path: `nodes[${source}].kind`, detail: 'the source must be a node of kind ue' };
  }
  if (nodes[source]!.device === null) {
    return { path: `nodes[${source}].device`, detail: 'the source must have a device' };
  }
  return null;
};

function noSuchNode(path: string, id: string): Inconsistency {
  return { path, detail: `there is no node with the id "${id}"` };
}

const checkDevices: Check = ({ nodes, profiles }) => {
  const recorded = new Set(profiles.filter(isRecorded).map((profile) => profile.id));
  for (const [index, { device }] of nodes.entries()) {
    if (device?.kind === 'measured' && !recorded.has(device.profileId)) {
      return {
        path: `nodes[${index}].device.profileId`,
        detail: `there is no measured or imported profile with the id "${device.profileId}"`,
      };
    }
  }
  return null;
};

const checkLinks: Check = ({ nodes, links }) => {
  const ids = new Set<string>(nodes.map((node) => node.id));
  const pairs = new Map<string, number>();
  for (const [index, link] of links.entries()) {
    const path = `links[${index}]`;
    if (!ids.has(link.a)) return noSuchNode(`${path}.a`, link.a);
    if (!ids.has(link.b)) return noSuchNode(`${path}.b`, link.b);
    if (link.a === link.b) return { path: `${path}.b`, detail: 'a link must join two different nodes' };
    const pair = link.a < link.b ? `${link.a} ${link.b}` : `${link.b} ${link.a}`;
    const other = pairs.get(pair);
    if (other !== undefined) return { path, detail: `these two nodes are already joined by links[${other}]` };
    pairs.set(pair, index);
    if (link.symmetric && link.aToBMbps !== link.bToAMbps) {
      return { path: `${path}.bToAMbps`, detail: 'a symmetric link has the same capacity both ways' };
    }
  }
  return null;
};

const checkGraph: Check = ({ workload }) => {
  const fault = workload.kind === 'imported' ? findGraphFault(workload.graph) : null;
  return fault === null ? null : { ...fault, path: `workload.graph.${fault.path}` };
};

const checkProfiles: Check = ({ profiles, workload }) => {
  for (const [index, profile] of profiles.entries()) {
    const fault = findProfileFault(workload, profile);
    if (fault !== null) return { ...fault, path: `profiles[${index}].${fault.path}` };
  }
  return null;
};

/** Why a profile contradicts itself, or the model it says it is of; null if it does not. */
export function findProfileFault(workload: Workload, profile: Profile): Inconsistency | null {
  const chain = workloadChain(workload);
  if (profile.modelKey === chain.modelKey && profile.blocks.length !== chain.blocks.length) {
    return {
      path: 'blocks',
      detail: `${chain.name} has ${chain.blocks.length} blocks, the profile ${profile.blocks.length}`,
    };
  }
  const wrong = profile.blocks.findIndex(({ intervalS }) => intervalS !== null && !isOrdered(intervalS));
  if (wrong >= 0) return { path: `blocks[${wrong}].intervalS`, detail: lowerFirst };
  if (profile.source.kind === 'measured') return findMeasurementFault(profile.blocks, profile.source);
  if (profile.source.kind === 'published' && !profile.source.scaled) {
    return findTotalFault(profile.blocks, profile.source.totalS);
  }
  return null;
}

const lowerFirst = 'an interval starts with its lower end';
const isOrdered = ([low, high]: readonly [number, number]): boolean => low <= high;

/** A published total is spread over the blocks to its last bit; this allows for adding up in another order. */
const totalWithin = 1e-6;

/** Nobody's figure may stand beside times that are not theirs. */
function findTotalFault(blocks: readonly BlockSample[], totalS: number): Inconsistency | null {
  const sumS = blocks.reduce((sum, { time }) => sum + secondsOf(time), 0);
  if (isClose(sumS, totalS, totalWithin)) return null;
  return {
    path: 'source.totalS',
    detail: `the blocks take ${sumS} s together, the published total is ${totalS} s`,
  };
}

/** Figures of a measurement may have been rounded on their way. */
const measuredWithin = 1e-3;

/** The blocks add up to the runs they were measured in: sum times factor, which is the end-to-end median unless unstable. */
function findMeasurementFault(blocks: readonly BlockSample[], source: MeasuredSource): Inconsistency | null {
  const { backend, clockS, endToEndIntervalS, endToEndMeanS, endToEndS, factor, steadiness, sumS } = source;
  if (!isOrdered(endToEndIntervalS)) return { path: 'source.endToEndIntervalS', detail: lowerFirst };
  const expected =
    steadiness === 'unstable' ? unstableFactor(sumS, endToEndMeanS, backend) : endToEndS / sumS;
  if (!isClose(factor, expected, measuredWithin)) {
    return { path: 'source.factor', detail: `the factor must be ${expected}` };
  }
  const totalS = sumS * factor;
  let atLeastS = 0;
  let atMostS = 0;
  for (const { time } of blocks) {
    // Of a block below the clock's resolution only a bound is known.
    atLeastS += 'seconds' in time ? time.seconds : 0;
    atMostS += 'seconds' in time ? time.seconds : Math.max(time.belowS, clockS);
  }
  if (atLeastS <= totalS * (1 + measuredWithin) && totalS <= atMostS * (1 + measuredWithin)) return null;
  return {
    path: 'blocks',
    detail: `the blocks take ${atLeastS} s together, the measurement says ${totalS} s`,
  };
}

const isClose = (a: number, b: number, within: number): boolean => Math.abs(a - b) <= within * b;

const checkSimulation: Check = ({ links, simulation }) => {
  const fault = simulation === null ? null : findSimulationFault(links, simulation);
  return fault === null ? null : { ...fault, path: `simulation.${fault.path}` };
};

const checkOwnSplit: Check = (scenario) =>
  scenario.ownSplit === null ? null : findSplitFault(scenario, scenario.ownSplit);

/** Why an own split does not belong to this document, or null. */
export function findSplitFault(
  { nodes, workload }: Pick<Scenario, 'nodes' | 'workload'>,
  split: OwnSplit,
): Inconsistency | null {
  const ids = new Set(nodes.map((node) => node.id));
  const missing = split.nodes.findIndex((id) => !ids.has(id));
  if (missing >= 0) return noSuchNode(`ownSplit.nodes[${missing}]`, split.nodes[missing]!);
  const again = split.nodes.findIndex((id, index) => split.nodes.indexOf(id) !== index);
  if (again >= 0) return { path: `ownSplit.nodes[${again}]`, detail: 'a node can appear only once' };
  if (split.boundaries.length !== split.nodes.length) {
    return { path: 'ownSplit.boundaries', detail: 'there must be one boundary for each node' };
  }
  const falling = split.boundaries.findIndex(
    (value, index) => index > 0 && value < split.boundaries[index - 1]!,
  );
  if (falling >= 0)
    return { path: `ownSplit.boundaries[${falling}]`, detail: 'boundaries must not decrease' };
  const chain = workloadChain(workload);
  const last = split.boundaries.length - 1;
  if (split.boundaries[last] !== chain.blocks.length) {
    return {
      path: `ownSplit.boundaries[${last}]`,
      detail: `the last boundary must be ${chain.blocks.length}, the number of blocks of ${chain.name}`,
    };
  }
  return null;
}
