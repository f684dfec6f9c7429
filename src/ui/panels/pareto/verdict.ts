/** What the exact answer within the limits is worth, and what HiveMind's two ways of weighing do instead, in numbers. */
import { criteria, type Criterion } from '../../../core/scenario/goals';
import type { Goals } from '../../../core/scenario/types';
import type { FrontAnswer } from '../../../core/studies/frontTypes';
import type { Measures } from '../../../core/studies/measures';
import { formatPercent } from '../../format';
import { criterionTexts, limitOf } from './criterionTexts';
import { brokenWords, limitsPhrase } from './limitWords';

type MethodAnswer = FrontAnswer['methods'][number];

/** `proven`: whether the search behind the answer within limits was finished. */
export function verdict(goals: Goals, answer: FrontAnswer, proven: boolean): readonly string[] {
  const { limits, minimise } = goals;
  const methodOf = (id: MethodAnswer['method']) => answer.methods.find(({ method }) => method === id);
  const fastest = methodOf('best')?.measures ?? null;
  if (fastest === null) return ['Nothing works on this network yet, so there is nothing to weigh.'];
  if (answer.unavailable[minimise] !== undefined) {
    return [`What is to be minimised, ${criterionTexts[minimise].phrase}, is not known for this scenario.`];
  }
  const limited = criteria.filter(
    (criterion) => limitOf(limits, criterion) !== null && answer.unavailable[criterion] === undefined,
  );
  const within = methodOf('within-limits')?.measures ?? null;
  if (within === null) return [impossible(goals, answer, limited, proven)];
  const first = exactSentence(goals, within, fastest, limited, proven);
  if (limited.length === 0) {
    return [first, 'Set a limit to see where the exact answer and HiveMind’s weights part.'];
  }
  return [
    first,
    rivalSentence(
      'HiveMind’s weights (eq. 12)',
      'break',
      'keep',
      methodOf('hivemind-weights'),
      within,
      goals,
    ),
    rivalSentence('The weighted sum (eq. 11)', 'breaks', 'keeps', methodOf('weighted'), within, goals),
  ];
}

function exactSentence(
  { limits, minimise }: Goals,
  within: Measures,
  fastest: Measures,
  limited: readonly Criterion[],
  proven: boolean,
): string {
  const { phrase, valueOf, format } = criterionTexts[minimise];
  const value = valueOf(within) ?? Number.NaN;
  const start = limited.length === 0 ? 'Without limits' : `With ${limitsPhrase(limits, limited)}`;
  const least = proven ? `the least ${phrase}` : `the least ${phrase} found (estimated)`;
  const at = minimise === 'latency' ? '' : `, at ${criterionTexts.latency.format(within.latencyS)}`;
  return `${start}, ${least} is ${format(value)}${at}${againstFastest(minimise, value, valueOf(fastest), format)}.`;
}

function againstFastest(
  minimise: Criterion,
  value: number,
  fastest: number | null,
  format: (value: number) => string,
): string {
  if (fastest === null) return '';
  if (same(value, fastest))
    return minimise === 'latency' ? ': the fastest plan keeps every limit' : ': the fastest plan has it too';
  if (minimise === 'latency') return `, ${format(value - fastest)} more than the fastest plan of all`;
  const less = fastest > 0 ? `${formatPercent(1 - value / fastest)} less` : 'less';
  return `: ${less} than the fastest plan takes (${format(fastest)})`;
}

function rivalSentence(
  name: string,
  breaks: string,
  keeps: string,
  rival: MethodAnswer | undefined,
  within: Measures,
  { limits, minimise }: Goals,
): string {
  const plural = breaks === 'break';
  const measures = rival?.measures ?? null;
  if (rival === undefined || measures === null) return `${name} ${plural ? 'find' : 'finds'} no plan here.`;
  if (rival.broken.length > 0) {
    return `${name} ${breaks} ${brokenWords(measures, limits, rival.broken)} here.`;
  }
  const { valueOf, format } = criterionTexts[minimise];
  const theirs = valueOf(measures);
  const exact = valueOf(within);
  if (theirs === null || exact === null) return `${name} ${keeps} every limit.`;
  if (same(theirs, exact))
    return `${name} ${plural ? 'find' : 'finds'} as good a plan here, without a guarantee.`;
  const more = exact > 0 ? `${formatPercent(theirs / exact - 1)} more` : `${format(theirs - exact)} more`;
  return `${name} ${keeps} every limit but ${plural ? 'take' : 'takes'} ${more} (${format(theirs)}).`;
}

/** Names the limit that binds where a single one is out of reach of every plan. */
function impossible(
  { limits }: Goals,
  { points, criteria: traded, complete }: FrontAnswer,
  limited: readonly Criterion[],
  proven: boolean,
): string {
  const word = proven ? 'No plan keeps' : 'No plan was found that keeps';
  for (const criterion of limited) {
    // The front holds the least of every criterion it trades.
    if (!traded.includes(criterion) || !complete) continue;
    const { phrase, valueOf, format } = criterionTexts[criterion];
    const least = Math.min(...points.map(({ measures }) => valueOf(measures) ?? Infinity));
    const limit = limitOf(limits, criterion)!;
    if (least > limit * (1 + 1e-9)) {
      return `No plan keeps the ${phrase} limit of ${format(limit)}: the least is ${format(least)}.`;
    }
  }
  return limited.length > 1
    ? `${word} all the limits together: ${limitsPhrase(limits, limited)}.`
    : `${word} the limit: ${limitsPhrase(limits, limited)}.`;
}

/** Sums in another order agree to a billionth. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
