/**
 * Why the best plan runs on one node. The reason is worked out on the cheapest cut between the UE and the other node: what
 * it would save against what it would cost, with this scenario's numbers.
 */
import { workloadChain } from '../../core/model/workloadChain';
import type { NodeId } from '../../core/network/types';
import { secondsOf } from '../../core/profile/blockTime';
import { profileFor } from '../../core/profile/profileFor';
import type { Scenario } from '../../core/scenario/types';
import type { Leg, Plan } from '../../core/solvers/types';
import type { Solution } from '../../protocol/solverApi';
import { namesOf } from '../errors/names';
import { formatBytes, formatPercent, formatSeconds } from '../format';
import { shipSeconds, type TransferLeg } from './formulas';
import { planOf } from './heroSentence';
import { linksToOpen, othersThatCompute, unreachableOthers } from './reach';
import { boundaryPhrase, joinWords } from './words';

/** The reason in a sentence, and what it rests on (may be empty). */
export interface WhyNot {
  readonly lead: string;
  readonly details: string;
}

/** null when the best plan splits, or when there is none. */
export function whyNotSplit(scenario: Scenario, solution: Solution): WhyNot | null {
  const { best } = solution;
  if (best === null || best.cuts > 0) return null;
  const runner = best.computeNodes[0];
  if (runner === undefined) return null;
  const chain = workloadChain(scenario.workload);
  if (chain.blocks.length < 2) return { lead: 'A model of one block cannot be split.', details: '' };
  if (runner === scenario.sourceId) return { lead: whyStay(scenario, solution, best), details: '' };
  return whyAllAway(scenario, best, runner);
}

/** Everything runs on another node: no cut ships so much less that the UE's slower blocks pay off. */
function whyAllAway(scenario: Scenario, best: Plan, runner: NodeId): WhyNot {
  const { boundaryBytes } = workloadChain(scenario.workload);
  const input = boundaryBytes[0]!;
  const count = boundaryBytes.length - 1;
  const names = namesOf(scenario);
  const source = names.node(scenario.sourceId);
  const way = transfersBefore(best.legs);
  const sending = `Sending the input (${formatBytes(input)}) to ${names.node(runner)} takes ${formatSeconds(shipAll(scenario, way, input))}.`;
  const features = featuresOf(scenario);
  const here = blockSeconds(scenario, scenario.sourceId);
  const there = blockSeconds(scenario, runner);
  if (here === null || there === null) return { lead: sending, details: features.text };

  const balance = (boundary: number): CutBalance => ({
    savedS: shipAll(scenario, way, input) - shipAll(scenario, way, boundaryBytes[boundary]!),
    costS: total(here, 0, boundary) - total(there, 0, boundary),
  });
  const computing = ({ costS }: CutBalance) =>
    `the blocks before it take ${formatSeconds(Math.abs(costS))} ${costS >= 0 ? 'longer' : 'less'} on ${source}`;
  const sent = ({ savedS }: CutBalance) =>
    savedS > 0
      ? `saves ${formatSeconds(savedS)} of sending, but `
      : `means ${formatSeconds(-savedS)} more sending, and `;
  const cut = cheapest(count - 1, balance);
  const lead = `No cut pays: the one that loses least, ${boundaryPhrase(cut.boundary, count)}, ${sent(cut)}${computing(cut)}.`;
  const { firstSmaller } = features;
  // The features get smaller somewhere else: that place is answered for too.
  const atFirst = firstSmaller === null || firstSmaller === cut.boundary ? null : balance(firstSmaller);
  const atSmaller =
    atFirst === null
      ? ''
      : ` A cut there ${sent(atFirst)}${computing(atFirst)}, which loses more than ${boundaryPhrase(cut.boundary, count)}.`;
  return { lead, details: `${sending} ${features.text}${atSmaller}` };
}

/** Everything runs on the UE: leaving it costs more than any faster node saves. */
function whyStay(scenario: Scenario, solution: Solution, best: Plan): string {
  const { boundaryBytes } = workloadChain(scenario.workload);
  const names = namesOf(scenario);
  const source = names.node(scenario.sourceId);
  const rivals = [planOf(solution, 'edge-only'), planOf(solution, 'cloud-only')].filter(
    (plan) => plan !== null,
  );
  const rival = rivals
    .sort((a, b) => a.totalS - b.totalS)
    .find((plan) => plan.computeNodes[0] !== scenario.sourceId);
  const runner = rival?.computeNodes[0];
  if (rival === undefined || runner === undefined) return whyAlone(scenario, solution);
  const way = transfersBefore(rival.legs);
  const homeS = sumOf(transfersAfter(rival.legs)) - sumOf(transfersAfter(best.legs));
  const here = blockSeconds(scenario, scenario.sourceId);
  const there = blockSeconds(scenario, runner);
  if (here === null || there === null) return `${source} alone is faster than any other node with its links.`;
  const count = boundaryBytes.length - 1;
  const cut = cheapest(count - 1, (boundary) => ({
    savedS: total(here, boundary, count) - total(there, boundary, count),
    costS: shipAll(scenario, way, boundaryBytes[boundary]!) + homeS,
  }));
  const shipped = formatBytes(boundaryBytes[cut.boundary]!);
  const place = boundaryPhrase(cut.boundary, count);
  const gain =
    cut.savedS > 0
      ? `saves only ${formatSeconds(cut.savedS)} of computing`
      : `makes the computing ${formatSeconds(-cut.savedS)} longer`;
  return `Leaving ${source} does not pay: even the best place to cut, ${place}, needs ${formatSeconds(cut.costS)} to ship ${shipped} to ${names.node(runner)} and ${gain}.`;
}

/** No other node can run everything: there is none, it cannot be reached, or the model is too much for it. */
function whyAlone(scenario: Scenario, solution: Solution): string {
  const names = namesOf(scenario);
  const source = names.node(scenario.sourceId);
  const others = othersThatCompute(scenario);
  if (others.length === 0)
    return `${source} is the only node that can compute here, so there is nothing to split with.`;
  const cutOff = unreachableOthers(scenario, solution);
  if (cutOff.length < others.length)
    return `${source} alone is faster than any split: no other node can run the whole model.`;
  const down = linksToOpen(scenario, solution).map((link) => names.link(link));
  const what = `${source} cannot reach ${joinWords(cutOff.map((node) => names.node(node)))}, so there is nothing to split with`;
  if (down.length === 0) return `${what}: connect them with a link.`;
  return down.length === 1
    ? `${what}: the link ${down[0]!} is down. Give it a capacity.`
    : `${what}: the links ${joinWords(down)} are down. Give them a capacity.`;
}

interface Features {
  readonly text: string;
  /** The first boundary between two blocks that ships less than the input; null where none does. */
  readonly firstSmaller: number | null;
}

/** Whether the features are bigger than the picture while most of the work is still to be done. */
function featuresOf(scenario: Scenario): Features {
  const { blocks, boundaryBytes } = workloadChain(scenario.workload);
  const input = boundaryBytes[0]!;
  const work = blocks.reduce((sum, block) => sum + block.macs, 0);
  let done = 0;
  let smallest = { boundary: 1, bytes: Infinity };
  for (let boundary = 1; boundary < blocks.length; boundary += 1) {
    done += blocks[boundary - 1]!.macs;
    const bytes = boundaryBytes[boundary]!;
    if (bytes < input) {
      const share = work > 0 ? done / work : 1;
      const text =
        share > 0.5
          ? `The features are not smaller than the input until ${formatPercent(share)} of the work is done, after block ${boundary}.`
          : `The features become smaller than the input after block ${boundary} (${formatBytes(bytes)}), with ${formatPercent(share)} of the work done.`;
      return { text, firstSmaller: boundary };
    }
    if (bytes < smallest.bytes) smallest = { boundary, bytes };
  }
  return {
    text: `The features are never smaller than the input: the smallest, after block ${smallest.boundary}, are ${formatBytes(smallest.bytes)}.`,
    firstSmaller: null,
  };
}

interface CutBalance {
  readonly savedS: number;
  readonly costS: number;
}

/** The cut between two blocks (1 .. last) that loses least. */
function cheapest(
  last: number,
  balance: (boundary: number) => CutBalance,
): CutBalance & { readonly boundary: number } {
  let best = { boundary: 1, ...balance(1) };
  for (let boundary = 2; boundary <= last; boundary += 1) {
    const candidate = { boundary, ...balance(boundary) };
    if (candidate.costS - candidate.savedS < best.costS - best.savedS) best = candidate;
  }
  return best;
}

function blockSeconds(scenario: Scenario, id: NodeId): readonly number[] | null {
  const node = scenario.nodes.find((other) => other.id === id);
  const profile = node === undefined ? null : profileFor(scenario, node).profile;
  return profile === null ? null : profile.blocks.map((block) => secondsOf(block.time));
}

const total = (seconds: readonly number[], from: number, to: number): number =>
  seconds.slice(from, to).reduce((sum, value) => sum + value, 0);

const sumOf = (legs: readonly Leg[]): number => legs.reduce((sum, leg) => sum + leg.seconds, 0);

/** What is shipped before anything is computed elsewhere; the result's way is not part of it. */
function transfersBefore(legs: readonly Leg[]): readonly TransferLeg[] {
  const end = legs.findIndex((leg) => leg.kind === 'compute');
  return legs.slice(0, end < 0 ? legs.length : end).filter((leg) => leg.kind === 'transfer');
}

function transfersAfter(legs: readonly Leg[]): readonly Leg[] {
  return legs.slice(legs.findLastIndex((leg) => leg.kind === 'compute') + 1);
}

/** Seconds that so many bytes take over every hop of a way. */
function shipAll(scenario: Scenario, way: readonly TransferLeg[], bytes: number): number {
  return way.reduce((sum, leg) => {
    const link = scenario.links.find((other) => other.id === leg.link);
    return link === undefined ? sum : sum + shipSeconds(link, leg.direction, bytes);
  }, 0);
}
