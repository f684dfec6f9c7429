/** The paper's own figures in words: what is counted, and how ours stands to it. */
import type { PaperCount } from '../../../core/studies/rowTypes';
import { formatBytes } from '../../format';
import { formatDigits, superscript } from './bigNumbers';

const quantities: Readonly<Record<string, string>> = {
  options: 'Ways to split',
  messages: 'Messages a node sends without SCI',
  edges: 'Edges of the graph',
  values: 'Values in a message without SCI',
  'bytes-naive': 'Size of that message',
  'bytes-sci': 'Size of a message with SCI',
  ratio: 'How many times smaller',
};

export function quantityOf({ id }: PaperCount): string {
  return quantities[id] ?? id;
}

/** "173 to 174 layers", "76 layers", "no layer count". */
export function agreesText({ agreesAt }: PaperCount): string {
  if (agreesAt === null) return 'no layer count';
  const [first, last] = agreesAt;
  return first === last ? `${first} layers` : `${first} to ${last} layers`;
}

/** Powers of ten as a paper sets them: "4.0 × 10⁷". */
export function printedText({ printed }: PaperCount): string {
  return withPowers(printed).replace(/x$/, '×');
}

/** The exact value in the unit of what it counts. */
export function oursText({ id, ours }: PaperCount): string {
  if (!/^\d+$/.test(ours)) return ours;
  return id.startsWith('bytes') ? formatBytes(Number(ours)) : formatDigits(BigInt(ours));
}

/** As mathematics is set: a true minus, powers raised. */
export function formulaText({ formula }: PaperCount): string {
  return withPowers(formula)
    .replaceAll(' - ', ' − ')
    .replaceAll(' x ', ' × ')
    .replace(/\^(\d)/g, (_, power: string) => superscript(Number(power)));
}

function withPowers(text: string): string {
  return text.replace(
    /(\d)e(\d+)/g,
    (_, lead: string, power: string) => `${lead} × 10${superscript(Number(power))}`,
  );
}

/** Whether the printed figure is the exact one, or at least what the paper's own formula gives, and where. */
export function verdictText({ verdict, agreesAt, layers }: PaperCount): string {
  if (verdict !== 'consistent-with-another-count' || agreesAt === null) return verdict;
  const [first, last] = agreesAt;
  return first <= layers && layers <= last
    ? 'fits the formula, not the exact count'
    : 'fits the formula at another layer count';
}
