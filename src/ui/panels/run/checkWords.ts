/** Whether the parts compute what the whole model computes, in words. */
import { toleratedRelative } from '../../../core/split/compareResults';
import { lossyOn } from '../../../state/splitPreparation';
import type { ResultCheck, SplitReport } from '../../../state/splitRunTypes';
import { joinWords } from '../../explain/words';
import { formatPercent } from '../../format';
import { formatError } from '../model/cutCheckWords';
import { cutsText } from './runWords';

interface CheckWords {
  /** 'close': within what fusing otherwise explains; 'rounded': less than 32 bits a number crossed a link. */
  readonly verdict: 'equal' | 'close' | 'rounded' | 'wrong';
  readonly text: string;
}

type Checked = Pick<SplitReport, 'checks' | 'cells' | 'scenario'>;

/** null before anything was compared. */
export function checkWords(report: Checked): CheckWords | null {
  const { checks } = report;
  const [first, ...others] = checks;
  if (first === undefined) return null;
  const worst = others.reduce((a, b) => (offBy(b) > offBy(a) ? b : a), first);
  const { relative } = worst.timed;
  const whole =
    others.length === 0
      ? 'that of the unsplit run'
      : `that of the unsplit run, at each of ${checks.length} cuts`;
  const exact = checks.flatMap((check) => check.exact ?? []);
  const isExact = exact.length > 0 && exact.every(({ same }) => same);
  const lossy = lossyWords(report);
  if (offBy(worst) > (lossy.length > 0 ? Number.MAX_VALUE : toleratedRelative)) return wrong(worst, isExact);
  if (checks.every(({ timed }) => timed.same))
    return { verdict: 'equal', text: `The result is equal to ${whole}, bit by bit.` };
  if (lossy.length > 0)
    return {
      verdict: 'rounded',
      text: `With ${joinWords(lossy)} on the links, the result differs from ${whole} by at most ${formatPercent(relative)} of its largest value.`,
    };
  const reason = isExact ? ', because what the runtime fuses differs across a cut' : '';
  const ending =
    exact.length > 0 && !isExact
      ? ` Without the runtime’s optimisations it is ${formatError(Math.max(...exact.map((one) => one.relative)))}.`
      : sameText(isExact);
  return {
    verdict: 'close',
    text: `The result agrees with ${whole}: the largest difference is ${formatError(relative)} of the largest value${reason}.${ending}`,
  };
}

/** The larger of the two comparisons. */
function offBy({ timed, exact }: ResultCheck): number {
  return Math.max(timed.relative, exact?.relative ?? 0);
}

function wrong(worst: ResultCheck, isExact: boolean): CheckWords {
  const off = offBy(worst);
  const difference =
    off === Infinity
      ? 'a result of the unsplit run is missing, has another shape, or differs beyond measure'
      : `it differs from that of the unsplit run by ${formatError(off)} of its largest value, more than ${formatError(toleratedRelative)}`;
  return {
    verdict: 'wrong',
    text: `The split result is wrong (${cutsText(worst.cuts)}): ${difference}.${sameText(isExact)}`,
  };
}

const sameText = (isExact: boolean): string =>
  isExact ? ' Without the runtime’s optimisations it is the same, bit by bit.' : '';

/** What crossed a link in less than 32 bits: "features as int8". */
function lossyWords({ cells, scenario: { workload } }: Checked): readonly string[] {
  if (workload.kind === 'custom') return [];
  const lossy = new Set(cells.flatMap(({ plan }) => lossyOn(workload, plan)));
  return [
    ...(lossy.has('features') ? [`features as ${workload.shipped}`] : []),
    ...(lossy.has('input') ? [`the input as ${workload.rawInput}`] : []),
  ];
}
