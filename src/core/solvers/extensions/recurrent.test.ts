import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { deliveries } from '../../scenario/types';
import { solveDag } from '../dag/dagMinCut';
import { quadratic } from '../testing/chainAlternatives';
import {
  liveBytes,
  solveLayerwise,
  solvePerModule,
  solveSingles,
  solveUnrolled,
  unrolledChain,
  type RecurrentRow,
} from './recurrent';
import { placementProblem } from './recurrentBound';
import {
  bruteForceAnywhere,
  bruteForceLayerwise,
  bruteForcePerModule,
  bruteForceUnrolled,
} from './testing/bruteForceExtensions';
import { randomRow, randomTagger, type RandomTagger } from './testing/randomExtensions';

const noOutputs = (row: RecurrentRow): Float64Array => new Float64Array(row.layerS.length);

function boundOf({ graph }: RandomTagger, row: RecurrentRow, rates = noOutputs(row)): number {
  const outcome = solveDag(placementProblem(graph, row, rates));
  if (outcome.kind !== 'labels') throw new Error('every labelling is possible here');
  return outcome.totalS;
}

describe('liveBytes', () => {
  it('counts words to come, the state, and outputs so far where they travel along', () => {
    const tagger = {
      modules: 2,
      layers: 2,
      tensors: [
        { producer: -1, consumers: [0], bytes: 100, isOutput: false },
        { producer: 0, consumers: [1, 2], bytes: 7, isOutput: false },
        { producer: 1, consumers: [], bytes: 3, isOutput: true },
        { producer: -1, consumers: [2], bytes: 100, isOutput: false },
        { producer: 2, consumers: [3], bytes: 7, isOutput: false },
        { producer: 3, consumers: [], bytes: 3, isOutput: true },
      ],
    };
    expect([...liveBytes(tagger, false)]).toEqual([200, 107, 107, 7, 0]);
    expect([...liveBytes(tagger, true)]).toEqual([200, 107, 110, 10, 6]);
  });
});

describe.each(deliveries)('placing a recurrent network, result: %s', (delivery) => {
  it('equals brute force in 500 cases, unrolled, per module and layer by layer', () => {
    const random = createRandom(200);
    for (let round = 0; round < 500; round++) {
      const layers = 1 + random.integer(3);
      const tagger = randomTagger(random, 1 + random.integer(3), layers);
      const row = randomRow(random, 1 + random.integer(3), layers, { delivery, setUp: round % 2 === 0 });
      const { modules, bytes, graph } = tagger;
      expect(solveUnrolled(unrolledChain(graph, row))?.totalS).toBe(bruteForceUnrolled(graph, row));
      expect(solvePerModule(modules, bytes, row)?.totalS).toBe(bruteForcePerModule(modules, bytes, row));
      expect(solveLayerwise(modules, bytes, row)?.totalS).toBe(bruteForceLayerwise(modules, bytes, row));
    }
  });

  it('layer by layer is never above per module, nor unrolled above any single node', () => {
    const random = createRandom(201);
    for (let round = 0; round < 300; round++) {
      const layers = 1 + random.integer(4);
      const { modules, bytes, graph } = randomTagger(random, 1 + random.integer(8), layers);
      const row = randomRow(random, 4, layers, { delivery, setUp: true });
      const layerwise = solveLayerwise(modules, bytes, row)!.totalS;
      expect(layerwise).toBeLessThanOrEqual(solvePerModule(modules, bytes, row)!.totalS);
      const unrolled = solveUnrolled(unrolledChain(graph, row))!.totalS;
      for (const single of solveSingles(unrolledChain(graph, row))) {
        expect(unrolled).toBeLessThanOrEqual(single!.totalS);
      }
    }
  });

  it('agrees with the quadratic recursion on 20 sentences of 50 words', () => {
    const random = createRandom(202);
    for (let round = 0; round < 20; round++) {
      const { graph } = randomTagger(random, 50, 3);
      const row = randomRow(random, 2 + (round % 4), 3, { delivery, setUp: true });
      expect(solveUnrolled(unrolledChain(graph, row))!.totalS).toBe(quadratic(unrolledChain(graph, row)));
    }
  });
});

describe('the bound of a minimum cut', () => {
  it('equals every labelling tried in 400 cases, links back included', () => {
    const random = createRandom(203);
    for (let round = 0; round < 400; round++) {
      const layers = 1 + random.integer(3);
      const modules = 1 + random.integer(layers === 3 ? 2 : 3);
      const tagger = randomTagger(random, modules, layers);
      const row = randomRow(random, 2 + random.integer(2), layers, {
        delivery: 'stay',
        setUp: round % 2 > 0,
      });
      expect(boundOf(tagger, row)).toBeCloseTo(bruteForceAnywhere(tagger.graph, row), 9);
    }
  });

  it('is reached layer by layer while data only moves on: no labelling is better', () => {
    const random = createRandom(204);
    for (let round = 0; round < 50; round++) {
      const layers = 2 + random.integer(3);
      const tagger = randomTagger(random, 2 + random.integer(30), layers);
      const row = randomRow(random, 2 + random.integer(4), layers, { delivery: 'stay', setUp: true });
      const layerwise = solveLayerwise(tagger.modules, tagger.bytes, row)!.totalS;
      const oneWay = { ...placementProblem(tagger.graph, row, noOutputs(row)), upstream: false };
      const outcome = solveDag(oneWay);
      expect(outcome.kind === 'labels' && outcome.totalS).toBeCloseTo(layerwise, 6);
      expect(boundOf(tagger, row)).toBeLessThanOrEqual(layerwise + 1e-6);
    }
  });

  it('equals the unrolled chain on 50 long sentences once the order of time is forced on it', () => {
    const random = createRandom(205);
    for (let round = 0; round < 50; round++) {
      const { graph } = randomTagger(random, 60, 3);
      const row = randomRow(random, 2 + random.integer(3), 3, { delivery: 'stay', setUp: true });
      const problem = placementProblem(graph, row, noOutputs(row));
      const edges = Array.from({ length: 179 }, (_, v) => [v, v + 1] as const);
      const outcome = solveDag({ ...problem, upstream: false, edges });
      expect(outcome.kind === 'labels' && outcome.totalS).toBeCloseTo(
        solveUnrolled(unrolledChain(graph, row))!.totalS,
        6,
      );
    }
  });

  it('is not above any way to place the network, results that return included', () => {
    const random = createRandom(206);
    for (let round = 0; round < 100; round++) {
      const tagger = randomTagger(random, 1 + random.integer(6), 3);
      const row = randomRow(random, 3, 3, { delivery: 'return', setUp: true });
      const rates = noOutputs(row);
      for (const [h, [line]] of row.back.entries()) rates[h + 1] = rates[h]! + line!.slope;
      const bound = boundOf(tagger, row, rates) * (1 - 1e-9);
      expect(bound).toBeLessThanOrEqual(solveUnrolled(unrolledChain(tagger.graph, row))!.totalS);
      expect(bound).toBeLessThanOrEqual(solveLayerwise(tagger.modules, tagger.bytes, row)!.totalS);
      expect(bound).toBeLessThanOrEqual(solvePerModule(tagger.modules, tagger.bytes, row)!.totalS);
    }
  });
});

describe('unrolling', () => {
  it('is not always better than splitting the module: a word that shrinks early is sent as it is', () => {
    // Words of 1,000 bytes become 1 byte in the first layer, which is fast on node 0; the second layer is slow there.
    const row: RecurrentRow = {
      layerS: [Float64Array.of(0, 50), Float64Array.of(0, 1)],
      onward: [[{ atZero: 0, slope: 1 }]],
      back: [[{ atZero: 0, slope: 1 }]],
      delivery: 'stay',
      deliverS: () => 0,
    };
    const bytes = { word: 1000, hidden: 1, between: [1], carriesHidden: [false], output: 1 };
    const tensors = [0, 1, 2].flatMap((m) => [
      { producer: -1, consumers: [2 * m], bytes: 1000, isOutput: false },
      { producer: 2 * m, consumers: [2 * m + 1], bytes: 1, isOutput: false },
      { producer: 2 * m + 1, consumers: m < 2 ? [2 * m + 3] : [], bytes: 1, isOutput: false },
      { producer: 2 * m + 1, consumers: [], bytes: 1, isOutput: true },
    ]);
    const graph = { modules: 3, layers: 2, tensors };
    const unrolled = solveUnrolled(unrolledChain(graph, row))!.totalS;
    const perModule = solvePerModule(3, bytes, row)!.totalS;
    expect(unrolled).toBe(103);
    expect(perModule).toBe(3 * 1 + (1 + 2 + 2) + 2);
    expect(solveLayerwise(3, bytes, row)!.totalS).toBe(6);
  });
});
