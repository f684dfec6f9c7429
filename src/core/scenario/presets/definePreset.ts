/** Short forms for writing a preset down: everything not said is the usual. */
import { linkDefaults } from '../../network/nodeDefaults';
import type { LinkId, NetworkLink, NetworkNode, NodeId, NodeKind } from '../../network/types';
import { refreshProfiles } from '../../profile/profileFor';
import type { SimulationSettings } from '../../simulation/settings';
import { defaultGoals } from '../goals';
import { scenarioVersion, type Radio, type Scenario } from '../types';

export interface Preset {
  /** Stable: it may stand in links to the page. */
  readonly id: string;
  readonly name: string;
  /** One or two sentences for the list of presets. */
  readonly description: string;
  /** Built when first asked for: a model and its profiles take a few milliseconds. */
  readonly scenario: Scenario;
}

export interface PresetParts {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly build: () => Scenario;
}

export function definePreset({ build, ...texts }: PresetParts): Preset {
  let scenario: Scenario | null = null;
  return {
    ...texts,
    get scenario() {
      return (scenario ??= build());
    },
  };
}

interface NodeParts {
  readonly kind: NodeKind;
  readonly name: string;
  /** Position [m]: x to the right, y down. */
  readonly at: readonly [number, number];
  /** A catalogue device's id, a relative speed, or absent: the node only forwards. */
  readonly device?: string | number;
}

interface LinkParts {
  readonly from: string;
  readonly to: string;
  /** Both ways [Mbit/s]. */
  readonly mbps: number;
  readonly medium?: NetworkLink['medium'];
  readonly propagationMs?: number;
}

type ScenarioParts = Pick<Scenario, 'name' | 'notes' | 'workload'> & {
  readonly source: string;
  readonly sink: string;
  /** Absent: low-band 5G, what most phones have. */
  readonly radio?: Radio;
  /** Absent: as usual; the UE stays where it is drawn. */
  readonly simulation?: SimulationSettings;
  readonly nodes: Readonly<Record<string, NodeParts>>;
  readonly links: Readonly<Record<string, LinkParts>>;
};

/** A document from parts, nodes and links keyed by their ids; results stay where they are made. */
export function assemble({
  source,
  sink,
  radio,
  nodes,
  links,
  simulation,
  ...texts
}: ScenarioParts): Scenario {
  return refreshProfiles({
    format: 'splitscape',
    version: scenarioVersion,
    ...texts,
    seed: 1,
    sourceId: source as NodeId,
    sinkId: sink as NodeId,
    nodes: Object.entries(nodes).map(([id, parts]) => toNode(id, parts)),
    links: Object.entries(links).map(([id, parts]) =>
      toLink(id, parts, linkDefaults(nodes[parts.from]!.kind, nodes[parts.to]!.kind).medium),
    ),
    objective: 'latency',
    delivery: 'stay',
    routing: 'any',
    radio: radio ?? 'nr-low-band',
    goals: defaultGoals,
    leakage: null,
    ownSplit: null,
    simulation: simulation ?? null,
    profiles: [],
  });
}

function toNode(id: string, { kind, name, at, device }: NodeParts): NetworkNode {
  return {
    id: id as NodeId,
    kind,
    name,
    xM: at[0],
    yM: at[1],
    device:
      device === undefined
        ? null
        : typeof device === 'number'
          ? { kind: 'custom', speed: device }
          : { kind: 'catalogue', id: device },
    memoryMB: null,
    trusted: true,
    power: null,
  };
}

function toLink(id: string, parts: LinkParts, usualMedium: NetworkLink['medium']): NetworkLink {
  return {
    id: id as LinkId,
    a: parts.from as NodeId,
    b: parts.to as NodeId,
    aToBMbps: parts.mbps,
    bToAMbps: parts.mbps,
    symmetric: true,
    propagationMs: parts.propagationMs ?? 0,
    overheadMs: 0,
    medium: parts.medium ?? usualMedium,
  };
}
