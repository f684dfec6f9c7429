import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createServingCell, type HandoverSettings } from './servingCell';

/** The cell that serves at each step. */
function served(settings: HandoverSettings, measured: readonly (readonly number[])[]): number[] {
  const serving = createServingCell(measured[0]!.length, settings);
  return measured.map((values) => {
    serving.step(Float64Array.from(values));
    return serving.cell;
  });
}

const repeat = <T>(value: T, times: number): T[] => Array.from({ length: times }, () => value);

describe('the serving cell', () => {
  it('is the best one at the start, whatever the time to trigger', () => {
    expect(served({ hysteresisDb: 10, triggerSteps: 50 }, [[1, 3, 2]])).toEqual([1]);
    expect(served({ hysteresisDb: 0, triggerSteps: 0 }, [[2, 2]])).toEqual([0]);
    expect(served({ hysteresisDb: 0, triggerSteps: 0 }, [[-Infinity, -400]])).toEqual([1]);
  });

  it('is always the best one without hysteresis and time to trigger', () => {
    const rows = fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(rows, (measured) => {
        const cells = served({ hysteresisDb: 0, triggerSteps: 0 }, measured);
        cells.forEach((cell, k) => expect(measured[k]![cell]).toBe(Math.max(...measured[k]!)));
      }),
      { seed: 12 },
    );
  });

  it('does not go to and fro between cells that differ by less than the hysteresis', () => {
    const wavering = Array.from({ length: 40 }, (_, k) => (k % 2 === 0 ? [10, 8] : [8, 10]));
    const steady = served({ hysteresisDb: 3, triggerSteps: 0 }, wavering);
    expect(steady).toEqual(repeat(0, 40));
    const nervous = served({ hysteresisDb: 0, triggerSteps: 0 }, wavering);
    expect(nervous.slice(0, 4)).toEqual([0, 1, 0, 1]);
  });

  it('must be better by more than the hysteresis', () => {
    expect(
      served({ hysteresisDb: 3, triggerSteps: 0 }, [
        [5, 0],
        [5, 8],
        [5, 8.01],
      ]),
    ).toEqual([0, 0, 1]);
  });

  it('changes after another one was better for the time to trigger without a break', () => {
    const settings = { hysteresisDb: 3, triggerSteps: 3 };
    const better = [0, 10];
    expect(served(settings, [[0, -1], ...repeat(better, 5)])).toEqual([0, 0, 0, 0, 1, 1]);
    const broken = [[0, -1], better, better, better, [0, 2], better, better, better, better];
    expect(served(settings, broken)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('is the best of those whose time has come, not the best of all', () => {
    const rows = [
      [5, 0, 0],
      [0, 8, 0],
      [0, 8, 9],
      [0, 8, 9],
    ];
    expect(served({ hysteresisDb: 3, triggerSteps: 2 }, rows)).toEqual([0, 0, 0, 1]);
    expect(served({ hysteresisDb: 3, triggerSteps: 1 }, rows)).toEqual([0, 0, 1, 1]);
  });

  it('waits anew where nothing was measured in between', () => {
    const serving = createServingCell(2, { hysteresisDb: 0, triggerSteps: 2 });
    serving.step(Float64Array.of(1, 0));
    const better = Float64Array.of(0, 1);
    serving.step(better);
    serving.step(better);
    serving.skip();
    expect([serving.step(better), serving.step(better), serving.step(better)]).toEqual([false, false, true]);
    expect(serving.cell).toBe(1);
  });

  it('is none where there are no cells', () => {
    expect(served({ hysteresisDb: 0, triggerSteps: 0 }, [[], []])).toEqual([-1, -1]);
  });
});
