import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallRun } from '../../../core/simulation/testing/smallRun';
import { accessArcs, linkArcs, momentOf, peakMbps, taskIndexAt } from './moment';

describe('a moment of a run', () => {
  test('has the UE between two kept places, and the cell, SNR and capacities that hold from the last one on', () => {
    const moment = momentOf(smallRun, 'best', 0.25);
    expect(moment.xM).toBeCloseTo(0.25, 12);
    expect(moment).toMatchObject({ yM: 0, cell: 'gnb', snrDb: 20, capacityIndex: 0, upMbps: 5, downMbps: 1 });
    expect(momentOf(smallRun, 'best', 1)).toMatchObject({ xM: 1, snrDb: 10, capacityIndex: 1, upMbps: 0 });
  });

  test('has the task that started last, with the plan of the lane', () => {
    expect(momentOf(smallRun, 'best', 0.7).task).toMatchObject({
      index: 1,
      startS: 0.5,
      latencyS: 0.5,
      expectedS: 0.25,
      hindsightS: 0.5,
      cell: 'gnb',
      plan: smallRun.plans[1],
      status: 'going-on',
    });
    expect(momentOf(smallRun, 'cloud-only', 1.2).task).toMatchObject({
      index: 2,
      plan: null,
      status: 'no-end',
    });
  });

  test('says that a task is done while the next one has not started', () => {
    const startS = Float64Array.of(0, 1, 1.2, 1.5);
    const run = { ...smallRun, tasks: { ...smallRun.tasks, startS } };
    expect(momentOf(run, 'best', 0.4).task?.status).toBe('going-on');
    expect(momentOf(run, 'best', 0.6).task?.status).toBe('done');
  });

  test('outside the run is its start or its end', () => {
    expect(momentOf(smallRun, 'best', -5)).toEqual(momentOf(smallRun, 'best', 0));
    expect(momentOf(smallRun, 'best', NaN)).toEqual(momentOf(smallRun, 'best', 0));
    expect(momentOf(smallRun, 'best', 99)).toEqual(momentOf(smallRun, 'best', 2));
    expect(momentOf(smallRun, 'best', 99).xM).toBe(2);
  });

  test('without cells there is no air, no SNR and nobody who serves', () => {
    const run = {
      ...smallRun,
      cells: [],
      arcs: smallRun.arcs.slice(0, 1),
      capacityMbps: smallRun.capacityMbps.slice(0, 1),
      cell: Int16Array.of(-1, -1, -1),
      snrDb: Float32Array.of(NaN, NaN, NaN),
    };
    expect(momentOf(run, 'best', 1)).toMatchObject({
      cell: null,
      snrDb: null,
      upMbps: null,
      downMbps: null,
    });
  });

  test('of a lane that the run does not have there is no task', () => {
    expect(momentOf(smallRun, 'best-predicted', 1).task).toBeNull();
  });

  test('the last task that has started is found as by looking at all of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { maxLength: 60 }),
        fc.double({ min: -1, max: 11, noNaN: true }),
        (starts, atS) => {
          const startS = Float64Array.from(starts).sort();
          expect(taskIndexAt(startS, atS)).toBe(startS.filter((start) => start <= atS).length - 1);
        },
      ),
      { seed: 5 },
    );
  });
});

test('arcs are known by their links and cells; a direction that was drawn down has none', () => {
  expect(linkArcs(smallRun).get('internet' as never)).toEqual({ aToB: 0, bToA: null });
  expect(accessArcs(smallRun).get(0)).toEqual({ up: 1, down: 2 });
  expect([...peakMbps(smallRun)]).toEqual([20, 5, 1]);
});
