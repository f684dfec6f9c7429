/** Seeded random problems of the extensions; small whole numbers make exact ties and sums without rounding. */
import type { Random } from '../../../random';
import type { CollaborativeProblem } from '../collaborative';
import type { HopLines } from '../hopLines';
import type { ModuleBytes, RecurrentGraph, RecurrentRow, RecurrentTensor } from '../recurrent';
import { randomChain } from '../../testing/randomProblems';
import type { TrainingProblem } from '../training';

/** Boundaries of a random split. */
export function randomSplit(random: Random, nodes: number, blocks: number): Int32Array {
  const inner = Array.from({ length: nodes - 1 }, () => random.integer(blocks + 1)).sort((a, b) => a - b);
  return Int32Array.from([...inner, blocks]);
}

const chainOptions = { numbers: 'integer', delivery: 'stay' } as const;

export function randomTraining(random: Random, nodes: number, blocks: number): TrainingProblem {
  const memory = random.next() < 0.25;
  const impossible = random.next() < 0.2 ? 0.1 : 0;
  const forward = randomChain(random, nodes, blocks, { ...chainOptions, memory, impossible });
  const backward = randomChain(random, nodes, blocks, { ...chainOptions, memory: false });
  return {
    forwardS: forward.computeS,
    backwardS: backward.computeS,
    activationS: forward.shipS,
    gradientS: backward.shipS.map((row) => row.map((time, i) => (i === 0 ? 0 : time))),
    ...(forward.memory === undefined ? {} : { memory: forward.memory }),
    previous: randomSplit(random, nodes, blocks),
    weightBytes: Float64Array.from({ length: blocks }, () => random.integer(6)),
    secondsPerByte: Array.from({ length: nodes }, (_, a) =>
      Float64Array.from({ length: nodes }, (_, q) => (a === q ? 0 : rate(random))),
    ),
    charge: random.next() < 0.5 ? 'per-block' : 'per-hop',
    setUpS: random.next() < 0.5 ? 0 : random.integer(6),
    iterations: 1 + random.integer(4),
  };
}

const rate = (random: Random): number => (random.next() < 0.05 ? Infinity : random.integer(8));

export function randomCollaborative(random: Random, nodes: number, blocks: number): CollaborativeProblem {
  const delivery = (['stay', 'sink', 'return'] as const)[random.integer(3)]!;
  const memory = random.next() < 0.25;
  const rates = Array.from({ length: nodes }, () => random.integer(9));
  const weights = Array.from({ length: blocks }, () => random.integer(5));
  const all = weights.reduce((sum, bytes) => sum + bytes, 0);
  return {
    pass: randomChain(random, nodes, blocks, { numbers: 'integer', delivery, memory }),
    passes: 1 + random.integer(3),
    allS: Float64Array.from(rates, (seconds) => seconds * all),
    blockS: rates.map((seconds) => Float64Array.from(weights, (bytes) => seconds * bytes)),
    charge: random.next() < 0.5 ? 'last-node' : 'per-block',
  };
}

/** Modules whose first layer reads a word and whose layer `cell` keeps the state; the last one gives an output. */
export interface RandomTagger {
  readonly modules: number;
  readonly bytes: ModuleBytes;
  readonly graph: RecurrentGraph;
}

export function randomTagger(random: Random, modules: number, layers: number): RandomTagger {
  const cell = random.integer(layers);
  const size = (): number => 1 + random.integer(6);
  const hidden = size();
  const between = Array.from({ length: layers - 1 }, (_, l) => (l === cell ? hidden : size()));
  const bytes: ModuleBytes = {
    word: size(),
    hidden,
    between,
    carriesHidden: between.map((_, l) => l === cell),
    output: size(),
  };
  const tensors: RecurrentTensor[] = [];
  for (let m = 0; m < modules; m++) {
    const at = m * layers;
    tensors.push({ producer: -1, consumers: [at], bytes: bytes.word, isOutput: false });
    const next = m + 1 < modules ? [at + layers + cell] : [];
    for (let l = 0; l < layers - 1; l++) {
      const consumers = l === cell ? [at + l + 1, ...next] : [at + l + 1];
      tensors.push({ producer: at + l, consumers, bytes: between[l]!, isOutput: false });
    }
    // A state made by the last layer goes to the next module beside the output.
    if (cell === layers - 1 && next.length > 0) {
      tensors.push({ producer: at + cell, consumers: next, bytes: hidden, isOutput: false });
    }
    tensors.push({ producer: at + layers - 1, consumers: [], bytes: bytes.output, isOutput: true });
  }
  return { modules, bytes, graph: { modules, layers, tensors } };
}

export interface RowChoice {
  readonly delivery: RecurrentRow['delivery'];
  /** Set-up per transfer; without it, time is bytes times a rate. */
  readonly setUp: boolean;
}

/** One route on every hop; the sink is the last node. */
export function randomRow(
  random: Random,
  nodes: number,
  layers: number,
  { delivery, setUp }: RowChoice,
): RecurrentRow {
  const hop = (): HopLines => [{ atZero: setUp ? random.integer(4) : 0, slope: random.integer(4) }];
  const onward = Array.from({ length: nodes - 1 }, hop);
  const back = Array.from({ length: nodes - 1 }, hop);
  const over = (hops: readonly HopLines[], bytes: number): number =>
    hops.reduce((sum, [line]) => sum + line!.atZero + line!.slope * bytes, 0);
  return {
    layerS: Array.from({ length: nodes }, () =>
      Float64Array.from({ length: layers }, () => random.integer(10)),
    ),
    onward,
    back,
    delivery,
    deliverS: (node, bytes) => {
      if (delivery === 'stay') return 0;
      return delivery === 'sink' ? over(onward.slice(node), bytes) : over(back.slice(0, node), bytes);
    },
  };
}
