/** The part of a problem that depends on nodes, profiles and workload, and not on any link. */
import { workloadChain } from '../model/workloadChain';
import type { NetworkNode, NodeId, NodeKind } from '../network/types';
import { secondsOf } from '../profile/blockTime';
import { profileFor } from '../profile/profileFor';
import type { Profile } from '../profile/types';
import type { Problem } from '../scenario/problems';
import type { Scenario } from '../scenario/types';
import type { TrustRule } from '../solvers/types';
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
  /** Who is trusted, where an untrusted node computes too: the document's leakage fits the model. */
  readonly trust?: Omit<TrustRule, 'limit'>;
  /** What profiles and leakage have to say: unknown devices, measurements and vectors that do not fit. */
  readonly problems: readonly Problem[];
}

interface Entry {
  readonly profiles: Scenario['profiles'];
  readonly workload: Scenario['workload'];
  readonly leakage: Scenario['leakage'];
  readonly table: ComputeTable;
}

/** Last table of a list of nodes: a slider drag replaces the links only. */
const tables = new WeakMap<Scenario['nodes'], Entry>();

export function computeTable(scenario: Scenario): ComputeTable {
  const known = tables.get(scenario.nodes);
  const { profiles, workload, leakage } = scenario;
  const isSame = known?.profiles === profiles && known.workload === workload && known.leakage === leakage;
  if (known !== undefined && isSame) return known.table;
  const table = derive(scenario);
  tables.set(scenario.nodes, { profiles, workload, leakage, table });
  return table;
}

function derive(scenario: Scenario): ComputeTable {
  const { nodes, workload, leakage } = scenario;
  const chain = workloadChain(workload);
  const blockCount = chain.blocks.length;
  const computeS = new Float64Array(nodes.length * blockCount).fill(Infinity);
  const computes = new Uint8Array(nodes.length);
  const memoryBytes = new Float64Array(nodes.length).fill(Infinity);
  const problems: Problem[] = [];
  const leakageFits = leakage?.length === blockCount + 1;
  const trusted = Uint8Array.from(nodes, (node) => (node.trusted ? 1 : 0));
  let sharesWithOthers = false;
  for (const [v, node] of nodes.entries()) {
    const { profile, problem } = profileFor(scenario, node);
    if (problem !== null) problems.push(problem);
    // A node that must not see the data forwards it (encrypted); what it may be handed is known with the leakage only.
    if (profile === null || (!node.trusted && !leakageFits)) continue;
    sharesWithOthers ||= !node.trusted;
    computes[v] = 1;
    memoryBytes[v] = memoryOf(node, profile);
    for (let l = 0; l < blockCount; l++) computeS[v * blockCount + l] = secondsOf(profile.blocks[l]!.time);
  }
  if (leakage !== null && !leakageFits) {
    problems.push({ kind: 'leakage-mismatch', have: leakage.length, need: blockCount + 1 });
  }
  return {
    ...(sharesWithOthers && leakage !== null
      ? { trust: { trusted, leakage: Float64Array.from(leakage) } }
      : {}),
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
