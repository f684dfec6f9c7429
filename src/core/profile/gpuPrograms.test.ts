import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programsByRun, timestampStepS, type ProgramCall } from './gpuPrograms';

const call = (node: string, seconds = 1e-4): ProgramCall => ({ node, program: 'P', seconds });
const names = (runs: readonly (readonly ProgramCall[])[] | null) =>
  runs?.map((run) => run.map(({ node }) => node).join('')) ?? null;
const list = (text: string) => Array.from(text, (node) => call(node));

describe('programs of several runs', () => {
  it('are cut where they repeat', () => {
    expect(names(programsByRun(list('abcabcabc'), 3))).toEqual(['abc', 'abc', 'abc']);
  });

  it('of a first run that prepares weights leave the extra ones to it', () => {
    expect(names(programsByRun(list('wwabcabcabc'), 3))).toEqual(['wwabc', 'abc', 'abc']);
    expect(names(programsByRun(list('awbcabc'), 2))).toEqual(['awbc', 'abc']);
  });

  it('of one run are that run', () => {
    expect(names(programsByRun(list('abab'), 1))).toEqual(['abab']);
  });

  it('that do not repeat as often as there were runs are not guessed at', () => {
    expect(programsByRun(list('abcabd'), 2)).toBeNull();
    expect(programsByRun(list('a'), 2)).toBeNull();
    expect(programsByRun([], 3)).toBeNull();
  });

  it('come back whole from any run and any number of runs, whatever the first one adds in front', () => {
    const node = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(
        fc.array(node, { minLength: 1, maxLength: 8 }),
        fc.array(fc.constant('w'), { maxLength: 4 }),
        fc.integer({ min: 2, max: 5 }),
        (run, extra, runs) => {
          const all = [...extra, ...Array.from({ length: runs }, () => run).flat()];
          const cut = names(
            programsByRun(
              all.map((name) => call(name)),
              runs,
            ),
          );
          expect(cut?.slice(1)).toEqual(Array.from({ length: runs - 1 }, () => run.join('')));
          expect(cut?.[0]).toBe([...extra, ...run].join(''));
        },
      ),
      { seed: 4, numRuns: 200 },
    );
  });
});

describe('the step of GPU time stamps', () => {
  const steps = (stepUs: number, multiples: readonly number[]) =>
    multiples.map((multiple) => Math.round(multiple * stepUs) / 1e6);

  it.each([100, 65.536])('of %d us is seen in times that were rounded to microseconds', (stepUs) => {
    const step = timestampStepS(steps(stepUs, [0, 1, 3, 2, 7, 40, 1, 0, 11]));
    expect(step * 1e6).toBeCloseTo(stepUs, 0);
  });

  it('is a microsecond where times are anything, or too few to tell', () => {
    expect(timestampStepS([1.03e-4, 2.51e-4, 9.7e-5])).toBe(1e-6);
    expect(timestampStepS([3e-6, 6e-6, 9e-6])).toBe(1e-6);
    expect(timestampStepS([0, 0])).toBe(1e-6);
    expect(timestampStepS([])).toBe(1e-6);
  });
});
