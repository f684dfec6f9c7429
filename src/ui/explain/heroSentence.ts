/** What is going on, in one sentence with computed numbers: the first thing a visitor reads. */
import type { Scenario } from '../../core/scenario/types';
import type { Plan, StrategyId } from '../../core/solvers/types';
import type { Solution } from '../../protocol/solverApi';
import { describeInfeasible } from '../errors/describe';
import { namesOf } from '../errors/names';
import { formatSeconds } from '../format';
import { bestIsProven } from './bestWord';
import { unreachableOthers } from './reach';
import { listNodes, modelPhrase, sourcePhrase, splitPhrase } from './words';

/** Running text with the numbers that matter marked. */
export type Sentence = readonly (string | { readonly strong: string })[];

export function sentenceText(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.strong)).join('');
}

export function heroSentence(scenario: Scenario, solution: Solution): Sentence {
  const model = modelPhrase(scenario);
  const { best } = solution;
  const bestOutcome = outcomeOf(solution, 'best');
  if (best === null) {
    const reason = bestOutcome?.kind === 'infeasible' ? bestOutcome.reason : null;
    const why = reason === null ? null : describeInfeasible(reason, namesOf(scenario));
    const cannot =
      reason?.kind === 'not-found-in-time'
        ? `No way to run ${model} on this network was found.`
        : `${model} cannot run on this network.`;
    return [cannot, why === null ? '' : ` ${why.title} ${why.action}`];
  }
  const proven = bestIsProven(solution);
  const ueOnly = planOf(solution, 'ue-only');
  return best.cuts === 0
    ? onOneNode(scenario, solution, model, best, proven)
    : splitUp(scenario, model, best, ueOnly, proven);
}

function splitUp(
  scenario: Scenario,
  model: string,
  best: Plan,
  alone: Plan | null,
  proven: boolean,
): Sentence {
  const total = { strong: formatSeconds(best.totalS) };
  const how = `${splitPhrase(best.cuts)}${proven ? '' : ' (estimated: the search was cut short)'}`;
  if (alone === null)
    return [`${model} cannot run on ${sourcePhrase(scenario)} alone; ${how} it takes `, total, '.'];
  return [
    `${model} takes `,
    { strong: formatSeconds(alone.totalS) },
    ` on ${sourcePhrase(scenario)} alone, `,
    total,
    ` ${how}.`,
  ];
}

/** No split is best: where it runs, and how much a detour would cost. */
function onOneNode(
  scenario: Scenario,
  solution: Solution,
  model: string,
  best: Plan,
  proven: boolean,
): Sentence {
  const total = { strong: formatSeconds(best.totalS) };
  const verdict = proven ? 'no split is faster' : 'no faster split was found';
  const alone = planOf(solution, 'ue-only');
  if (best.computeNodes[0] === scenario.sourceId) {
    const rival = fastestElsewhere(solution);
    const rest =
      rival === null
        ? [
            unreachableOthers(scenario, solution).length > 0
              ? ': no other node can be reached.'
              : ' and nothing else can take part.',
          ]
        : [
            `: ${verdict}, and all on ${listNodes(scenario, rival.computeNodes)} it takes `,
            { strong: formatSeconds(rival.totalS) },
            '.',
          ];
    return [`${model} takes `, total, ` on ${sourcePhrase(scenario)} alone`, ...rest];
  }
  const where = listNodes(scenario, best.computeNodes);
  if (alone === null) {
    return [
      `${model} cannot run on ${sourcePhrase(scenario)} alone; all on ${where} it takes `,
      total,
      `: ${verdict}.`,
    ];
  }
  return [
    `${model} takes `,
    { strong: formatSeconds(alone.totalS) },
    ` on ${sourcePhrase(scenario)} alone, `,
    total,
    ` all on ${where}: ${verdict}.`,
  ];
}

function fastestElsewhere(solution: Solution): Plan | null {
  const plans = [planOf(solution, 'cloud-only'), planOf(solution, 'edge-only')].filter(
    (plan) => plan !== null,
  );
  return plans.sort((a, b) => a.totalS - b.totalS)[0] ?? null;
}

function outcomeOf(solution: Solution, strategy: StrategyId) {
  return solution.strategies.find((entry) => entry.strategy === strategy)?.outcome ?? null;
}

export function planOf(solution: Solution, strategy: StrategyId): Plan | null {
  const outcome = outcomeOf(solution, strategy);
  return outcome?.kind === 'plan' ? outcome.plan : null;
}
