/** Nodes and links of the document. */
import * as z from 'zod/mini';
import { nodeKinds, type LinkId, type NodeId } from '../network/types';
import { key, memory, watts } from './deviceFields';
import { flag, numberIn, oneOf, textLine, token } from './fields';
import { limits } from './limits';

const idPattern = /^[A-Za-z0-9_-]{1,40}$/;
const id = token(idPattern, 'an id of 1 to 40 letters, digits, "_" or "-"');
export const nodeId = id as z.ZodMiniType<string> as z.ZodMiniType<NodeId>;
export const linkId = id as z.ZodMiniType<string> as z.ZodMiniType<LinkId>;

const device = z.nullable(
  z.discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: z.literal('catalogue'), id: key }),
      z.strictObject({
        kind: z.literal('custom'),
        speed: numberIn(limits.minSpeed, limits.maxSpeed, 'relative speed'),
      }),
      z.strictObject({ kind: z.literal('measured'), profileId: key, fallbackId: key }),
    ],
    'null, or a device of kind catalogue, custom or measured',
  ),
);

export const position = numberIn(-limits.positionM, limits.positionM, 'metres');

export const nodeSchema = z.strictObject(
  {
    id: nodeId,
    kind: oneOf(nodeKinds),
    name: textLine(limits.nameLength, 'a name'),
    xM: position,
    yM: position,
    device,
    memoryMB: memory('for the device’s own'),
    trusted: flag('may see what it computes on'),
    power: z.nullable(
      z
        .strictObject({ idleW: watts, loadW: watts }, 'null, or power in watts')
        .check(z.refine(({ idleW, loadW }) => idleW <= loadW, 'loadW at least idleW')),
    ),
  },
  'a node',
);

const capacityWords = `0 (down), or ${limits.minCapacityMbps} to 1,000,000 Mbit/s`;
const capacity = z.number(capacityWords).check(
  z.minimum(0, capacityWords),
  z.maximum(limits.maxCapacityMbps, capacityWords),
  z.refine((mbps) => mbps === 0 || mbps >= limits.minCapacityMbps, capacityWords),
  z.overwrite((mbps) => mbps + 0),
  z.describe(capacityWords),
);
const delay = numberIn(0, limits.delayMs, 'ms');

export const linkSchema = z.strictObject(
  {
    id: linkId,
    a: nodeId,
    b: nodeId,
    aToBMbps: capacity,
    bToAMbps: capacity,
    symmetric: flag('both directions move together'),
    propagationMs: delay,
    overheadMs: delay,
    medium: oneOf(['wireless', 'wired']),
  },
  'a link',
);
