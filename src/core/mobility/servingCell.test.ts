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

/** The same by definition; null: nothing is measured. What was measured counts from the last handover or gap on. */
function servedAfterA3(
  { hysteresisDb, triggerSteps }: HandoverSettings,
  measured: readonly (readonly number[] | null)[],
): number[] {
  const best = (k: number, cells: readonly number[]): number =>
    cells.reduce((found, c) => (measured[k]![c]! > measured[k]![found]! ? c : found));
  let serving = -1;
  let forgotten = -1;
  return measured.map((values, k) => {
    if (values === null) forgotten = k;
    else if (serving === -1) [serving, forgotten] = [best(k, [0, 1, 2]), k];
    else {
      const from = k - triggerSteps;
      const entered = [0, 1, 2].filter(
        (c) =>
          c !== serving &&
          from > forgotten &&
          measured.slice(from, k + 1).every((row) => row![c]! - hysteresisDb > row![serving]!),
      );
      if (entered.length > 0) [serving, forgotten] = [best(k, entered), k];
    }
    return serving;
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

  it('is what event A3 says, looked at anew over the whole past at every step', () => {
    const value = fc.integer({ min: -6, max: 6 });
    const rows = fc.array(fc.option(fc.array(value, { minLength: 3, maxLength: 3 }), { freq: 12 }), {
      minLength: 1,
      maxLength: 60,
    });
    const handovers = fc.record({
      hysteresisDb: fc.integer({ min: 0, max: 4 }),
      triggerSteps: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(handovers, rows, (settings, measured) => {
        const serving = createServingCell(3, settings);
        const cells = measured.map((values) => {
          if (values === null) serving.skip();
          else serving.step(Float64Array.from(values));
          return serving.cell;
        });
        expect(cells).toEqual(servedAfterA3(settings, measured));
      }),
      { seed: 14, numRuns: 400 },
    );
  });

  it('is none where there are no cells', () => {
    expect(served({ hysteresisDb: 0, triggerSteps: 0 }, [[], []])).toEqual([-1, -1]);
  });
});
