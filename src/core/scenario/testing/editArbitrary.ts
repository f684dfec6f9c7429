import fc from 'fast-check';
import { nodeKinds, type LinkId, type NodeId } from '../../network/types';
import { predictorKinds } from '../../prediction/types';
import { subcarrierSpacings } from '../../radio/types';
import { arrivals } from '../../simulation/settings';
import * as edits from '../edits';
import { criteria } from '../goals';
import * as goalEdits from '../goalEdits';
import * as simulations from '../simulationEdits';
import { architectures, deliveries, radios, routings, widths, type Scenario, type Workload } from '../types';
import { measuredProfile } from './exampleScenario';

/** An edit with arbitrary, often absurd, arguments; it looks up its nodes and links in the document it is given. */
export interface AnyEdit {
  readonly name: string;
  apply(scenario: Scenario): Scenario;
}

const absurd = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, -1, 1e-9, 0.0005, 1, 50, 1e6, 1e9, Infinity, -Infinity, Number.NaN),
);
const text = fc.oneof(
  fc.string({ maxLength: 100, unit: 'binary' }),
  fc.constantFrom('', ' ', '<b>', 'a\u0000', '\ud800', '\u202e', 'x'.repeat(90), '😀'.repeat(41)),
);
const pick = fc.nat();

function nodeAt(scenario: Scenario, index: number): NodeId {
  return scenario.nodes[index % scenario.nodes.length]!.id;
}
function linkAt(scenario: Scenario, index: number): LinkId {
  return scenario.links[index % Math.max(1, scenario.links.length)]?.id ?? ('none' as LinkId);
}

const device = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('custom' as const), speed: absurd }),
  fc.record({
    kind: fc.constant('catalogue' as const),
    id: fc.constantFrom('pi-4', 'rtx-2080', 'nobody', ''),
  }),
  fc.constant({ kind: 'measured' as const, profileId: 'measured-1', fallbackId: 'pi-5' }),
);

const workload: fc.Arbitrary<Workload> = fc.oneof(
  fc.record({
    kind: fc.constant('catalogue' as const),
    architecture: fc.constantFrom(...architectures.filter((name) => !name.startsWith('vgg'))),
    inputPx: fc.constantFrom(64, 96, 100.5, 1e9),
    width: fc.constantFrom(...widths),
    shipped: fc.constantFrom('fp32', 'int8'),
    rawInput: fc.constantFrom('fp32', 'uint8'),
  }),
  fc.record({
    kind: fc.constant('custom' as const),
    name: text,
    inputBytes: absurd,
    blocks: fc.array(
      fc.record({
        name: fc.constant('block'),
        load: fc.record({
          unit: fc.constantFrom('seconds', 'macs'),
          value: fc.constantFrom(0, 1e-9, 1, 1e6),
        }),
        bytesOut: fc.nat(),
        weightBytes: fc.nat(),
      }),
      { maxLength: 4 },
    ),
  }),
);

const edit = (name: string, apply: (scenario: Scenario) => Scenario): AnyEdit => ({ name, apply });

const nodeEdits: fc.Arbitrary<AnyEdit> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...nodeKinds), fc.constantFrom('n1', 'n2', 'n3', 'ue', 'no id'), absurd, absurd)
    .map(([kind, id, xM, yM]) =>
      edit('addNode', (s) => edits.addNode(s, { id: id as NodeId, kind, xM, yM })),
    ),
  fc.tuple(pick, text).map(([n, name]) => edit('renameNode', (s) => edits.renameNode(s, nodeAt(s, n), name))),
  fc
    .tuple(pick, absurd, absurd)
    .map(([n, xM, yM]) => edit('moveNodes', (s) => edits.moveNodes(s, [{ id: nodeAt(s, n), xM, yM }]))),
  fc
    .tuple(
      pick,
      fc.record(
        {
          kind: fc.constantFrom(...nodeKinds),
          device,
          memoryMB: absurd,
          trusted: fc.boolean(),
          power: fc.option(fc.record({ idleW: absurd, loadW: absurd })),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([n, patch]) => edit('changeNode', (s) => edits.changeNode(s, nodeAt(s, n), patch))),
  pick.map((n) =>
    edit('adoptProfile', (s) => edits.adoptProfile(s, nodeAt(s, n), measuredProfile(s.workload))),
  ),
  pick.map((n) => edit('chooseSource', (s) => edits.chooseSource(s, nodeAt(s, n)))),
  pick.map((n) => edit('chooseSink', (s) => edits.chooseSink(s, nodeAt(s, n)))),
);

const linkEdits: fc.Arbitrary<AnyEdit> = fc.oneof(
  fc
    .tuple(pick, pick, fc.constantFrom('l1', 'l2', 'l3', 'l4', 'radio'))
    .map(([a, b, id]) =>
      edit('connectNodes', (s) =>
        edits.connectNodes(s, { id: id as LinkId, a: nodeAt(s, a), b: nodeAt(s, b) }),
      ),
    ),
  fc
    .tuple(pick, absurd, fc.constantFrom('aToB' as const, 'bToA' as const, 'both' as const))
    .map(([n, mbps, way]) => edit('changeCapacity', (s) => edits.changeCapacity(s, linkAt(s, n), mbps, way))),
  fc
    .tuple(
      pick,
      fc.record(
        { symmetric: fc.boolean(), propagationMs: absurd, overheadMs: absurd, bToAMbps: absurd },
        { requiredKeys: [] },
      ),
    )
    .map(([n, patch]) => edit('changeLink', (s) => edits.changeLink(s, linkAt(s, n), patch))),
);

const goalsEdits: fc.Arbitrary<AnyEdit> = fc.oneof(
  fc.constantFrom(...routings).map((next) => edit('changeRouting', (s) => goalEdits.changeRouting(s, next))),
  fc.constantFrom(...radios).map((next) => edit('changeRadio', (s) => goalEdits.changeRadio(s, next))),
  fc
    .tuple(absurd, fc.option(absurd), fc.constantFrom(...criteria))
    .map(([latency, latencyMs, minimise]) =>
      edit('changeGoals', (s) =>
        goalEdits.changeGoals(s, { weights: { latency }, limits: { latencyMs }, minimise }),
      ),
    ),
  fc
    .option(fc.array(absurd, { maxLength: 5 }))
    .map((leakage) => edit('changeLeakage', (s) => goalEdits.changeLeakage(s, leakage))),
);

const documentEdits: fc.Arbitrary<AnyEdit> = fc.oneof(
  fc.tuple(fc.array(pick, { maxLength: 4 }), fc.array(pick, { maxLength: 2 })).map(([nodes, links]) =>
    edit('removeItems', (s) =>
      edits.removeItems(s, {
        nodes: nodes.map((n) => nodeAt(s, n)),
        links: links.map((n) => linkAt(s, n)),
      }),
    ),
  ),
  fc.array(pick, { maxLength: 3 }).map((nodes) =>
    edit('duplicateItems', (s) => {
      let next = s.nodes.length + s.links.length;
      const newId = (): string => `copy${(next += 1)}`;
      return edits.duplicateItems(s, { nodes: nodes.map((n) => nodeAt(s, n)), links: [] }, newId);
    }),
  ),
  workload.map((next) => edit('changeWorkload', (s) => edits.changeWorkload(s, next))),
  fc.constantFrom(...deliveries).map((next) => edit('changeDelivery', (s) => edits.changeDelivery(s, next))),
  fc
    .record({ name: text, notes: text, seed: absurd }, { requiredKeys: [] })
    .map((patch) => edit('changeScenario', (s) => edits.changeScenario(s, patch))),
  fc
    .tuple(fc.array(pick, { maxLength: 3 }), fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 3 }))
    .map(([nodes, boundaries]) =>
      edit('changeOwnSplit', (s) =>
        edits.changeOwnSplit(s, { nodes: nodes.map((n) => nodeAt(s, n)), boundaries }),
      ),
    ),
  fc.constant(edit('tidy', edits.tidy)),
  goalsEdits,
);

const sample = fc.constantFrom(0, -0, -1, 0.5, 50, 1e7, Number.NaN);
const directions = fc.constantFrom('aToB' as const, 'bToA' as const, 'both' as const);

const simulationEdits: fc.Arbitrary<AnyEdit> = fc.oneof(
  fc
    .record(
      {
        durationS: absurd,
        coherenceMs: absurd,
        arrival: fc.constantFrom(...arrivals),
        radio: fc.record(
          {
            subcarrierKHz: fc.constantFrom(...subcarrierSpacings),
            bandwidthMHz: fc.constantFrom(20, 100, 400, 33),
            uplinkCapMbps: fc.option(absurd),
            shadowing: fc.option(fc.record({ sdDb: absurd, decorrelationM: absurd })),
          },
          { requiredKeys: [] },
        ),
        mobility: fc.record({ speedKmh: absurd }, { requiredKeys: [] }),
        traffic: fc.record({ population: absurd, fastPart: absurd }, { requiredKeys: [] }),
        prediction: fc.record({ kind: fc.constantFrom(...predictorKinds), window: absurd }),
      },
      { requiredKeys: [] },
    )
    .map((patch) => edit('changeSimulation', (s) => simulations.changeSimulation(s, patch))),
  fc
    .array(fc.record({ xM: absurd, yM: absurd }), { maxLength: 3 })
    .map((way) => edit('changeWay', (s) => simulations.changeWay(s, way))),
  fc
    .tuple(absurd, absurd, fc.option(absurd))
    .map(([xM, yM, index]) =>
      edit('addCorner', (s) => simulations.addCorner(s, { xM, yM }, index ?? undefined)),
    ),
  fc
    .tuple(fc.nat({ max: 3 }), absurd, absurd)
    .map(([index, xM, yM]) => edit('moveCorner', (s) => simulations.moveCorner(s, index, { xM, yM }))),
  fc.nat({ max: 3 }).map((index) => edit('removeCorner', (s) => simulations.removeCorner(s, index))),
  fc
    .tuple(pick, fc.option(fc.record({ meanMbps: absurd, ceilingMbps: absurd }, { requiredKeys: [] })))
    .map(([n, patch]) => edit('changeLinkShare', (s) => simulations.changeLinkShare(s, linkAt(s, n), patch))),
  fc
    .tuple(pick, directions, text, fc.array(sample, { maxLength: 4 }), fc.boolean())
    .map(([n, direction, name, mbps, loop]) =>
      edit('adoptTrace', (s) =>
        simulations.adoptTrace(s, { link: linkAt(s, n), direction, name, stepS: 0.5, mbps, loop }),
      ),
    ),
  fc
    .tuple(pick, directions)
    .map(([n, direction]) => edit('removeTrace', (s) => simulations.removeTrace(s, linkAt(s, n), direction))),
  fc.constant(edit('resetSimulation', simulations.resetSimulation)),
);

export const anyEdit: fc.Arbitrary<AnyEdit> = fc.oneof(nodeEdits, linkEdits, documentEdits, simulationEdits);
