import { describe, expect, it } from 'vitest';
import { firstExample, runExample } from './counterExample';
import { agreesText, formulaText, oursText, printedText, quantityOf, verdictText } from './paperWords';
import { exampleSentences, printedSentence, splitText } from './printedWords';
import { toyRow } from './testing/rowFixture';

const run = (promisedS: number, actualS: number | null) => ({ ...toyRow.sci, promisedS, actualS });

describe('what is said of Algorithm 1 as printed', () => {
  it('is the promise, the cost, and the optimum', () => {
    expect(printedSentence({ printed: run(0.132, 0.149), totalS: 0.124 })).toBe(
      'As printed, the message promised 132 ms, the split costs 149 ms; the best split of the row takes 124 ms.',
    );
  });

  it('gives it its due where it is right, lucky, honest but slow, or without an answer', () => {
    expect(printedSentence({ printed: run(0.124, 0.124), totalS: 0.124 })).toContain('finds the best split');
    expect(printedSentence({ printed: run(0.1, 0.124), totalS: 0.124 })).toContain('by good luck');
    expect(printedSentence({ printed: run(0.149, 0.149), totalS: 0.124 })).toContain('keeps its word');
    expect(printedSentence({ printed: run(0.1, null), totalS: 0.124 })).toContain('cannot be carried out');
    expect(printedSentence({ printed: null, totalS: 0.124 })).toContain('finds no split');
  });

  it('names the missing terms of the small example in numbers that add up', () => {
    expect(exampleSentences(firstExample, runExample(firstExample))).toEqual([
      'The message promised 132 ms, the split costs 149 ms.',
      'On top of 20 ms on the UE, the message says 112 ms for tensor 1; it takes 129 ms.',
      'What the promise for tensor 1 lacks: layer 2 on the server, 8 ms, and the change of the entry cost, 109 ms − 100 ms = 9 ms.',
      'The best split takes 124 ms, handing the input on at once.',
    ]);
  });

  it('says when the numbers happen to be kind', () => {
    const kind = { ...firstExample, ueS: [0.001, 0.001, 0.001] as const };
    expect(exampleSentences(kind, runExample(kind)).at(-1)).toContain('gets away with it');
  });
});

describe('a split in words', () => {
  it('names the nodes that run something', () => {
    expect(splitText([0, 2, 2, 3], ['A', 'B', 'C', 'D'])).toBe('B: blocks 1–2 and D: block 3');
  });
});

describe('a figure of the paper', () => {
  const count = {
    id: 'edges',
    model: 'ResNet-50',
    nodes: 5,
    printed: '4.5e5',
    formula: 'eq. 6',
    agreesAt: [76, 76],
    ours: '5,330,000',
    layers: 174,
    verdict: 'consistent-with-another-count',
  } as const;

  it('is named, with the layer counts at which it holds', () => {
    expect(quantityOf(count)).toBe('Edges of the graph');
    expect(agreesText(count)).toBe('76 layers');
    expect(agreesText({ ...count, agreesAt: [173, 174] })).toBe('173 to 174 layers');
    expect(agreesText({ ...count, agreesAt: null })).toBe('no layer count');
  });

  it('is judged by whether the formula gives it, and at whose layer count', () => {
    expect(verdictText(count)).toContain('another layer count');
    expect(verdictText({ ...count, agreesAt: [173, 177] })).toContain('not the exact count');
    expect(verdictText({ ...count, verdict: 'differs', agreesAt: null })).toBe('differs');
  });

  it('is set as numbers are on paper', () => {
    expect(printedText(count)).toBe('4.5 × 10⁵');
    expect(printedText({ ...count, printed: '< 4 KB' })).toBe('< 4 KB');
    expect(printedText({ ...count, printed: 'nearly 24000x' })).toBe('nearly 24000×');
    expect(oursText({ ...count, ours: '5328054' })).toBe('5,328,054');
    expect(oursText({ ...count, id: 'bytes-sci', ours: '612' })).toBe('612 B');
    expect(formulaText({ ...count, formula: 'C(P - 1, 2) L^3 x 4e6' })).toBe('C(P − 1, 2) L³ × 4 × 10⁶');
  });
});
