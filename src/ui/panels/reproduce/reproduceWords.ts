/** The Reproduce screen in words: verdicts counted, what a result rests on, what has changed since. */
import { isSameQuestion, type FigureQuestion } from '../../../core/reproduce/figureQuestion';
import { figureText } from '../../../core/reproduce/figureWords';
import {
  figureIds,
  type Assumption,
  type AssumptionPreset,
  type ClaimVerdict,
  type ComparedNumber,
  type FigureId,
  type FigureText,
} from '../../../core/reproduce/types';
import { countsText, type Judged } from '../../../core/reproduce/verdictWords';
import type { ReproductionState, ShownFigure } from '../../../state/reproductionTypes';
import { formatNumber, formatPercent } from '../../format';

export const paperText = 'HiveMind (IEEE JSAC 2022, doi 10.1109/JSAC.2021.3118403)';

export const presetTexts: Readonly<Record<AssumptionPreset, string>> = {
  calibrated: 'HiveMind-calibrated',
  honest: 'Honest 224 px',
};

/**
 * "31 of 39 claims judged, 8 cannot be checked: 20 agree, 11 differ": of those that answer what is asked now; the others are older, or left
 * to run.
 *
 * @param older - how many claims have a verdict of other settings only
 */
export function judgedText(found: readonly Judged[], claims: number, older: number): string {
  const judged = found.filter(({ verdict }) => verdict !== 'cannot-be-checked');
  const [unchecked, left] = [found.length - judged.length, claims - found.length - older];
  const rest = [
    unchecked === 0 ? '' : `, ${unchecked} cannot be checked`,
    left === 0 ? '' : `, ${left} not run yet`,
    older === 0 ? '' : `, ${older} run with other settings only`,
  ].join('');
  return `${judged.length} of ${claims} claims judged${rest}${judged.length === 0 ? '' : `: ${countsText(judged)}`}`;
}

/** Whether the latest result answers another question than the one that is asked now. */
export function isOld({ last, question }: ShownFigure): boolean {
  return last !== null && !isSameQuestion(last.question, question);
}

/** A figure in the list, in a few words. */
export function figureState(figure: ShownFigure): string {
  const { last, run } = figure;
  switch (run.status) {
    case 'running':
      return `running, ${formatPercent(Math.floor(run.part * 100) / 100)}`;
    case 'waiting':
      return 'waits for its turn';
    case 'failed':
      return 'stopped working';
    case 'idle':
      if (last === null) return 'not run yet';
      return `${countsText(last.result.verdicts)}${isOld(figure) ? ' (older)' : ''}`;
  }
}

/** What runs now, for those who wait. */
export function runningText({ figures }: Pick<ReproductionState, 'figures'>): string {
  const running = figureIds.find((id) => figures[id].run.status === 'running');
  if (running === undefined) return 'Waits for its turn';
  return `Waits for its turn: figure ${running} ${figureState(figures[running]).replace('running', 'is running')}`;
}

/** A figure without simulated time is computed, not simulated. */
export function madeHere({ assumptions }: Pick<FigureText, 'assumptions'>): 'simulated' | 'computed' {
  return assumptions.some(({ id }) => id === 'durationS') ? 'simulated' : 'computed';
}

/** "Simulated here from seed 1." */
export function provenanceText(text: Pick<FigureText, 'assumptions'>, seed: number): string {
  return `${madeHere(text) === 'simulated' ? 'Simulated' : 'Computed'} here from seed ${seed}.`;
}

/** A name within a sentence; an abbreviation stays as it is. */
export function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

/** Digits as they are: a seed, a count, an assumption. */
export function exact(value: number, unit: string): string {
  const number = formatNumber(value, 12);
  return unit === '' ? number : `${number} ${unit}`;
}

/** What the other preset would change in a figure. */
export function presetDifference(
  { assumptions }: Pick<FigureText, 'assumptions'>,
  preset: AssumptionPreset,
): string {
  const other: AssumptionPreset = preset === 'calibrated' ? 'honest' : 'calibrated';
  const changed = assumptions.filter(({ values }) => values.calibrated !== values.honest);
  if (changed.length === 0) return 'This figure rests on the same numbers either way.';
  const parts = changed.map(
    ({ name, unit, values }) =>
      `${inSentence(name)} ${exact(values[preset], unit)} (${presetTexts[other]}: ${exact(values[other], unit)})`,
  );
  return `In this figure: ${parts.join('; ')}.`;
}

/** "4.64 ms", "2.71×"; "none" where there is none. */
export function ourNumber({ ours, unit }: Pick<ComparedNumber, 'ours' | 'unit'>): string {
  return ours === null ? 'none' : inUnit(figureText(ours), unit);
}

/** As printed, in our unit where it has none of its own: "> 500 ms", "91 % (quoted)", "476 J (of what?)". */
export function paperNumber({ paper, unit }: Pick<ComparedNumber, 'paper' | 'unit'>): string {
  if (paper === null) return 'not given';
  const [, number, rest] = /^([<>≤≥ ]*[\d.,]+)( \(.*\))?$/.exec(paper) ?? [];
  return number === undefined ? paper : `${inUnit(number, unit)}${rest ?? ''}`;
}

function inUnit(number: string, unit: string): string {
  return `${number}${unit === '' || unit === '×' ? '' : ' '}${unit}`;
}

/** So much of a note is not worth a fold. */
const shortNote = 80;

/** A note's first sentence, or its first part, stays in sight; the rest is opened. */
export function foldedNote(note: string): { readonly first: string; readonly rest: string } {
  const end = /\.(?= [A-Z])|;(?= )/.exec(note);
  if (end === null || note.length <= shortNote) return { first: note, rest: '' };
  return {
    first: `${note.slice(0, end.index)}${end[0] === '.' ? '.' : '…'}`,
    rest: note.slice(end.index + 2),
  };
}

/** The number an assumption stands at. */
export function assumedValue({ id, values }: Assumption, { overrides, preset }: FigureQuestion): number {
  return overrides[id] ?? values[preset];
}

export function isChanged(assumption: Assumption, question: FigureQuestion): boolean {
  return assumedValue(assumption, question) !== assumption.values[question.preset];
}

/** What a result rests on that is asked differently now. */
export function changesSince(
  of: FigureQuestion,
  now: FigureQuestion,
  { assumptions }: Pick<FigureText, 'assumptions'>,
): string {
  const parts = [
    of.seed === now.seed ? '' : `seed ${of.seed} (now ${now.seed})`,
    of.preset === now.preset ? '' : `“${presetTexts[of.preset]}” (now “${presetTexts[now.preset]}”)`,
    ...assumptions
      // What a preset changes goes without saying.
      .filter(({ id }) => of.overrides[id] !== now.overrides[id])
      .map((each) => {
        const [was, is] = [assumedValue(each, of), assumedValue(each, now)];
        return was === is
          ? ''
          : `${inSentence(each.name)} ${exact(was, each.unit)} (now ${exact(is, each.unit)})`;
      }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'other assumptions' : parts.join(', ');
}

/** For those who cannot see it: what has happened to a figure. */
export function announcement(id: FigureId, { last, run }: ShownFigure): string {
  if (run.status === 'running') return `Figure ${id} is running.`;
  if (run.status === 'waiting') return `Figure ${id} waits for its turn.`;
  if (run.status === 'failed' || last === null) return '';
  return `Figure ${id} is done: ${countsText(last.result.verdicts)}.`;
}

/** Of how many figures there is a result for what is asked now. */
export function answeredCount({ figures }: Pick<ReproductionState, 'figures'>): number {
  return figureIds.filter((id) => figures[id].last !== null && !isOld(figures[id])).length;
}

/** Verdicts that answer what is asked now, and how many do not. */
export function verdictsNow({ figures }: Pick<ReproductionState, 'figures'>): {
  readonly found: readonly ClaimVerdict[];
  readonly older: number;
} {
  const of = (old: boolean): readonly ClaimVerdict[] =>
    figureIds.flatMap((id) => (isOld(figures[id]) === old ? (figures[id].last?.result.verdicts ?? []) : []));
  return { found: of(false), older: of(true).length };
}
