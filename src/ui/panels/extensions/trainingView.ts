/** What the training view shows: a sentence, bars, the horizon and a table, from one answer. */
import type { HorizonStep, TrainingAnswer, TrainingPlan } from '../../../core/studies/trainingTypes';
import type { ChartTable } from '../../charts/chartTable';
import { joinWords } from '../../explain/words';
import {
  formatBytes,
  formatCount,
  formatNumber,
  formatPercent,
  formatSeconds,
  formatWhole,
} from '../../format';
import type { PartsBar } from './partsBarsLayout';
import { isMore, placesPhrase, sameSplit } from './placesPhrase';

export type Training = Extract<TrainingAnswer, { kind: 'training' }>;

interface Entry {
  readonly id: 'best' | 'unaware' | 'printed' | 'stay';
  readonly name: string;
  readonly plan: TrainingPlan;
}

export interface TrainingView {
  readonly lead: string;
  readonly summary: string;
  readonly bars: readonly PartsBar[];
  readonly describe: (id: string) => readonly string[];
  readonly table: ChartTable;
  readonly horizonSummary: string;
  readonly horizonTable: ChartTable;
  readonly describeStep: (index: number) => readonly string[];
}

export function trainingView(answer: Training, iterations: number, names: readonly string[]): TrainingView {
  const entries = entriesOf(answer);
  return {
    lead: leadOf(answer, iterations, names),
    summary: `Mean time of one iteration over ${countIterations(iterations)}, the move spread over them.`,
    bars: entries.map(({ id, name, plan }) => ({
      id,
      name,
      totalS: plan.totalS / iterations,
      parts: [
        { look: 'forward', seconds: plan.forwardS },
        { look: 'backward', seconds: plan.backwardS },
        { look: 'activations', seconds: plan.activationS },
        { look: 'gradients', seconds: plan.gradientS },
        { look: 'move', seconds: plan.moveS / iterations },
      ],
      mark: id === 'best' ? 'best' : '',
    })),
    describe: (id) => {
      const entry = entries.find((other) => other.id === id);
      return entry === undefined ? [] : describePlan(entry.plan, iterations, names);
    },
    table: tableOf(entries, iterations, names),
    horizonSummary: horizonSummary(answer),
    horizonTable: {
      columns: [
        'from iterations',
        'split',
        'one iteration (ms)',
        'move (ms)',
        'mean an iteration there (ms)',
      ].map((name) => ({ name })),
      rows: answer.horizon.map((step) => [
        step.fromIterations,
        placesPhrase(step.boundaries, names),
        1e3 * step.iterationS,
        1e3 * step.moveS,
        1e3 * meanAt(step, step.fromIterations),
      ]),
    },
    describeStep: (index) => {
      const step = answer.horizon[index];
      if (step === undefined) return [];
      return [
        placesPhrase(step.boundaries, names),
        `${formatSeconds(step.iterationS)} an iteration + ${formatSeconds(step.moveS)} / N`,
      ];
    },
  };
}

export const meanAt = (step: Pick<HorizonStep, 'iterationS' | 'moveS'>, iterations: number): number =>
  step.iterationS + step.moveS / iterations;

function entriesOf({ best, unaware, printed, stay }: Training): Entry[] {
  return [
    { id: 'best', name: 'Knows what moving costs', plan: best },
    { id: 'printed', name: 'Eq. 9 as printed', plan: printed },
    { id: 'unaware', name: 'As if moving were free', plan: unaware },
    ...(stay === null ? [] : [{ id: 'stay', name: 'Stays where it was', plan: stay } as const]),
  ];
}

export const countIterations = (iterations: number, digits = 6): string =>
  iterations <= 10 && Number.isInteger(iterations)
    ? formatCount(iterations, 'iteration')
    : `${formatNumber(iterations, digits)} iterations`;

function leadOf(answer: Training, iterations: number, names: readonly string[]): string {
  const { best, stay, previous } = answer;
  const over = `With ${countIterations(iterations)} until the next move`;
  const sentences: string[] = [];
  if (sameSplit(best.boundaries, previous)) {
    sentences.push(
      `${over}, it is best to move nothing: ${placesPhrase(previous, names)}, ${formatSeconds(best.iterationS)} an iteration.`,
      paysLater(answer, iterations, names),
    );
  } else {
    const change =
      stay === null
        ? ''
        : `: an iteration falls from ${formatSeconds(stay.iterationS)} to ${formatSeconds(best.iterationS)}`;
    sentences.push(
      `${over}, the best split is ${placesPhrase(best.boundaries, names)}${change}. ${movingPhrase(best)}${paysFrom(answer)}.`,
    );
  }
  sentences.push(othersSentence(answer));
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function movingPhrase({ moveBytes, moveS }: TrainingPlan): string {
  return moveBytes === 0
    ? 'The blocks that move have no parameters, so moving them is free'
    : `Moving ${formatBytes(moveBytes)} there takes ${formatSeconds(moveS)} once`;
}

function paysLater(answer: Training, iterations: number, names: readonly string[]): string {
  const next = answer.horizon.find((step) => step.fromIterations > iterations);
  return next === undefined
    ? ''
    : `From ${countIterations(Math.ceil(next.fromIterations))} on, another place pays: ${placesPhrase(next.boundaries, names)}.`;
}

/** Where leaving the previous place first pays. */
function paysFrom({ horizon, previous }: Training): string {
  const [first, second] = horizon;
  if (first === undefined || second === undefined || !sameSplit(first.boundaries, previous)) return '';
  return `, and leaving pays from ${countIterations(Math.ceil(second.fromIterations))} on`;
}

function othersSentence({ best, unaware, printed }: Training): string {
  const more = (plan: TrainingPlan): string => formatPercent(plan.totalS / best.totalS - 1);
  const isWorse = (plan: TrainingPlan): boolean => isMore(plan.totalS, best.totalS);
  const unseen = 'which does not see what moves two nodes away';
  if (isWorse(unaware) && sameSplit(unaware.boundaries, printed.boundaries)) {
    return `Deciding as if moving were free takes ${more(unaware)} longer in all, and so does eq. 9 as printed, ${unseen}.`;
  }
  if (isWorse(unaware) && isWorse(printed)) {
    return `Deciding as if moving were free takes ${more(unaware)} longer in all, and eq. 9 as printed, ${unseen}, ${more(printed)}.`;
  }
  if (isWorse(unaware)) {
    return `Deciding as if moving were free takes ${more(unaware)} longer in all; eq. 9 as printed finds the best split here.`;
  }
  if (isWorse(printed)) return `Eq. 9 as printed, ${unseen}, takes ${more(printed)} longer in all.`;
  return 'Deciding as if moving were free gives the same time here.';
}

function describePlan(plan: TrainingPlan, iterations: number, names: readonly string[]): string[] {
  const { forwardS, backwardS, activationS, gradientS, iterationS, moveS, moveBytes } = plan;
  const lines = [
    placesPhrase(plan.boundaries, names),
    `forward ${formatSeconds(forwardS)} + backward ${formatSeconds(backwardS)} + activations ${formatSeconds(activationS)} + gradients ${formatSeconds(gradientS)} = ${formatSeconds(iterationS)} an iteration`,
    moveBytes === 0
      ? 'nothing moves'
      : `move: ${formatBytes(moveBytes)} of parameters change node, ${formatSeconds(moveS)} once`,
    `${formatNumber(iterations, 6)} × ${formatSeconds(iterationS)} + ${formatSeconds(moveS)} = ${formatSeconds(plan.totalS)}`,
  ];
  if (isMore(plan.totalS, plan.promisedS)) {
    lines.push(`the decision took the total for ${formatSeconds(plan.promisedS)}`);
  }
  return lines;
}

function tableOf(entries: readonly Entry[], iterations: number, names: readonly string[]): ChartTable {
  return {
    columns: [
      'decision',
      'split',
      'forward (ms)',
      'backward (ms)',
      'activations (ms)',
      'gradients (ms)',
      'one iteration (ms)',
      'move, once (ms)',
      'parameters moved (B)',
      `total over ${formatWhole(iterations)} iterations (ms)`,
      'total it expected (ms)',
    ].map((name) => ({ name })),
    rows: entries.map(({ name, plan }) => [
      name,
      placesPhrase(plan.boundaries, names),
      1e3 * plan.forwardS,
      1e3 * plan.backwardS,
      1e3 * plan.activationS,
      1e3 * plan.gradientS,
      1e3 * plan.iterationS,
      1e3 * plan.moveS,
      plan.moveBytes,
      1e3 * plan.totalS,
      1e3 * plan.promisedS,
    ]),
  };
}

function horizonSummary({ horizon }: Training): string {
  const changes = horizon.slice(1).map((step) => formatNumber(step.fromIterations));
  if (changes.length === 0) return 'One split is best for every number of iterations until the next move.';
  const list = changes.length > 6 ? `${changes.slice(0, 6).join(', ')}, …` : joinWords(changes);
  return `The longer until the next move, the more a move pays: the best split changes at ${list} iterations.`;
}
