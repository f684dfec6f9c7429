import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstExample, printedMessage, runExample, type CounterExample } from './counterExample';

const times = fc
  .tuple(fc.nat(200), fc.nat(200), fc.nat(200))
  .map(([a, b, c]): [number, number, number] => [a / 1e3, b / 1e3, c / 1e3]);
const anyExample: fc.Arbitrary<CounterExample> = fc.record({ ueS: times, serverS: times, hopS: times });

describe('the counter-example', () => {
  it('is promised 132 ms, costs 149 ms, and could take 124 ms', () => {
    const { printed, corrected } = runExample(firstExample);
    expect(printed).toMatchObject({
      promisedS: expect.closeTo(0.132, 12) as number,
      actualS: expect.closeTo(0.149, 12) as number,
    });
    expect([...printed!.boundaries]).toEqual([1, 3]);
    expect(corrected).toMatchObject({
      promisedS: expect.closeTo(0.124, 12) as number,
      actualS: expect.closeTo(0.124, 12) as number,
    });
    expect([...corrected!.boundaries]).toEqual([0, 3]);
  });

  it('misses exactly the two terms it is said to miss, whatever the numbers', () => {
    fc.assert(
      fc.property(anyExample, (example) => {
        const { printed } = runExample(example);
        const [done] = printed!.boundaries;
        const entry = printedMessage(example)[done!];
        const missingS = entry === undefined ? 0 : entry.layerS + entry.entryS;
        expect(printed!.actualS - printed!.promisedS).toBeCloseTo(missingS, 9);
      }),
      { seed: 1 },
    );
  });

  it('has a message in print from which its promise follows', () => {
    fc.assert(
      fc.property(anyExample, (example) => {
        const entries = printedMessage(example);
        const upTo = (done: number) => example.ueS.slice(0, done).reduce((sum, seconds) => sum + seconds, 0);
        // The UE must run a layer: the input cannot be handed on.
        const options = [...entries.slice(1).map((entry) => upTo(entry.tensor) + entry.printedS), upTo(3)];
        expect(runExample(example).printed!.promisedS).toBeCloseTo(Math.min(...options), 9);
      }),
      { seed: 2 },
    );
  });

  it('keeps its promise once corrected, and never costs more than as printed', () => {
    fc.assert(
      fc.property(anyExample, (example) => {
        const { printed, corrected } = runExample(example);
        expect(corrected!.actualS).toBeCloseTo(corrected!.promisedS, 9);
        expect(corrected!.actualS).toBeLessThanOrEqual(printed!.actualS + 1e-9);
      }),
      { seed: 3 },
    );
  });
});
