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
import { boundaryPhrase } from './words';

/** null when the best plan splits, or when there is none. */
export function whyNotSplit(scenario: Scenario, solution: Solution): string | null {
  const { best } = solution;
  if (best === null || best.cuts > 0) return null;
  const runner = best.computeNodes[0];
  if (runner === undefined) return null;
  const chain = workloadChain(scenario.workload);
  if (chain.blocks.length < 2) return 'A model of one block cannot be split.';
  if (runner === scenario.sourceId) return whyStay(scenario, solution, best);
  return whyAllAway(scenario, best, runner);
}

/** Everything runs on another node: no cut ships so much less that the UE's slower blocks pay off. */
function whyAllAway(scenario: Scenario, best: Plan, runner: NodeId): string {
  const { boundaryBytes } = workloadChain(scenario.workload);
  const input = boundaryBytes[0]!;
  const names = namesOf(scenario);
  const way = transfersBefore(best.legs);
  const sending = `Sending the input (${formatBytes(input)}) to ${names.node(runner)} takes ${formatSeconds(shipAll(scenario, way, input))}.`;
  const features = featuresPhrase(scenario);
  const here = blockSeconds(scenario, scenario.sourceId);
  const there = blockSeconds(scenario, runner);
  if (here === null || there === null) return `${sending} ${features}`;

  const cut = cheapest(boundaryBytes.length - 2, (boundary) => ({
    savedS: shipAll(scenario, way, input) - shipAll(scenario, way, boundaryBytes[boundary]!),
    costS: total(here, 0, boundary) - total(there, 0, boundary),
  }));
  const place = boundaryPhrase(cut.boundary, boundaryBytes.length - 1);
  const source = names.node(scenario.sourceId);
  const computing = `the blocks before it take ${formatSeconds(Math.abs(cut.costS))} ${cut.costS >= 0 ? 'longer' : 'less'} on ${source}`;
  const verdict =
    cut.savedS > 0
      ? `The best place to cut, ${place}, saves ${formatSeconds(cut.savedS)} of sending, but ${computing}.`
      : `Even the best place to cut, ${place}, means ${formatSeconds(-cut.savedS)} more sending, and ${computing}.`;
  return `${sending} ${features} ${verdict}`;
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
  if (rival === undefined || runner === undefined) {
    return `${source} is the only node that can compute here, so there is nothing to split with.`;
  }
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

/** Whether the features are bigger than the picture while most of the work is still to be done. */
function featuresPhrase(scenario: Scenario): string {
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
      return share > 0.5
        ? `The features are bigger than the input until ${formatPercent(share)} of the work is done, after block ${boundary}.`
        : `The features become smaller than the input after block ${boundary} (${formatBytes(bytes)}), with ${formatPercent(share)} of the work done.`;
    }
    if (bytes < smallest.bytes) smallest = { boundary, bytes };
  }
  return `The features are never smaller than the input: the smallest, after block ${smallest.boundary}, are ${formatBytes(smallest.bytes)}.`;
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
