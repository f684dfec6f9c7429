/** Results as files: one figure as JSON, all claims as a table. */
import type { FigureQuestion } from '../../../core/reproduce/figureQuestion';
import { inAscii } from '../../../core/reproduce/figureWords';
import type { FigureId, FigureResult, FigureText } from '../../../core/reproduce/types';
import { verdictText } from '../../../core/reproduce/verdictWords';
import type { ReproductionState } from '../../../state/reproductionTypes';
import { cellText, type ChartTable } from '../../charts/chartTable';
import { isOld, madeHere, paperText, presetTexts } from './reproduceWords';

/** Begins the names of a figure's files. */
export function filePrefix(
  figure: FigureId,
  { preset, seed }: Pick<FigureQuestion, 'preset' | 'seed'>,
): string {
  return `figure-${figure}-${preset}-seed-${seed}`;
}

/** All that a result holds, with what it is and what it rests on; numbers whole, words in ASCII. */
export function figureJson(text: FigureText, question: FigureQuestion, result: FigureResult): string {
  const { claim, id, title } = text;
  const { assumed, charts, numbers, verdicts } = result;
  const about = `Figure ${id} of ${paperText}, ${madeHere(text)} by Splitscape from seed ${question.seed}. “paper” is what the paper prints; every other number is ours.`;
  const all = { about, figure: id, title, claim, question, assumed, verdicts, numbers, charts };
  const plain = (_: string, value: unknown): unknown => (typeof value === 'string' ? inAscii(value) : value);
  return `${JSON.stringify(all, plain, 2)}\n`;
}

/** Every claim of every figure, with what came out so far. */
export function claimsTable(
  texts: readonly FigureText[],
  { figures }: Pick<ReproductionState, 'figures'>,
): ChartTable {
  return {
    plain: inAscii,
    columns: ['figure', 'claim', 'rule', 'verdict', 'what came out', 'seed', 'assumptions'].map((name) => ({
      name,
    })),
    rows: texts.flatMap(({ claims, id }) =>
      claims.map((claim) => {
        const { last } = figures[id];
        const found = last?.result.verdicts.find((each) => each.id === claim.id);
        if (last === null || found === undefined)
          return [id, claim.text, claim.rule, 'not run yet', null, null, null];
        const { overrides, preset, seed } = last.question;
        const changed = Object.keys(overrides).length;
        const rest = `${changed === 0 ? '' : `, ${changed} changed`}${isOld(figures[id]) ? ', older than what is asked now' : ''}`;
        return [
          id,
          claim.text,
          claim.rule,
          verdictText(found),
          found.reason,
          seed,
          `${presetTexts[preset]}${rest}`,
        ];
      }),
    ),
  };
}

export function tableToMarkdown({ columns, rows }: ChartTable): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return [
    line(columns.map(({ name }) => name)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map((cell) => cellText(cell)))),
  ].join('');
}
