/** What the agents of figure 19 (b) come to: they train over a row of nodes and send parameters to a mixer in the cloud. */
import { createRandom } from '../random';
import type { CustomWorkload } from '../scenario/types';
import { parcelPrice, priceOf, rowPrices, type CellRow } from './cellRow';
import { meanRow } from './meanLinks';
import { meanOf } from './judge';
import type { Setting } from './networks';
import { leastOf, rowSplits, type Priced } from './rowSplits';

export interface AgentSizes {
  readonly hidden: number;
  readonly observed: number;
  readonly actions: number;
  /** Of an episode. */
  readonly steps: number;
}

export interface AgentRounds {
  readonly agents: number;
  /** Between two exchanges of parameters. */
  readonly passes: number;
  /** Of one pass [s]. */
  readonly limitS: number;
  readonly backwardFactor: number;
  readonly seed: number;
}

export interface AgentMeans {
  /** Joules of a round, mean over agents. */
  readonly awareJ: number;
  readonly unawareJ: number;
}

/** First links of agents, as parts of the mean, evenly between. */
const [leastFactor, mostFactor] = [0.5, 1];

export function learn(setting: Setting, sizes: AgentSizes, rounds: AgentRounds): AgentMeans {
  const workload = qmixAgent(sizes);
  const { row, mbps } = meanRow(setting, workload);
  const weightBytes = workload.blocks.map((block) => block.weightBytes);
  const random = createRandom(rounds.seed);
  const each = Array.from({ length: rounds.agents }, () => {
    const factor = leastFactor + (mostFactor - leastFactor) * random.next();
    return roundsOf(row, withFirstHop(row, mbps, factor), weightBytes, rounds);
  });
  return {
    awareJ: meanOf(each.map(({ awareJ }) => awareJ)),
    unawareJ: meanOf(each.map(({ unawareJ }) => unawareJ)),
  };
}

/** One agent: both ways to decide look at all splits; who is unaware does not see what parameters cost, and pays for it. */
function roundsOf(
  row: CellRow,
  mbps: Float64Array,
  weightBytes: readonly number[],
  { passes, limitS, backwardFactor }: AgentRounds,
): AgentMeans {
  const prices = rowPrices(row, mbps, 'training', backwardFactor);
  const controller = row.nodes.length - 1;
  const splits = rowSplits(row.nodes.length, weightBytes.length).map((split) => {
    let parametersJ = 0;
    for (let p = 0, from = 0; p <= split.last; p++) {
      const bytes = weightBytes.slice(from, split.boundaries[p]).reduce((sum, each) => sum + each, 0);
      if (bytes > 0) parametersJ += parcelPrice(row, mbps, (8 * bytes) / 1e6, p, controller).energyJ;
      from = split.boundaries[p]!;
    }
    const latencyS = priceOf(prices.latencyS, split);
    const passesJ = passes * priceOf(prices.energyJ, split);
    return { latencyS, passesJ, roundJ: passesJ + parametersJ };
  });
  const decided = (seen: (split: (typeof splits)[number]) => number): number =>
    leastOf(
      splits.map((split): Priced & { roundJ: number } => ({ ...split, energyJ: seen(split) })),
      limitS,
    ).roundJ;
  return { awareJ: decided(({ roundJ }) => roundJ), unawareJ: decided(({ passesJ }) => passesJ) };
}

function withFirstHop({ hops: [first] }: CellRow, mbps: Float64Array, factor: number): Float64Array {
  const own = mbps.slice();
  for (const arc of [first!.upOfProblem, first!.downOfProblem]) own[arc]! *= factor;
  return own;
}

const fp32 = 4;

/** An agent's network of QMIX (Rashid et al., ICML 2018): linear, GRU cell, linear, over the steps of an episode. */
function qmixAgent({ hidden, observed, actions, steps }: AgentSizes): CustomWorkload {
  const block = (name: string, parameters: number, outputs: number) => ({
    name,
    load: { unit: 'macs' as const, value: steps * parameters },
    bytesOut: fp32 * steps * outputs,
    weightBytes: fp32 * parameters,
  });
  return {
    kind: 'custom',
    name: 'QMIX agent',
    inputBytes: fp32 * steps * observed,
    blocks: [
      block('Linear, in', observed * hidden, hidden),
      block('GRU cell', 6 * hidden * hidden, hidden),
      block('Linear, out', hidden * actions, actions),
    ],
  };
}
