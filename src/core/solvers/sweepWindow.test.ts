import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { solveChain } from './chainMultiSplit';
import { createWindow, sweepWindow } from './sweepWindow';
import { bruteForceChain } from './testing/bruteForce';
import { randomChain } from './testing/randomProblems';
import type { ChainProblem } from './types';

describe('sweepWindow', () => {
  it('equals trying every end of every run, the latest on a tie', () => {
    const random = createRandom(64);
    for (let round = 0; round < 1500; round++) {
      const blocks = 1 + random.integer(14);
      const draw = (length: number, top: number, impossible: number) =>
        Float64Array.from({ length }, () => (random.next() < impossible ? Infinity : random.integer(top)));
      const leaveS = draw(blocks + 1, 9, 0.2);
      const computeS = draw(blocks, 5, 0.1);
      const layerBytes = draw(blocks, 5, 0);
      const room = random.integer(4) === 0 ? Infinity : random.integer(3 * blocks);
      const longestS = round % 3 === 0 ? random.integer(3 * blocks) : Infinity;
      const toGoS = new Float64Array(blocks + 1);
      const endAt = new Int32Array(blocks + 1);
      sweepWindow(createWindow(blocks), leaveS, computeS, layerBytes, room, toGoS, endAt, longestS);
      for (let i = 0; i <= blocks; i++) {
        let best = Infinity;
        let end = -1;
        let runS = 0;
        let bytes = 0;
        for (let j = i; j <= blocks; j++) {
          if (j > i) {
            runS += computeS[j - 1]!;
            bytes += layerBytes[j - 1]!;
          }
          if (bytes > room || runS > longestS) break;
          if (runS + leaveS[j]! > best || runS + leaveS[j]! === Infinity) continue;
          best = runS + leaveS[j]!;
          end = j;
        }
        expect(toGoS[i]).toBe(best);
        expect(endAt[i]).toBe(end);
      }
    }
  });

  it('loses nothing to numbers of very different size', () => {
    // A prefix sum of 1e17 s or 1e20 B would swallow the rest.
    const problem: ChainProblem = {
      computeS: [Float64Array.of(1, 9, 9, 9), Float64Array.of(1e17, 0.25, 0.5, 0.125)],
      shipS: [Float64Array.of(0, 0.0625, 4, 4, 4)],
      finishS: new Float64Array(2),
      memory: { layerBytes: Float64Array.of(1e20, 3, 3, 3), nodeBytes: Float64Array.of(1e21, 9) },
    };
    expect(solveChain(problem)).toMatchObject({ totalS: 1.9375, boundaries: Int32Array.of(1, 4) });
    const tight = { ...problem, memory: { ...problem.memory!, nodeBytes: Float64Array.of(1e21, 6) } };
    expect(solveChain(tight)).toMatchObject({ boundaries: Int32Array.of(2, 4), totalS: 14.625 });
  });

  it('is exact together with masks: what may not cross a hop, or run on a node, under memory limits', () => {
    const random = createRandom(65);
    let infeasible = 0;
    for (let round = 0; round < 1500; round++) {
      const problem = randomChain(random, 2 + random.integer(4), 2 + random.integer(5), {
        numbers: 'integer',
        delivery: (['stay', 'sink', 'return'] as const)[round % 3]!,
        memory: true,
      });
      const masked = {
        ...problem,
        shipS: problem.shipS.map((row) =>
          // As trust masks: whole stretches of boundaries are closed, the result never.
          row.map((seconds, i) =>
            i < random.integer(row.length) && i + 1 < row.length ? Infinity : seconds,
          ),
        ),
        computeS: problem.computeS.map((row) => (random.integer(6) === 0 ? row.map(() => Infinity) : row)),
      };
      const optimumS = bruteForceChain(masked);
      if (optimumS === Infinity) infeasible++;
      expect(solveChain(masked)?.totalS ?? Infinity).toBe(optimumS);
    }
    expect(infeasible).toBeGreaterThan(100);
    expect(infeasible).toBeLessThan(1200);
  });
});
