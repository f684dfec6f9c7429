/** The paper's own figures in words: what is counted, and how ours stands to it. */
import type { PaperCount } from '../../../core/studies/rowTypes';

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

export const verdicts: Readonly<Record<PaperCount['verdict'], string>> = {
  agrees: 'agrees',
  differs: 'differs',
  'consistent-with-another-count': 'fits another layer count',
};
