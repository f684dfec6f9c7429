import { describe, expect, it } from 'vitest';
import { createRandom } from '../src/core/random';
import { checkCertificate } from '../tools/checkCertificateRules';
import { answerText } from './answerText';
import { answerDag, readDag } from './rawDag';

/** Operators 1 and 2 both read 0, and 3 reads both; node 1 is ten times as fast. */
const diamond = {
  kind: 'dag',
  computeS: [
    [1, 5, 5, 1],
    [0.1, 0.5, 0.5, 0.1],
  ],
  edges: [[0, 1], [0, 2], [1, 3], [2, 3]], // prettier-ignore
  shipS: [[2, 4, 4, 9]],
  inputConsumers: [0],
  inputShipS: [3],
  deliverToSink: [],
};

interface Answer {
  readonly feasible: boolean;
  readonly value: number;
  readonly labels: number[];
  readonly optimal: boolean;
  readonly certificate: unknown;
  readonly reason: unknown;
}

function answer(problem: unknown): unknown {
  const reply = answerText(JSON.stringify(problem));
  return reply.ok ? JSON.parse(reply.output) : reply.error;
}

describe('a raw operator graph', () => {
  it('is answered with labels, a proof of them, and the output of an operator paid once', () => {
    // 1 on the UE, its output once (2), the rest on node 1; sending the input (3) instead costs 3 + 1.2.
    expect(answer(diamond)).toMatchObject({
      feasible: true,
      value: expect.closeTo(1 + 2 + 0.5 + 0.5 + 0.1, 12) as number,
      labels: [0, 1, 1, 1],
      optimal: true,
      certificate: { format: 'splitscape-cut', version: 1, labels: [0, 1, 1, 1] },
    });
  });

  it('charges a double edge and a double consumer once', () => {
    const twice = { ...diamond, edges: [...diamond.edges, ...diamond.edges], inputConsumers: [0, 0] };
    expect(answer(twice)).toMatchObject({ value: expect.closeTo(4.1, 12) as number, labels: [0, 1, 1, 1] });
  });

  it('pays for what must reach the last node, wherever it is made', () => {
    const delivered = (v: number) => answer({ ...diamond, deliverToSink: [v] }) as Answer;
    // The output of 0 crosses anyhow.
    expect(delivered(0).value).toBeCloseTo(4.1, 12);
    // The output of 3 is made on the last node.
    expect(delivered(3).value).toBeCloseTo(4.1, 12);
    const slow = { ...diamond, computeS: [[1, 1, 1, 1], [9, 9, 9, 9]], deliverToSink: [3] }; // prettier-ignore
    expect(answer(slow)).toMatchObject({ value: 4 + 9, labels: [0, 0, 0, 0] });
    expect(answer({ ...slow, deliverToSink: undefined })).toMatchObject({ value: 4 });
  });

  it('sends the input as far as its furthest reader', () => {
    const row = [9, 9];
    const problem = {
      kind: 'dag',
      computeS: [row, row, [0, 0]],
      edges: [],
      shipS: [[0, 0], [0, 0]], // prettier-ignore
      inputConsumers: [1],
      inputShipS: [2, 3],
      deliverToSink: [],
    };
    // Operator 0 reads nothing, so it moves for free.
    expect(answer(problem)).toMatchObject({ value: 5, labels: [2, 2] });
  });

  it('has a plan on one node, with no hop at all', () => {
    const alone = { ...diamond, computeS: [[1, 5, 5, 1]], shipS: [], inputShipS: [] };
    expect(answer(alone)).toMatchObject({ value: 12, labels: [0, 0, 0, 0], optimal: true });
    expect(
      answer({ kind: 'dag', computeS: [[7]], edges: [], shipS: [], inputConsumers: [], inputShipS: [] }),
    ).toMatchObject({ value: 7, labels: [0] });
  });

  it('takes null as impossible and names what makes all of it impossible', () => {
    const pinned = { ...diamond, computeS: [diamond.computeS[0], [null, 0.5, 0.5, null]] };
    expect(answer(pinned)).toMatchObject({ value: 12, labels: [0, 0, 0, 0] });
    expect(
      answer({
        ...diamond,
        computeS: [
          [1, null, 5, 1],
          [1, null, 5, 1],
        ],
      }),
    ).toEqual({
      // prettier-ignore
      feasible: false,
      reason: { kind: 'no-node-computes', operator: 1 },
    });
    // Operator 0 only runs on node 1, operator 3 only on node 0, and nothing leads back.
    expect(
      answer({
        ...diamond,
        computeS: [
          [null, 1, 1, 1],
          [1, 1, 1, null],
        ],
      }),
    ).toEqual({
      // prettier-ignore
      feasible: false,
      reason: { kind: 'no-labelling', operators: [0, 1, 3], hops: [0] },
    });
    expect(
      answer({
        ...diamond,
        computeS: [
          [null, 1, 1, 1],
          [1, 1, 1, 1],
        ],
        inputShipS: [null],
      }),
    ).toEqual({
      // prettier-ignore
      feasible: false,
      reason: { kind: 'no-labelling', operators: [0], hops: [0] },
    });
  });

  it('may list its tensors, with a way back', () => {
    const problem = {
      kind: 'dag',
      computeS: [[1, 9, 1], [9, 1, 9]], // prettier-ignore
      edges: [],
      tensors: [
        { producer: -1, consumers: [0], shipS: [9] },
        { producer: 0, consumers: [1], shipS: [1] },
        { producer: 1, consumers: [2], shipS: [1], backS: [2] },
      ],
    };
    expect(answer({ ...problem, upstream: true })).toMatchObject({ value: 6, labels: [0, 1, 0] });
    expect(answer(problem)).toMatchObject({ value: 11, labels: [0, 0, 0] });
  });

  it('that is stopped is answered with a labelling and a bound that its certificate holds', () => {
    const random = createRandom(4);
    const count = 60;
    const row = () => Array.from({ length: count }, () => random.next());
    const problem = {
      kind: 'dag',
      computeS: [row(), row(), row(), row()],
      edges: Array.from({ length: count - 1 }, (_, v) => [random.integer(v + 1), v + 1]),
      shipS: [row(), row(), row()],
      inputConsumers: [0],
      inputShipS: [1, 1, 1],
    };
    const best = answer(problem) as Answer;
    const stopped = answerDag(readDag(problem), () => true) as unknown as Answer & { bound: number };
    expect(stopped).toMatchObject({ feasible: true, optimal: false });
    expect(stopped.value).toBeGreaterThanOrEqual(best.value);
    expect(stopped.bound).toBeLessThan(best.value);
    expect(stopped.bound).toBeGreaterThan(0);
    expect(checkCertificate(problem, stopped)).toMatchObject({ kind: 'bounded' });
  });

  const without = (field: keyof typeof diamond) => ({ ...diamond, [field]: undefined });
  it.each([
    [without('computeS'), 'computeS: a list is needed'],
    [without('edges'), 'edges: a list is needed'],
    [without('shipS'), 'shipS: a list is needed'],
    [without('inputConsumers'), 'inputConsumers: a list is needed'],
    [without('inputShipS'), 'inputShipS: a list is needed'],
    [{ ...diamond, computeS: [] }, 'computeS: at least one node is needed'],
    [{ ...diamond, computeS: [[]] }, 'computeS[0]: at least one operator is needed'],
    [{ ...diamond, computeS: [[1, 1], [1]] }, 'computeS[1]: 2 entries are needed, found 1'], // prettier-ignore
    [{ ...diamond, computeS: [[1, 1, 1, -1]] }, 'computeS[0][3]: a finite number from 0, or null, is needed'],
    [{ ...diamond, computeS: [['NaN']] }, 'computeS[0][0]: a finite number from 0, or null, is needed'],
    [{ ...diamond, edges: [[0, 1], [1, 0]] }, 'edges: a cycle, 0 -> 1 -> 0'], // prettier-ignore
    [{ ...diamond, edges: [[3, 1], [1, 2], [2, 3]] }, 'edges: a cycle, 1 -> 2 -> 3 -> 1'], // prettier-ignore
    [{ ...diamond, edges: [[2, 2]] }, 'edges[0]: operator 2 cannot wait for itself'],
    [{ ...diamond, edges: [[0, 4]] }, 'edges[0][1]: an operator from 0 to 3 is needed'],
    [{ ...diamond, edges: [[0, 1.5]] }, 'edges[0][1]: an operator from 0 to 3 is needed'],
    [{ ...diamond, edges: [[0, 1, 2]] }, 'edges[0]: 2 entries are needed, found 3'],
    [{ ...diamond, shipS: [] }, 'shipS: 1 entries are needed, found 0'],
    [{ ...diamond, shipS: [[1, 2, 3]] }, 'shipS[0]: 4 entries are needed, found 3'],
    [{ ...diamond, inputShipS: [] }, 'inputShipS: 1 entries are needed, found 0'],
    [{ ...diamond, inputConsumers: [-1] }, 'inputConsumers[0]: an operator from 0 to 3 is needed'],
    [{ ...diamond, deliverToSink: [9] }, 'deliverToSink[0]: an operator from 0 to 3 is needed'],
    [{ ...diamond, upstream: true }, 'upstream: no field of this name'],
    [{ ...diamond, computeS: [[1e308, 1e308, 1, 1], [1, 1, 1, 1]] }, 'computeS[0]: the costs add up to more than a number can hold'], // prettier-ignore
    [
      { kind: 'dag', computeS: [[1]], edges: [], tensors: [{ producer: 1, consumers: [], shipS: [] }] },
      'tensors[0].producer: an operator from 0 to 0, or -1, is needed',
    ],
    [
      { kind: 'dag', computeS: [[1]], edges: [], tensors: [], upstream: 1 },
      'upstream: true or false is needed',
    ],
  ])('that is malformed is refused in one line that names the field: %#', (problem, line) => {
    expect(answer(problem)).toBe(line);
  });

  it('of 100,000 operators with one that all the others read is not too large for a call', () => {
    const count = 100_000;
    const random = createRandom(1);
    const problem = {
      kind: 'dag',
      computeS: [0, 1].map(() => Array.from({ length: count }, () => random.next())),
      edges: Array.from({ length: count - 1 }, (_, v) => [0, v + 1]),
      shipS: [Array.from({ length: count }, () => random.next())],
      inputConsumers: [0],
      inputShipS: [1],
      deliverToSink: [],
    };
    expect(answer(problem)).toMatchObject({ feasible: true, optimal: true });
  });
});
