/** What `npm run reproduce` prints and writes: the paper's figures beside ours, in words, as a table and as Markdown. */
import { writeFigureLink } from '../src/core/reproduce/figureLink';
import { figureText } from '../src/core/reproduce/figureWords';
import type {
  ClaimVerdict,
  ComparedNumber,
  Figure,
  FigureChart,
  FigureResult,
} from '../src/core/reproduce/types';
import {
  stillText,
  verdictCount,
  verdictKinds,
  verdictText,
  verdictTexts,
} from '../src/core/reproduce/verdictWords';

export interface Reproduced {
  readonly figure: Figure;
  readonly result: FigureResult;
  /** What it took here [s]. */
  readonly tookS: number;
}

const paper = 'HiveMind (IEEE JSAC 2022, doi 10.1109/JSAC.2021.3118403)';

/** Opens the page at the figure, with what it was run with: whole, or without a page the fragment only. */
function linkOf({ figure, result: { seed, preset } }: Reproduced, page: string | null): string {
  return `${page ?? ''}#${writeFigureLink({ figure: figure.id, question: { seed, preset, overrides: {} } })}`;
}

/** One line a claim, for a terminal. */
export function reproducedTable(all: readonly Reproduced[], page: string | null): string {
  const lines = all.flatMap((each) => [
    `Figure ${each.figure.id}: ${each.figure.title}  ${linkOf(each, page)}`,
    ...each.result.verdicts.map(
      (claim) =>
        `  ${verdictTexts[claim.verdict].padEnd(17)}  ${claim.text} ${claim.reason}${claim.nothingMoves ? ` (Agrees ${stillText}.)` : ''}`,
    ),
  ]);
  return [...lines, '', countText(all)].join('\n');
}

function countText(all: readonly Reproduced[]): string {
  const found = all.flatMap(({ result }) => result.verdicts);
  const counts = verdictKinds.map((verdict) => verdictCount(found, verdict));
  return `${found.length} claims of ${all.length} figures: ${counts.join(', ')}.`;
}

export function reproducedMarkdown(all: readonly Reproduced[], page: string | null): string {
  const [first] = all;
  const { seed, preset, scale } = first!.result;
  return [
    '# HiveMind’s evaluation, reproduced',
    '',
    `Every number here is simulated or computed by Splitscape from seed ${seed}; “paper” is ${paper}. Assumptions: ${
      preset === 'calibrated'
        ? 'HiveMind-calibrated (88 px pictures, at which ResNet-18’s layers are as large as the paper says)'
        : 'honest (224 px pictures)'
    }; ${scale === 1 ? 'simulated times as listed' : `simulated times ${scale} of those listed: to see that it runs, not for numbers`}.`,
    `The link of each figure holds its seed and opens it on the page with these assumptions${
      scale === 1 ? '' : ', there at all of the simulated time'
    }${page === null ? '; put it behind the page’s address' : ''}.`,
    'Each claim is judged by a rule that stands beside it and does not know what comes out; nothing is tuned to agree.',
    '',
    countText(all),
    '',
    '| Figure | Claim | Verdict | Figures |',
    '| --- | --- | --- | --- |',
    ...all.flatMap((each) =>
      each.result.verdicts.map((claim) =>
        row([figureCell(each, page), claim.text, verdictText(claim), claim.reason]),
      ),
    ),
    ...all.flatMap((each) => figureSection(each, page)),
    '',
  ].join('\n');
}

function figureCell(each: Reproduced, page: string | null): string {
  return page === null ? String(each.figure.id) : `[${each.figure.id}](${linkOf(each, page)})`;
}

function figureSection(each: Reproduced, page: string | null): string[] {
  const { figure, result, tookS } = each;
  const link = linkOf(each, page);
  const { verdicts, numbers, assumed, charts } = result;
  return [
    '',
    `## Figure ${figure.id}: ${figure.title}`,
    '',
    figure.claim,
    '',
    page === null ? `Link: \`${link}\`` : `Link: <${link}>`,
    '',
    ...verdicts.map(claimText),
    '',
    '| Number | Unit | Ours | Paper |',
    '| --- | --- | --: | --: |',
    ...numbers.map(numberText),
    '',
    ...charts.flatMap(chartText),
    'Assumptions (ours unless said otherwise):',
    '',
    ...figure.assumptions.map(
      ({ id, name, unit, ours, note }) =>
        `- ${name}: ${[assumed[id]!.toLocaleString('en-GB', { maximumSignificantDigits: 12 }), unit].filter((word) => word !== '').join(' ')}${ours ? '' : ' (the paper’s)'}. ${note}`,
    ),
    ...figure.stated.map(({ name, ours, text }) => `- ${name}${ours ? '' : ' (the paper’s)'}: ${text}`),
    '',
    `Computed in ${tookS.toFixed(1)} s.`,
  ];
}

function claimText(claim: ClaimVerdict): string {
  const { text, rule, reason } = claim;
  return `- **${verdictText(claim)}**: ${text} Rule: ${rule} Found: ${reason}`;
}

function numberText({ name, unit, ours, paper }: ComparedNumber): string {
  return row([name, unit, shown(ours), paper ?? '']);
}

/** Bars, boxes and tables as tables; curves are drawn on the page. */
function chartText(chart: FigureChart): string[] {
  const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
    chart.title,
    '',
    row(head),
    row(head.map((_, k) => (k === 0 ? '---' : '--:'))),
    ...rows.map(row),
    '',
  ];
  switch (chart.kind) {
    case 'bars':
      return table(
        [inUnit(chart.y), ...chart.groups],
        chart.series.map(({ name, values }) => [name, ...values.map(shown)]),
      );
    case 'boxes':
      return table(
        [inUnit(chart.y), '5 %', '25 %', 'median', '75 %', '95 %'],
        chart.boxes.map(({ name, p5, q1, median, q3, p95 }) => [
          name,
          ...[p5, q1, median, q3, p95].map(shown),
        ]),
      );
    case 'table':
      return table(
        chart.columns.map(inUnit),
        chart.rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell : shown(cell)))),
      );
    case 'lines':
      // A curve of many points says nothing as numbers.
      if (chart.series.some(({ x }) => x.length > mostColumns)) return eventsText(chart);
      return table(
        [inUnit(chart.y), ...(chart.series[0]?.x ?? []).map(shown)],
        chart.series.map(({ name, y }) => [name, ...y.map(shown)]),
      );
    case 'cdf':
      return [];
  }
}

const mostColumns = 20;

function eventsText({ events = [], title }: Extract<FigureChart, { kind: 'lines' }>): string[] {
  return events.length === 0 ? [] : [`${title}: ${events.map(({ name }) => name).join('; ')}.`, ''];
}

function inUnit({ name, unit }: { readonly name: string; readonly unit: string }): string {
  return unit === '' ? name : `${name} [${unit}]`;
}

function shown(value: number | null): string {
  return value === null ? 'none' : figureText(value);
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
