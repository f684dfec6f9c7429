/** What the training view shows of several periods: a sentence, bars and a table. */
import type { PeriodsAnswer, TrainingPlan } from '../../../core/studies/trainingTypes';
import type { ChartTable } from '../../charts/chartTable';
import { formatCount, formatNumber, formatPercent, formatSeconds } from '../../format';
import type { PartsBar } from './partsBarsLayout';
import { isMore, placesPhrase, sameSplit } from './placesPhrase';
import type { Training } from './trainingView';

export interface PeriodsView {
  readonly summary: string;
  readonly bars: readonly PartsBar[];
  readonly describe: (id: string) => readonly string[];
  readonly table: ChartTable;
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly answer: PeriodsAnswer;
  readonly mark: string;
}

export function periodsView(
  periods: NonNullable<Training['periods']>,
  iterations: number,
  previous: readonly number[],
  names: readonly string[],
): PeriodsView {
  const { whole, stepwise, stay, factors } = periods;
  const entries: Entry[] = [
    { id: 'whole', name: 'All periods at once', answer: whole, mark: whole.proven ? 'best' : 'estimated' },
    { id: 'stepwise', name: 'Period by period', answer: stepwise, mark: '' },
    ...(stay === null ? [] : [{ id: 'stay', name: 'Never moves', answer: stay, mark: '' }]),
  ];
  return {
    summary: summaryOf(periods, iterations),
    bars: entries.map(({ id, name, answer, mark }) => ({
      id,
      name,
      totalS: answer.totalS,
      parts: [
        { look: 'forward', seconds: iterations * sum(answer, (split) => split.forwardS) },
        { look: 'backward', seconds: iterations * sum(answer, (split) => split.backwardS) },
        { look: 'activations', seconds: iterations * sum(answer, (split) => split.activationS) },
        { look: 'gradients', seconds: iterations * sum(answer, (split) => split.gradientS) },
        { look: 'move', seconds: sum(answer, (split) => split.moveS) },
      ],
      mark,
    })),
    describe: (id) => {
      const entry = entries.find((other) => other.id === id);
      return entry === undefined ? [] : movesOf(entry.answer, previous, names);
    },
    table: {
      columns: [
        'period',
        'first link (× capacity)',
        ...entries.flatMap(({ name }) => [`${name}: split`, `${name}: move (ms)`, `${name}: total (ms)`]),
      ].map((name) => ({ name })),
      rows: factors.map((factor, t) => [
        t + 1,
        factor,
        ...entries.flatMap(({ answer }) => {
          const split = answer.splits[t]!;
          return [placesPhrase(split.boundaries, names), 1e3 * split.moveS, 1e3 * split.totalS];
        }),
      ]),
    },
  };
}

const sum = ({ splits }: PeriodsAnswer, part: (split: TrainingPlan) => number): number =>
  splits.reduce((total, split) => total + part(split), 0);

function summaryOf(
  { whole, stepwise, factors }: NonNullable<Training['periods']>,
  iterations: number,
): string {
  const over = `${formatCount(factors.length, 'period')} of ${formatNumber(iterations, 6)} iterations, each with a first link of its own`;
  return isMore(stepwise.totalS, whole.totalS)
    ? `Over ${over}, deciding period by period (eq. 9) takes ${formatPercent(stepwise.totalS / whole.totalS - 1)} longer than deciding all at once: a split is also where the next one starts.`
    : `Over ${over}, deciding period by period (eq. 9) is as good as deciding all at once.`;
}

/** One line for each period in which something moves. */
function movesOf(
  { splits, totalS }: PeriodsAnswer,
  previous: readonly number[],
  names: readonly string[],
): string[] {
  const moves = splits.flatMap(({ boundaries, moveS }, t) =>
    sameSplit(boundaries, splits[t - 1]?.boundaries ?? previous)
      ? []
      : [`period ${t + 1}: ${placesPhrase(boundaries, names)}, moved in ${formatSeconds(moveS)}`],
  );
  return [...(moves.length === 0 ? ['nothing moves'] : moves), `${formatSeconds(totalS)} in all`];
}
