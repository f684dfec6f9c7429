/** What the recurrent tagger of figure 19 (a) comes to over a row of nodes: unrolled, and with its module split once. */
import type { CustomWorkload } from '../scenario/types';
import { liveBytes } from '../solvers/extensions/recurrent';
import { recurrentStudy } from '../studies/recurrentStudy';
import { taggerBytes, taggerGraph, taggerLayers, taggerWork } from '../studies/recurrentTagger';
import type { RecurrentNode, RecurrentOptions } from '../studies/recurrentTypes';
import { parcelPrice, priceOf, rowPrices, type CellRow } from './cellRow';
import { meanRow, meanScenario, type MeanRow } from './meanLinks';
import type { Setting } from './networks';
import { leastEnergyWithin, leastLatency } from './objectives';
import { leastOf, rowSplits, type Priced } from './rowSplits';

export interface TaggerSplits {
  readonly unrolled: Priced;
  readonly perModule: Priced;
  /** The least time each of them could take, energy not looked at [s]. */
  readonly fastest: { readonly unrolledS: number; readonly perModuleS: number };
}

const layers = taggerLayers.length;

export function tag(setting: Setting, options: RecurrentOptions, limitS: number): TaggerSplits {
  // The bound of the operator graph is not asked for here.
  const study = recurrentStudy(meanScenario(setting), options, { shouldStop: () => true });
  if (study.kind === 'trouble') throw new Error(`the tagger has no split: ${study.trouble.kind}`);
  return {
    unrolled: unrolled(setting, options, study.row, limitS),
    perModule: perModule(setting, options, study.row, limitS),
    fastest: { unrolledS: study.unrolled.totalS, perModuleS: study.perModule.totalS },
  };
}

/** All modules one after the other as one chain: any block on any node, data only moves on. */
function unrolled(
  setting: Setting,
  options: RecurrentOptions,
  nodes: readonly RecurrentNode[],
  limitS: number,
): Priced {
  const live = liveBytes(taggerGraph(options.modules, options), false);
  const mean = meanRow(setting, chainOf(options, live));
  const row = retimed(mean, nodes);
  const prices = rowPrices(row, mean.mbps, 'inference', 0);
  const split = leastEnergyWithin(limitS)(prices) ?? leastLatency(prices);
  if (split === null) throw new Error('the tagger stays on the UE if need be');
  return { latencyS: priceOf(prices.latencyS, split), energyJ: priceOf(prices.energyJ, split) };
}

/** Every module cut in the same places; its state goes with the words and comes back to the UE for the next one. */
function perModule(
  setting: Setting,
  options: RecurrentOptions,
  nodes: readonly RecurrentNode[],
  limitS: number,
): Priced {
  const { modules } = options;
  const { word, hidden, between, carriesHidden } = taggerBytes(options);
  const beside = between.map((bytes, l) => bytes + (carriesHidden[l]! ? 0 : hidden));
  const mean = meanRow(setting, chainOf({ ...options, modules: 1 }, [word + hidden, ...beside, 0]));
  const row = retimed(mean, nodes);
  const prices = rowPrices(row, mean.mbps, 'inference', 0);
  const hiddenMegabits = (8 * hidden) / 1e6;
  const priced = rowSplits(row.nodes.length, layers).map((split): Priced => {
    const back = parcelPrice(row, mean.mbps, hiddenMegabits, split.last, 0);
    return {
      latencyS: modules * priceOf(prices.latencyS, split) + (modules - 1) * back.latencyS,
      energyJ: modules * priceOf(prices.energyJ, split) + (modules - 1) * back.energyJ,
    };
  });
  return leastOf(priced, limitS);
}

/** Blocks with what they hand on: `bytes` of every boundary, the input first. */
function chainOf(options: RecurrentOptions, bytes: ArrayLike<number>): CustomWorkload {
  const work = taggerWork(options);
  return {
    kind: 'custom',
    name: 'GRU tagger',
    inputBytes: bytes[0]!,
    blocks: Array.from({ length: options.modules * layers }, (_, k) => ({
      name: `${taggerLayers[k % layers]!} ${Math.floor(k / layers) + 1}`,
      load: { unit: 'macs', value: work[k % layers]!.macs },
      bytesOut: bytes[k + 1]!,
      weightBytes: 0,
    })),
  };
}

/** With the study's times, which know that every step reads its weights anew; watts stay those of the node. */
function retimed({ row, nodeIds }: MeanRow, nodes: readonly RecurrentNode[]): CellRow {
  const blocks = row.forwardS[0]!.length;
  const forwardS = nodeIds.map((id) => {
    const node = nodes.find((each) => each.node === id);
    return Float64Array.from({ length: blocks }, (_, k) => node?.layerS[k % layers] ?? Infinity);
  });
  const watts = row.forwardS.map((seconds, p) => {
    const k = seconds.findIndex((time) => time > 0 && time < Infinity);
    return k < 0 ? Infinity : row.forwardJ[p]![k]! / seconds[k]!;
  });
  return {
    ...row,
    forwardS,
    forwardJ: forwardS.map((seconds, p) => seconds.map((time) => time * watts[p]!)),
  };
}
