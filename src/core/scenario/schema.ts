/**
 * The document's schema: shape, types and limits of every field. Unknown fields are refused, so that a
 * misspelt field is reported instead of being lost. What fields say about each other is checked in consistency.ts.
 */
import * as z from 'zod/mini';
import { integerIn, list, numberIn, oneOf, textBlock, textLine } from './fields';
import { criteria } from './goals';
import { limits } from './limits';
import { linkSchema, nodeId, nodeSchema } from './networkSchema';
import { profileSchema } from './profileSchema';
import { simulationSchema } from './simulationSchema';
import { deliveries, radios, routings, scenarioVersion, type Scenario } from './types';
import { workloadSchema } from './workloadSchema';

export const ownSplitSchema = z.strictObject(
  {
    nodes: list(nodeId, 1, limits.nodes, 'node ids'),
    boundaries: list(integerIn(0, limits.blocks, 'blocks done'), 1, limits.nodes, 'boundaries'),
  },
  'null, or an own split',
);

const weight = numberIn(0, limits.weight, 'weight');
const limit = (max: number, unit: string) => z.nullable(numberIn(0, max, `${unit}, or null for no limit`));

export const goalsSchema = z.strictObject(
  {
    weights: z.strictObject(
      { latency: weight, ueEnergy: weight, edgeEnergy: weight, bytes: weight, leakage: weight },
      'weights',
    ),
    limits: z.strictObject(
      {
        latencyMs: limit(1e12, 'ms'),
        ueEnergyMJ: limit(1e12, 'mJ'),
        edgeEnergyMJ: limit(1e12, 'mJ'),
        kilobytes: limit(1e12, 'kB'),
        leakage: limit(limits.leakage, 'leakage'),
      },
      'limits',
    ),
    minimise: oneOf(criteria),
  },
  'goals',
);

export const leakageSchema = z.nullable(
  list(numberIn(0, limits.leakage, 'leakage'), 1, limits.blocks + 1, 'leakages, one a boundary, or null'),
);

export const scenarioSchema = z.strictObject({
  format: z.literal('splitscape', '"splitscape"'),
  version: z.literal(scenarioVersion, String(scenarioVersion)),
  name: textLine(limits.nameLength, 'a name'),
  notes: textBlock(limits.notesLength, 'notes'),
  seed: integerIn(0, limits.seed, 'seed'),
  sourceId: nodeId,
  sinkId: nodeId,
  nodes: list(nodeSchema, 2, limits.nodes, 'nodes'),
  links: list(linkSchema, 0, limits.links, 'links'),
  workload: workloadSchema,
  objective: z.literal('latency', '"latency"'),
  delivery: oneOf(deliveries),
  routing: oneOf(routings),
  radio: oneOf(radios),
  goals: goalsSchema,
  leakage: leakageSchema,
  ownSplit: z.nullable(ownSplitSchema),
  simulation: z.nullable(simulationSchema),
  profiles: list(profileSchema, 0, limits.profiles, 'profiles'),
}) satisfies z.ZodMiniType<Scenario>;
