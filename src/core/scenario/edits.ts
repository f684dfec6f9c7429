/**
 * The pure edits of the document: what every gesture, field, command and table does. An edit never makes an invalid
 * document; what cannot be done, and what changes nothing, returns the same object. New ids come from the caller.
 */
import { defaultDevice, fallbackDeviceId, freeName, kindNames, linkDefaults } from '../network/nodeDefaults';
import { clampPosition, type Position } from '../network/positions';
import { tidyPositions } from '../network/tidyPositions';
import type { LinkDirection, LinkId, NetworkLink, NetworkNode, NodeId, NodeKind } from '../network/types';
import { isRecorded } from '../profile/isRecorded';
import type { Profile } from '../profile/types';
import { findProfileFault, findSplitFault } from './consistency';
import { findGraphFault } from './graphConsistency';
import { limits } from './limits';
import { nextSink, nextSource } from './roles';
import { sameData } from './sameData';
import { linkSchema, nodeSchema } from './networkSchema';
import { profileSchema } from './profileSchema';
import { ownSplitSchema } from './schema';
import { workloadSchema } from './workloadSchema';
import { settle } from './settle';
import { cleanName, cleanNotes } from './text';
import type { Delivery, OwnSplit, Scenario, Workload } from './types';

export interface NewNode extends Position {
  readonly id: NodeId;
  readonly kind: NodeKind;
}

/** Adds a node with a free name and a device that suits its kind. */
export function addNode(scenario: Scenario, { id, kind, xM, yM }: NewNode): Scenario {
  const node: NetworkNode = {
    id,
    kind,
    name: freeName(kindNames[kind], scenario.nodes),
    ...clampPosition({ xM, yM }),
    device: defaultDevice(kind),
    memoryMB: null,
    trusted: true,
    power: null,
  };
  return addAll(scenario, [node], []);
}

function addAll(
  scenario: Scenario,
  newNodes: readonly NetworkNode[],
  newLinks: readonly NetworkLink[],
): Scenario {
  const nodes = [...scenario.nodes, ...newNodes];
  const links = [...scenario.links, ...newLinks];
  const isLegal =
    nodes.length <= limits.nodes &&
    links.length <= limits.links &&
    new Set(nodes.map((node) => node.id)).size === nodes.length &&
    new Set(links.map((link) => link.id)).size === links.length &&
    newNodes.every((node) => nodeSchema.safeParse(node).success) &&
    newLinks.every((link) => linkSchema.safeParse(link).success);
  return isLegal ? settle(scenario, { ...scenario, nodes, links }) : scenario;
}

export interface NewLink {
  readonly id: LinkId;
  readonly a: NodeId;
  readonly b: NodeId;
}

/** Joins two nodes with a link whose medium and figures suit their kinds. Not to itself, not twice. */
export function connectNodes(scenario: Scenario, { id, a, b }: NewLink): Scenario {
  const from = findNode(scenario, a);
  const to = findNode(scenario, b);
  if (from === undefined || to === undefined || a === b || findLinkBetween(scenario, a, b)) return scenario;
  const link: NetworkLink = { id, a, b, ...linkDefaults(from.kind, to.kind), symmetric: true };
  return addAll(scenario, [], [link]);
}

export interface Items {
  readonly nodes: readonly NodeId[];
  readonly links: readonly LinkId[];
}

/**
 * Removes nodes with their links, and links. Source and sink are needed: when one of them goes, the next UE that stays
 * becomes the source, the node farthest into the network the sink; where nobody can take the role, its holder stays.
 */
export function removeItems(scenario: Scenario, items: Items): Scenario {
  const leaving = new Set(items.nodes);
  const sourceId = nextSource(scenario, leaving);
  const sinkId = nextSink(scenario, leaving, sourceId);
  const goneLinks = new Set(items.links);
  const nodes = scenario.nodes
    .filter((node) => !leaving.has(node.id) || node.id === sourceId || node.id === sinkId)
    .map((node) => (node.id === sourceId ? withDevice(node) : node));
  const staying = new Set(nodes.map((node) => node.id));
  const links = scenario.links.filter(
    (link) => !goneLinks.has(link.id) && staying.has(link.a) && staying.has(link.b),
  );
  if (nodes.length === scenario.nodes.length && links.length === scenario.links.length) return scenario;
  return settle(scenario, { ...scenario, nodes, links, sourceId, sinkId });
}

/** Where a copy stands from its original [m]: below it, clear of its box. */
const copyOffset: Position = { xM: 40, yM: 100 };

/** Copies nodes and the links among them. `newId` gives a fresh id at each call. */
export function duplicateItems(scenario: Scenario, items: Items, newId: () => string): Scenario {
  const copies = new Map<NodeId, NetworkNode>();
  const nodes = [...scenario.nodes];
  for (const node of scenario.nodes) {
    if (!items.nodes.includes(node.id)) continue;
    const copy: NetworkNode = {
      ...node,
      id: newId() as NodeId,
      name: freeName(node.name, nodes),
      ...clampPosition({ xM: node.xM + copyOffset.xM, yM: node.yM + copyOffset.yM }),
    };
    copies.set(node.id, copy);
    nodes.push(copy);
  }
  const links = scenario.links.flatMap((link): NetworkLink[] => {
    const a = copies.get(link.a);
    const b = copies.get(link.b);
    return a && b ? [{ ...link, id: newId() as LinkId, a: a.id, b: b.id }] : [];
  });
  return copies.size === 0 ? scenario : addAll(scenario, [...copies.values()], links);
}

export interface Move extends Position {
  readonly id: NodeId;
}

/** Puts nodes somewhere else, inside the plan. */
export function moveNodes(scenario: Scenario, moves: readonly Move[]): Scenario {
  const wanted = new Map(moves.map((move) => [move.id, move]));
  return replaceNodes(scenario, (node) => {
    const move = wanted.get(node.id);
    return move === undefined ? node : { ...node, ...clampPosition(move, node) };
  });
}

/** Lays the network out in columns from the UE towards the sink. */
export function tidy(scenario: Scenario): Scenario {
  const positions = tidyPositions(scenario);
  return replaceNodes(scenario, (node) => ({ ...node, ...positions.get(node.id) }));
}

/** Names a node after what was typed: trimmed, cut, without control characters. Nothing visible: no change. */
export function renameNode(scenario: Scenario, id: NodeId, name: string): Scenario {
  return changeNode(scenario, id, { name });
}

export type NodePatch = Partial<Omit<NetworkNode, 'id'>>;

/** Changes fields of a node; an illegal value, or one that the source cannot have, changes nothing. */
export function changeNode(scenario: Scenario, id: NodeId, patch: NodePatch): Scenario {
  const node = findNode(scenario, id);
  if (node === undefined) return scenario;
  const name = patch.name === undefined ? node.name : cleanName(patch.name) || node.name;
  const moved = { ...node, ...patch };
  const read = nodeSchema.safeParse({ ...moved, ...clampPosition(moved, node), id, name });
  if (!read.success) return scenario;
  const next: NetworkNode = read.data;
  const isLegal =
    (id !== scenario.sourceId || (next.kind === 'ue' && next.device !== null)) &&
    (next.device?.kind !== 'measured' || isMeasured(scenario, next.device.profileId));
  return isLegal ? replaceNodes(scenario, (other) => (other.id === id ? next : other)) : scenario;
}

/** Gives a node a profile that was measured or imported; while it does not fit the workload, its present device speaks. */
export function adoptProfile(scenario: Scenario, id: NodeId, measured: Profile): Scenario {
  const node = findNode(scenario, id);
  const read = profileSchema.safeParse(measured);
  if (node === undefined || !read.success || !isRecorded(read.data)) return scenario;
  const profile: Profile = read.data;
  if (findProfileFault(scenario.workload, profile) !== null) return scenario;
  const device = { kind: 'measured', profileId: profile.id, fallbackId: fallbackOf(node) } as const;
  const held = scenario.profiles.find((other) => other.id === profile.id);
  if (sameData(node.device, device) && sameData(held, profile)) return scenario;
  return settle(scenario, {
    ...scenario,
    nodes: scenario.nodes.map((other) => (other.id === id ? { ...other, device } : other)),
    profiles: [...scenario.profiles.filter((other) => other !== held), profile],
  });
}

function fallbackOf({ device, kind }: NetworkNode): string {
  if (device?.kind === 'catalogue') return device.id;
  if (device?.kind === 'measured') return device.fallbackId;
  return fallbackDeviceId(kind);
}

export type LinkPatch = Partial<Omit<NetworkLink, 'id' | 'a' | 'b'>>;

/** Changes fields of a link. Numbers are brought into their limits; a symmetric link keeps one capacity. */
export function changeLink(scenario: Scenario, id: LinkId, patch: LinkPatch): Scenario {
  const link = scenario.links.find((other) => other.id === id);
  if (link === undefined) return scenario;
  const wanted = { ...link, ...patch, id, a: link.a, b: link.b };
  const shared = patch.aToBMbps ?? patch.bToAMbps ?? link.aToBMbps;
  const read = linkSchema.safeParse({
    ...wanted,
    aToBMbps: clampCapacity(wanted.symmetric ? shared : wanted.aToBMbps),
    bToAMbps: clampCapacity(wanted.symmetric ? shared : wanted.bToAMbps),
    propagationMs: clampDelay(wanted.propagationMs),
    overheadMs: clampDelay(wanted.overheadMs),
  });
  if (!read.success || sameData(read.data, link)) return scenario;
  const next: NetworkLink = read.data;
  return { ...scenario, links: scenario.links.map((other) => (other.id === id ? next : other)) };
}

/** Sets a capacity [Mbit/s]: 0 = down, else 0.001 to 1e6. A symmetric link moves both ways whatever the direction. */
export function changeCapacity(
  scenario: Scenario,
  id: LinkId,
  mbps: number,
  direction: LinkDirection | 'both',
): Scenario {
  if (direction === 'aToB') return changeLink(scenario, id, { aToBMbps: mbps });
  if (direction === 'bToA') return changeLink(scenario, id, { bToAMbps: mbps });
  return changeLink(scenario, id, { aToBMbps: mbps, bToAMbps: mbps });
}

function clampCapacity(mbps: number): number {
  if (Number.isNaN(mbps) || mbps <= 0) return mbps <= 0 ? 0 : mbps;
  return Math.min(limits.maxCapacityMbps, Math.max(limits.minCapacityMbps, mbps));
}

const clampDelay = (ms: number): number => Math.min(limits.delayMs, Math.max(0, ms)) + 0;

/** Changes what runs; an own split that no longer fits goes. */
export function changeWorkload(scenario: Scenario, workload: Workload): Scenario {
  const read = workloadSchema.safeParse(workload);
  if (!read.success || sameData(read.data, scenario.workload)) return scenario;
  if (read.data.kind === 'imported' && findGraphFault(read.data.graph) !== null) return scenario;
  return settle(scenario, { ...scenario, workload: read.data });
}

export function changeDelivery(scenario: Scenario, delivery: Delivery): Scenario {
  return delivery === scenario.delivery ? scenario : { ...scenario, delivery };
}

export type TitlePatch = Partial<Pick<Scenario, 'name' | 'notes' | 'seed'>>;

/** Changes name, notes or seed, made to fit; a seed is a whole number from 0 to 4,294,967,295. */
export function changeScenario(scenario: Scenario, patch: TitlePatch): Scenario {
  const name = patch.name === undefined ? scenario.name : cleanName(patch.name) || scenario.name;
  const notes = patch.notes === undefined ? scenario.notes : cleanNotes(patch.notes);
  const wanted = patch.seed ?? scenario.seed;
  const seed = Number.isInteger(wanted) && wanted >= 0 && wanted <= limits.seed ? wanted + 0 : scenario.seed;
  const isSame = name === scenario.name && notes === scenario.notes && seed === scenario.seed;
  return isSame ? scenario : { ...scenario, name, notes, seed };
}

/** Makes a UE the source (with a device, if it had none). If it was the sink, the two change roles. */
export function chooseSource(scenario: Scenario, id: NodeId): Scenario {
  const node = findNode(scenario, id);
  if (node?.kind !== 'ue' || id === scenario.sourceId) return scenario;
  const sinkId = id === scenario.sinkId ? scenario.sourceId : scenario.sinkId;
  const nodes = scenario.nodes.map((other) => (other.id === id ? withDevice(other) : other));
  return settle(scenario, { ...scenario, sourceId: id, sinkId, nodes });
}

/** Makes any node but the source the sink. */
export function chooseSink(scenario: Scenario, id: NodeId): Scenario {
  if (id === scenario.sinkId || id === scenario.sourceId || !findNode(scenario, id)) return scenario;
  return { ...scenario, sinkId: id };
}

/** Sets or clears the visitor's own split; one that does not fit the document changes nothing. */
export function changeOwnSplit(scenario: Scenario, ownSplit: OwnSplit | null): Scenario {
  if (ownSplit === null) return scenario.ownSplit === null ? scenario : { ...scenario, ownSplit };
  const read = ownSplitSchema.safeParse(ownSplit);
  if (!read.success || sameData(read.data, scenario.ownSplit)) return scenario;
  return findSplitFault(scenario, read.data) === null ? { ...scenario, ownSplit: read.data } : scenario;
}

function findNode(scenario: Scenario, id: NodeId): NetworkNode | undefined {
  return scenario.nodes.find((node) => node.id === id);
}

function findLinkBetween(scenario: Scenario, a: NodeId, b: NodeId): NetworkLink | undefined {
  return scenario.links.find((link) => (link.a === a && link.b === b) || (link.a === b && link.b === a));
}

function isMeasured(scenario: Scenario, profileId: string): boolean {
  return scenario.profiles.some((profile) => profile.id === profileId && isRecorded(profile));
}

const withDevice = (node: NetworkNode): NetworkNode =>
  node.device === null ? { ...node, device: defaultDevice('ue') } : node;

/** Only nodes that really differ are replaced; none: the same document. */
function replaceNodes(scenario: Scenario, change: (node: NetworkNode) => NetworkNode): Scenario {
  const nodes = scenario.nodes.map((node) => {
    const next = change(node);
    return sameData(next, node) ? node : next;
  });
  const hasChanged = nodes.some((node, index) => node !== scenario.nodes[index]);
  return hasChanged ? settle(scenario, { ...scenario, nodes }) : scenario;
}
