/**
 * A figure and what it is run with, as the fragment of a link: "figure=16&seed=7&assume=honest&inputPx=112". Read strictly: what
 * cannot stand as it is written is a fault that names the part, never something close to it.
 */
import { err, ok, type Result } from '../result';
import { limits } from '../scenario/limits';
import { cut } from '../scenario/text';
import { usualQuestion, type FigureQuestion } from './figureQuestion';
import { assumptionPresets, figureIds, type Assumption, type FigureId, type FigureText } from './types';
import { withinBounds } from './withinBounds';

/** `name` and `found` as they stand in the link, cut short. */
export type FigureLinkFault =
  | { readonly kind: 'too-long'; readonly limit: number }
  | { readonly kind: 'not-a-part'; readonly found: string }
  | { readonly kind: 'repeated-part'; readonly name: string }
  | {
      readonly kind: 'invalid-value';
      readonly name: string;
      readonly found: string;
      readonly expected: string;
    }
  /** Neither figure, seed and assume nor an assumption of the figure. */
  | { readonly kind: 'unknown-part'; readonly name: string; readonly figure: FigureId };

/** A link whose form is right; whether the figure rests on such assumptions, `checkFigureLink` says. */
export interface FigureLink {
  readonly figure: FigureId;
  readonly seed: number;
  readonly preset: FigureQuestion['preset'];
  /** Names and numbers, each name once. */
  readonly assumed: readonly (readonly [id: string, value: number])[];
}

export interface AskedFigure {
  readonly figure: FigureId;
  readonly question: FigureQuestion;
}

/** Far more characters than every assumption of a figure takes. */
const longest = 4000;
/** Characters of a part that a fault shows. */
const shownLength = 40;
const opening = /^#?figure=/;
const decimal = /^-?\d{1,25}(?:\.\d{1,25})?(?:e-?\d{1,3})?$/;

/** Whether a fragment, with or without "#", is meant as the link of a figure. */
export function isFigureLink(fragment: string): boolean {
  return opening.test(fragment);
}

/** The fragment, without "#". What is not given is left at the preset's. */
export function writeFigureLink({ figure, question }: AskedFigure): string {
  const assumed = Object.entries(question.overrides).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ['figure', String(figure)],
    ['seed', String(question.seed)],
    ['assume', question.preset],
    ...assumed.map(([id, value]) => [id, numberText(value)]),
  ]
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** The fragment of a link, with or without "#". Seed and preset may be missing: then they are the usual ones. */
export function readFigureLink(fragment: string): Result<FigureLink, FigureLinkFault> {
  if (fragment.length > longest) return err({ kind: 'too-long', limit: longest });
  const split = partsOf(fragment.replace(/^#/, ''));
  if (!split.ok) return split;
  const parts = split.value;
  const take = (name: string): string | null => {
    const value = parts.get(name) ?? null;
    parts.delete(name);
    return value;
  };
  const figureWord = take('figure') ?? '';
  const figure = figureIds.find((id) => String(id) === figureWord);
  if (figure === undefined) return invalid('figure', figureWord, `one of ${figureIds.join(', ')}`);
  const seedWord = take('seed') ?? String(usualQuestion.seed);
  const seed = /^\d{1,10}$/.test(seedWord) ? Number(seedWord) : NaN;
  if (!(seed <= limits.seed)) return invalid('seed', seedWord, `a whole number from 0 to ${limits.seed}`);
  const presetWord = take('assume') ?? usualQuestion.preset;
  const preset = assumptionPresets.find((each) => each === presetWord);
  if (preset === undefined) return invalid('assume', presetWord, assumptionPresets.join(' or '));
  const assumed: [string, number][] = [];
  for (const [name, word] of parts) {
    const value = decimal.test(word) ? Number(word) : NaN;
    if (!Number.isFinite(value)) return invalid(name, word, 'a number');
    // No minus zero: it would print as another number than it is.
    assumed.push([name, value + 0]);
  }
  return ok({ figure, seed, preset, assumed });
}

/** Holds the assumptions of a link against those that its figure has, and their bounds. */
export function checkFigureLink(
  { figure, seed, preset, assumed }: FigureLink,
  texts: readonly Pick<FigureText, 'id' | 'assumptions'>[],
): Result<AskedFigure, FigureLinkFault> {
  const assumptions = texts.find(({ id }) => id === figure)?.assumptions ?? [];
  for (const [name, value] of assumed) {
    const assumption = assumptions.find(({ id }) => id === name);
    if (assumption === undefined) return err({ kind: 'unknown-part', name: cut(name, shownLength), figure });
    if (withinBounds(assumption, value) !== value) return invalid(name, String(value), boundsOf(assumption));
  }
  return ok({ figure, question: { seed, preset, overrides: Object.fromEntries(assumed) } });
}

function partsOf(text: string): Result<Map<string, string>, FigureLinkFault> {
  const parts = new Map<string, string>();
  for (const part of text.split('&')) {
    const at = part.indexOf('=');
    if (at <= 0) return err({ kind: 'not-a-part', found: cut(part, shownLength) });
    const name = part.slice(0, at);
    if (parts.has(name)) return err({ kind: 'repeated-part', name: cut(name, shownLength) });
    parts.set(name, part.slice(at + 1));
  }
  return ok(parts);
}

function invalid(name: string, found: string, expected: string): Result<never, FigureLinkFault> {
  return err({
    kind: 'invalid-value',
    name: cut(name, shownLength),
    found: cut(found, shownLength),
    expected,
  });
}

function boundsOf({ min, max, isWhole, unit }: Assumption): string {
  return `a ${isWhole ? 'whole ' : ''}number from ${min} to ${max}${unit === '' ? '' : ` ${unit}`}`;
}

/** Without "+", which some programs turn into a space. */
function numberText(value: number): string {
  return String(value).replace('e+', 'e');
}
