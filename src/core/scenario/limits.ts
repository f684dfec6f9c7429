import { simulationLimits } from './simulationLimits';

/** What a document may hold. The schema, the edits and the fields on screen all read these. */
export const limits = {
  nodes: 200,
  links: 1000,
  /** Blocks of a custom chain, and of any profile. */
  blocks: 2000,
  profiles: 400,
  /** Operators and tensors of an imported model. */
  operators: 4000,
  tensors: 8000,
  /** Sizes chosen for dimensions that an imported model leaves open. */
  dims: 200,
  /** Dimensions of a tensor, and the extent of one. */
  rank: 16,
  extent: 1e9,
  /** Characters of the name of an operator or a tensor. */
  tensorNameLength: 300,
  /** Characters (UTF-16 units) of a name of anything. */
  nameLength: 80,
  notesLength: 10_000,
  /** Bytes of a file or an unpacked link. */
  documentBytes: 2_000_000,
  /** Capacity of a link that is up [Mbit/s]; 0 = down. */
  minCapacityMbps: 0.001,
  maxCapacityMbps: 1e6,
  /** Largest coordinate in any direction [m]. */
  positionM: 1e5,
  /** Propagation and overhead [ms]. */
  delayMs: 60_000,
  /** Memory of a node [MB]. */
  memoryMB: 1e9,
  minSpeed: 1e-6,
  maxSpeed: 1e6,
  /** Seconds of one custom block at 1x. */
  blockSeconds: 1e6,
  /** Multiply-accumulate operations of one block. */
  blockMacs: 1e15,
  /** Seconds of one block on any device: blockSeconds / minSpeed. */
  sampleSeconds: 1e12,
  /** Bytes of one tensor set or one block's weights. */
  bytes: 1e12,
  minInputPx: 64,
  maxInputPx: 512,
  powerW: 1e6,
  weight: 1e9,
  leakage: 1e9,
  seed: 4294967295,
  simulation: simulationLimits,
} as const;
