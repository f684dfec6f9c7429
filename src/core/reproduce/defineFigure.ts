/** What the figures have in common: assumptions become numbers, an experiment runs, and each claim is judged on what it found. */
import { orNull, type Claim } from './judge';
import type {
  Assumption,
  ComparedNumber,
  Figure,
  FigureChart,
  FigureId,
  RunOptions,
  StatedAssumption,
} from './types';
import { withinBounds } from './withinBounds';

/** What an experiment is given. */
export interface Experiment {
  readonly seed: number;
  readonly preset: RunOptions['preset'];
  readonly scale: number;
  /** The number that stands for an assumption; an id that the figure does not have is a bug. */
  readonly value: (id: string) => number;
  /** Hears how much is done, 0..1. */
  readonly onPart: (part: number) => void;
}

interface FigureParts<Found> {
  readonly id: FigureId;
  readonly title: string;
  readonly claim: string;
  readonly assumptions: readonly Assumption[];
  readonly stated: readonly StatedAssumption[];
  readonly measure: (experiment: Experiment) => Found;
  readonly charts: (found: Found) => readonly FigureChart[];
  readonly numbers: (found: Found) => readonly ComparedNumber[];
  readonly claims: readonly Claim<Found>[];
}

export function defineFigure<Found>(parts: FigureParts<Found>): Figure {
  const { id, title, claim, assumptions, stated } = parts;
  const claims = parts.claims.map((each) => ({ id: each.id, text: each.text, rule: each.rule }));
  return {
    id,
    title,
    claim,
    claims,
    assumptions,
    stated,
    run: (options) => {
      const { seed, preset, scale } = options;
      const assumed = assumedValues(assumptions, options);
      const found = parts.measure({
        seed,
        preset,
        scale,
        value: (name) => {
          const value = assumed[name];
          if (value === undefined) throw new Error(`figure ${id} has no assumption ${name}`);
          return value;
        },
        onPart: (part) => options.onPart?.(part),
      });
      return {
        figure: id,
        seed,
        preset,
        scale,
        assumed,
        charts: parts.charts(found),
        numbers: parts
          .numbers(found)
          .map(({ ours, ...row }) => ({ ...row, ours: ours === null ? null : orNull(ours) })),
        verdicts: parts.claims.map(({ judge, ...text }) => ({ ...text, ...judge(found) })),
      };
    },
  };
}

/** What each assumption is: as overridden, within its bounds, or the preset's. */
export function assumedValues(
  assumptions: readonly Assumption[],
  { preset, overrides }: Pick<RunOptions, 'preset' | 'overrides'>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    assumptions.map((assumption) => {
      const { id, values } = assumption;
      const asked = overrides[id];
      return [id, (asked === undefined ? null : withinBounds(assumption, asked)) ?? values[preset]];
    }),
  );
}

/** Splits what is done of an experiment among equal parts: part `index` of `count` hears 0..1 of its own. */
export function partOf(
  { onPart }: Pick<Experiment, 'onPart'>,
  index: number,
  count: number,
): (part: number) => void {
  return (part) => onPart((index + part) / count);
}
