/** The part of a problem that depends on nodes, profiles and workload, and not on any link. */
import { workloadChain } from '../model/workloadChain';
import type { NetworkNode, NodeId, NodeKind } from '../network/types';
import { secondsOf } from '../profile/blockTime';
import { profileFor } from '../profile/profileFor';
import type { Profile } from '../profile/types';
import type { Problem } from '../scenario/problems';
import type { Scenario } from '../scenario/types';
import { megabytes } from '../units';

export interface ComputeTable {
  readonly nodeIds: readonly NodeId[];
  readonly kinds: readonly NodeKind[];
  readonly blockCount: number;
  readonly computeS: Float64Array;
  readonly computes: Uint8Array;
  readonly memoryBytes: Float64Array;
  readonly boundaryBytes: Float64Array;
  readonly weightBytes: Float64Array;
  /** What profiles have to say: unknown devices, measurements that do not fit. */
  readonly problems: readonly Problem[];
}

interface Entry {
  readonly profiles: Scenario['profiles'];
  readonly workload: Scenario['workload'];
  readonly table: ComputeTable;
}

/** Last table of a list of nodes: a slider drag replaces the links only. */
const tables = new WeakMap<Scenario['nodes'], Entry>();

export function computeTable(scenario: Scenario): ComputeTable {
  const known = tables.get(scenario.nodes);
  if (known?.profiles === scenario.profiles && known.workload === scenario.workload) return known.table;
  const table = derive(scenario);
  tables.set(scenario.nodes, { profiles: scenario.profiles, workload: scenario.workload, table });
  return table;
}

function derive(scenario: Scenario): ComputeTable {
  const { nodes, workload } = scenario;
  const chain = workloadChain(workload);
  const blockCount = chain.blocks.length;
  const computeS = new Float64Array(nodes.length * blockCount).fill(Infinity);
  const computes = new Uint8Array(nodes.length);
  const memoryBytes = new Float64Array(nodes.length).fill(Infinity);
  const problems: Problem[] = [];
  for (const [v, node] of nodes.entries()) {
    const { profile, problem } = profileFor(scenario, node);
    if (problem !== null) problems.push(problem);
    // A node that must not see the data forwards it (encrypted) and computes nothing.
    if (profile === null || !node.trusted) continue;
    computes[v] = 1;
    memoryBytes[v] = memoryOf(node, profile);
    for (let l = 0; l < blockCount; l++) computeS[v * blockCount + l] = secondsOf(profile.blocks[l]!.time);
  }
  return {
    nodeIds: nodes.map((node) => node.id),
    kinds: nodes.map((node) => node.kind),
    blockCount,
    computeS,
    computes,
    memoryBytes,
    boundaryBytes: Float64Array.from(chain.boundaryBytes),
    weightBytes: Float64Array.from(chain.blocks, (block) => block.weightBytes),
    problems,
  };
}

/**
 * Memory for weights [B]: the node's own figure, else that of its device as the document holds it (today's catalogue may
 * say otherwise); unlimited where neither says (a browser does not).
 */
function memoryOf(node: NetworkNode, { source }: Profile): number {
  const memoryMB = node.memoryMB ?? ('memoryMB' in source ? source.memoryMB : null);
  return memoryMB === null ? Infinity : megabytes(memoryMB);
}
