import { describe, expect, it } from 'vitest';
import { createNormal, normalCdf, normalSteps } from './normal';
import { createRandom } from './random';

describe('createNormal', () => {
  it('draws numbers with mean 0, variance 1, no skew and the normal fourth moment', () => {
    const draw = createNormal(createRandom(7));
    const moments = [0, 0, 0, 0];
    const count = 200_000;
    for (let i = 0; i < count; i += 1) {
      const z = draw();
      for (const k of moments.keys()) moments[k]! += z ** (k + 1) / count;
    }
    expect(moments[0]).toBeCloseTo(0, 2);
    expect(moments[1]! / 1).toBeGreaterThan(0.99);
    expect(moments[1]! / 1).toBeLessThan(1.01);
    expect(Math.abs(moments[2]!)).toBeLessThan(0.03);
    expect(moments[3]! / 3).toBeGreaterThan(0.97);
    expect(moments[3]! / 3).toBeLessThan(1.03);
  });

  it('gives a pair that are the two legs of one Box-Muller draw', () => {
    const uniform = createRandom(11);
    const radius = Math.sqrt(-2 * Math.log(1 - uniform.next()));
    const angle = 2 * Math.PI * uniform.next();
    const draw = createNormal(createRandom(11));
    expect(draw()).toBeCloseTo(radius * Math.cos(angle), 12);
    expect(draw()).toBeCloseTo(radius * Math.sin(angle), 12);
  });

  it('draws the same numbers for the same seed, bit for bit', () => {
    const draw = createNormal(createRandom(5));
    const bits = new BigUint64Array(Float64Array.from({ length: 4 }, draw).buffer);
    expect([...bits].map((word) => word.toString(16))).toMatchInlineSnapshot(`
      [
        "3fcbe3f88be0a34f",
        "bff83b057de15db4",
        "bfe01f4eb23cd828",
        "bfdf83d50b7f5592",
      ]
    `);
  });

  it('takes the largest uniform number without becoming infinite', () => {
    const draw = createNormal({ next: () => 1 - 2 ** -32, integer: () => 0 });
    expect(Number.isFinite(draw())).toBe(true);
  });
});

describe('normalCdf', () => {
  it('agrees with published values', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 14);
    expect(normalCdf(-1.959963984540054)).toBeCloseTo(0.025, 14);
    expect(normalCdf(5)).toBeCloseTo(0.9999997133484281, 14);
    expect([normalCdf(-9), normalCdf(9)]).toEqual([0, 1]);
  });
});

describe('normalSteps', () => {
  it('cuts the distribution into equally likely parts and names their middles', () => {
    const steps = normalSteps(64);
    expect([...steps].map(normalCdf).every((p, k) => Math.abs(p - (k + 0.5) / 64) < 1e-13)).toBe(true);
    expect(steps[0]).toBe(-steps[63]!);
  });
});
