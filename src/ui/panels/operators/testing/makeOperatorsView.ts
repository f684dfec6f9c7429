/** Made-up operator graphs for tests: labels and numbers are invented, nothing here is solved. */
import type { NodeId } from '../../../../core/network/types';
import type { OperatorsView, OperatorView } from '../../../../core/studies/operatorsTypes';

interface MadeBlock {
  readonly name: string;
  /** Kind of each operator and what it reads: indices into the block, -1 = what the block is given. */
  readonly operators: readonly (readonly [string, readonly number[]])[];
}

const mobile: MadeBlock = {
  name: 'inverted residual',
  operators: [
    ['Conv', [-1]],
    ['Clip', [0]],
    ['Conv', [1]],
    ['Clip', [2]],
    ['Conv', [3]],
    ['Add', [4, -1]],
  ],
};

const attention: MadeBlock = {
  name: 'attention',
  operators: [
    ['LayerNormalization', [-1]],
    ['MatMul', [0]],
    ['MatMul', [0]],
    ['MatMul', [0]],
    ['Reshape', [1]],
    ['Reshape', [2]],
    ['Reshape', [3]],
    ['Transpose', [4]],
    ['Transpose', [5]],
    ['Transpose', [6]],
    ['MatMul', [7, 8]],
    ['Mul', [10]],
    ['Softmax', [11]],
    ['MatMul', [12, 9]],
    ['Transpose', [13]],
    ['Reshape', [14]],
    ['MatMul', [15]],
    ['Add', [16, -1]],
  ],
};

const forward: MadeBlock = {
  name: 'feed forward',
  operators: [
    ['LayerNormalization', [-1]],
    ['MatMul', [0]],
    ['Add', [1]],
    ['Gelu', [2]],
    ['MatMul', [3]],
    ['Add', [4]],
    ['Add', [5, -1]],
  ],
};

/** `count` inverted residuals in a row. */
export function makeMobileView(count: number): OperatorsView {
  return makeView(
    'Made-up MobileNet',
    Array.from({ length: count }, () => mobile),
  );
}

/** Encoder layers of 25 operators: 32 of them are 800. */
export function makeTransformerView(layers: number): OperatorsView {
  return makeView('Made-up transformer', Array.from({ length: layers }, () => [attention, forward]).flat());
}

/** Three nodes; the first two tenths of the operators run on the first, the next three on the second, the rest on the last. */
function makeView(modelName: string, blocks: readonly MadeBlock[]): OperatorsView {
  const nodes = ['ue', 'mec', 'cloud'] as NodeId[];
  const size = blocks.reduce((sum, block) => sum + block.operators.length, 0);
  const operators: OperatorView[] = [];
  const edges: { from: number; to: number; tensor: string; bytes: number }[] = [];
  blocks.forEach((made, block) => {
    const given = operators.length - 1;
    const first = operators.length;
    made.operators.forEach(([kind, reads]) => {
      const to = operators.length;
      const macs = kind === 'Conv' || kind === 'MatMul' ? 1e6 * (1 + (to % 7)) : 0;
      const seconds = 1e-5 * (1 + (to % 5)) + macs * 1e-9;
      operators.push({
        name: `${kind}_${to}`,
        kind,
        block,
        macs,
        computeS: [seconds * 8, seconds * 2, to === 3 ? null : seconds],
        label: to < size * 0.2 ? 0 : to < size * 0.5 ? 1 : 2,
      });
      for (const read of reads) {
        const from = read < 0 ? given : first + read;
        edges.push({
          from,
          to,
          tensor: from < 0 ? 'input' : `tensor_${from}`,
          bytes: 1000 * (2 + (from % 9)),
        });
      }
    });
  });
  const shipped = shippedOf(operators, edges);
  const computeS = operators.reduce((sum, { computeS: times, label }) => sum + (times[label] ?? 0), 0);
  const transferS = shipped.reduce((sum, { seconds }) => sum + seconds, 0);
  const totalS = computeS + transferS;
  return {
    modelName,
    nodes,
    blocks: blocks.map(({ name }, index) => ({
      name: `${name} ${index + 1}`,
      label: `${name} ${index + 1}`,
    })),
    operators,
    edges,
    results: [{ from: operators.length - 1, tensor: `tensor_${operators.length - 1}`, bytes: 4000 }],
    resultLabel: operators.at(-1)?.label ?? 0,
    shipped,
    times: 'shares-of-blocks',
    totalS,
    computeS,
    transferS,
    fixedS: 0,
    deliveryS: 0,
    chainS: totalS * 1.05,
    proven: true,
    boundS: totalS,
    ignores: [],
    overfull: [],
    withheld: [],
    certificate: makeProof(
      totalS,
      operators.map(({ label }) => label),
    ),
    flowVertices: 2 * operators.length,
    flowArcs: 3 * edges.length,
  };
}

/** Its shape, not a proof. */
function makeProof(value: number, labels: readonly number[]): OperatorsView['certificate'] {
  return {
    problem: { kind: 'dag', computeS: [], edges: [], tensors: [], upstream: false },
    answer: {
      feasible: true,
      value,
      labels,
      optimal: true,
      certificate: {
        format: 'splitscape-cut',
        version: 1,
        value,
        labels,
        flow: [
          ['source', 'o0.0', value * 0.75],
          ['source', 'o1.0', value * 0.25],
          ['o0.0', 'target', value * 0.75],
        ],
      },
    },
  };
}

function shippedOf(
  operators: OperatorsView['operators'],
  edges: OperatorsView['edges'],
): OperatorsView['shipped'] {
  const furthest = new Map<number, { last: number; tensor: string; bytes: number }>();
  for (const { from, to, tensor, bytes } of edges) {
    const last = Math.max(operators[to]!.label, furthest.get(from)?.last ?? 0);
    furthest.set(from, { last, tensor, bytes });
  }
  return [...furthest].flatMap(([producer, { last, tensor, bytes }]) => {
    const start = producer < 0 ? 0 : operators[producer]!.label;
    return Array.from({ length: Math.max(0, last - start) }, (_, index) => ({
      tensor,
      producer,
      bytes,
      hop: start + index,
      upstream: false,
      seconds: bytes * 1e-7,
    }));
  });
}
