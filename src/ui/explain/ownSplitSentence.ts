/** The visitor's own split against the best one: what it costs, where, and what it gains in return. */
import type { LinkId, NodeId } from '../../core/network/types';
import { workloadChain } from '../../core/model/workloadChain';
import type { Scenario } from '../../core/scenario/types';
import type { Plan } from '../../core/solvers/types';
import type { Solution } from '../../protocol/solverApi';
import { describeInfeasible } from '../errors/describe';
import { namesOf } from '../errors/names';
import { formatBytes, formatPercent, formatSeconds } from '../format';
import { bestIsProven, bestWord } from './bestWord';
import type { TransferLeg } from './formulas';
import { sameTotal } from './gain';
import { blocksPhrase, boundaryPhrase, joinWords } from './words';

export function ownSplitSentence(scenario: Scenario, solution: Solution): string {
  const { own, best, ownStart } = solution;
  const proven = bestIsProven(solution);
  if (own === null && best !== null && ownStart.nodes.length < 2)
    return 'There is no cut to drag: no second node can take part.';
  if (own === null) {
    return best === null
      ? 'Nothing works yet, so there is no split to beat.'
      : `Drag a cut, or move it by the arrow keys, and try to beat the ${bestWord(proven, 'split')}.`;
  }
  if (own.kind === 'infeasible') {
    const { title, action } = describeInfeasible(own.reason, namesOf(scenario));
    return `Your split does not work: ${title} ${action}`;
  }
  const { plan } = own;
  const mine = formatSeconds(plan.totalS);
  if (best === null) return `Your split takes ${mine}.`;
  if (sameTotal(plan.totalS, best.totalS)) {
    return sameSteps(plan, best)
      ? `Your split is the ${bestWord(proven, 'one')}: ${mine}.`
      : `Your split takes ${mine}, exactly as long as the ${bestWord(proven, 'one')}: a tie.`;
  }
  const lost = plan.totalS - best.totalS;
  if (lost < 0) return `Your split takes ${mine}, ${formatSeconds(-lost)} less than the best one found.`;
  const inAll = `in all ${mine}, ${formatSeconds(lost)} (${formatPercent(lost / best.totalS)}) slower than the ${bestWord(proven)}`;
  return `${difference(scenario, plan, best, bestWord(proven, 'split'))}; ${inAll}.`;
}

function sameSteps(a: Plan, b: Plan): boolean {
  const key = (plan: Plan) =>
    plan.legs
      .map((leg) => (leg.kind === 'compute' ? `${leg.node} ${leg.to}` : `${leg.link} ${leg.boundary}`))
      .join();
  return key(a) === key(b);
}

interface Item {
  /** Own minus best [s]: above 0 is a loss. */
  readonly deltaS: number;
  /** As the subject of a loss, and in a list of savings. */
  readonly loss: string;
  readonly name: string;
}

/** "Your cut after block 12 ships 602 kB instead of 49 kB over the access link: 48 ms more; Phone saves only 9 ms." */
function difference(scenario: Scenario, own: Plan, best: Plan, rival: string): string {
  const items = [...linkItems(scenario, own, best, rival), ...nodeItems(scenario, own, best)];
  const losses = items.filter((item) => item.deltaS > 0).sort((a, b) => b.deltaS - a.deltaS);
  const savings = items.filter((item) => item.deltaS < 0).sort((a, b) => a.deltaS - b.deltaS);
  const worst = losses[0];
  // A loss in total is a loss somewhere.
  if (worst === undefined) return '';
  const parts = [`${worst.loss}: ${formatSeconds(worst.deltaS)} more`];
  const others = losses.slice(1);
  if (others.length > 0) {
    const names = joinWords(others.slice(0, 3).map((item) => item.name));
    const rest = others.length > 3 ? `${names} and others` : names;
    parts.push(`${rest} ${others.length === 1 ? 'costs' : 'cost'} another ${formatSeconds(sum(others))}`);
  }
  if (savings.length > 0) {
    const names = joinWords(savings.slice(0, 3).map((item) => item.name));
    const rest = savings.length > 3 ? `${names} and others` : names;
    parts.push(`${rest} ${savings.length === 1 ? 'saves' : 'save'} only ${formatSeconds(-sum(savings))}`);
  }
  return parts.join('; ');
}

const sum = (items: readonly Item[]): number => items.reduce((total, item) => total + item.deltaS, 0);

function linkItems(scenario: Scenario, own: Plan, best: Plan, rival: string): Item[] {
  const blockCount = workloadChain(scenario.workload).blocks.length;
  const mine = transfersByLink(own);
  const theirs = transfersByLink(best);
  return [...new Set([...mine.keys(), ...theirs.keys()])].map((link) => {
    const here = mine.get(link) ?? [];
    const there = theirs.get(link) ?? [];
    const name = linkPhrase(scenario, link);
    const cuts = joinWords([...new Set(here.map((leg) => boundaryPhrase(leg.boundary, blockCount)))]);
    const shipped = formatBytes(here.reduce((total, leg) => total + leg.bytes, 0));
    const instead = formatBytes(there.reduce((total, leg) => total + leg.bytes, 0));
    const subject = here.some((leg) => leg.boundary > 0) ? `Your cut ${cuts}` : 'Your split';
    return {
      name,
      deltaS: seconds(here) - seconds(there),
      loss:
        there.length === 0
          ? `${subject} ships ${shipped} over ${name}, which the ${rival} does not use`
          : `${subject} ships ${shipped} instead of ${instead} over ${name}`,
    };
  });
}

function nodeItems(scenario: Scenario, own: Plan, best: Plan): Item[] {
  const names = namesOf(scenario);
  const nodes = new Set<NodeId>([...own.computeNodes, ...best.computeNodes]);
  return [...nodes].map((node) => {
    const here = own.legs.filter((leg) => leg.kind === 'compute' && leg.node === node);
    const there = best.legs.filter((leg) => leg.kind === 'compute' && leg.node === node);
    const runs = joinWords(here.map((leg) => (leg.kind === 'compute' ? blocksPhrase(leg.from, leg.to) : '')));
    return {
      name: names.node(node),
      deltaS: seconds(here) - seconds(there),
      loss: `Your split runs ${runs} on ${names.node(node)}`,
    };
  });
}

function transfersByLink(plan: Plan): Map<LinkId, TransferLeg[]> {
  const byLink = new Map<LinkId, TransferLeg[]>();
  for (const leg of plan.legs) {
    if (leg.kind !== 'transfer') continue;
    byLink.set(leg.link, [...(byLink.get(leg.link) ?? []), leg]);
  }
  return byLink;
}

const seconds = (legs: readonly { readonly seconds: number }[]): number =>
  legs.reduce((total, leg) => total + leg.seconds, 0);

/** The link at the source is the access link; the others go by the names of their ends. */
function linkPhrase(scenario: Scenario, id: LinkId): string {
  const link = scenario.links.find((other) => other.id === id);
  return link !== undefined && (link.a === scenario.sourceId || link.b === scenario.sourceId)
    ? 'the access link'
    : namesOf(scenario).link(id);
}
