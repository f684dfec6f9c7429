import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodeId } from '../../../core/network/types';
import type { SimulationRun } from '../../../core/simulation/types';
import { smallRun } from '../../../core/simulation/testing/smallRun';
import { accessArcs, drawnAir, keepsCell, linkArcs, momentOf, peakMbps, taskIndexAt } from './moment';

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

  test('after a handover has the air of the cell that the task keeps, where the task uses it', () => {
    const run: SimulationRun = {
      ...smallRun,
      cells: [...smallRun.cells, 'gnb 2' as NodeId],
      cell: Int16Array.of(0, 1, 1),
      arcs: [
        ...smallRun.arcs,
        { kind: 'access', cell: 'gnb 2' as NodeId, direction: 'up' },
        { kind: 'access', cell: 'gnb 2' as NodeId, direction: 'down' },
      ],
      capacityMbps: [...smallRun.capacityMbps, Float32Array.of(7, 8), Float32Array.of(70, 80)],
      tasks: {
        ...smallRun.tasks,
        startS: Float64Array.of(0, 0.9, 1.4, 1.6),
        cell: Int16Array.of(0, 0, 1, 1),
      },
    };
    const during = momentOf(run, 'best', 1.1);
    expect(during).toMatchObject({ cell: 'gnb 2', upMbps: 8, task: { cell: 'gnb', isOnAir: true } });
    expect(drawnAir(during)).toMatchObject({ cell: 'gnb', upMbps: 0, downMbps: 1 });
    expect(keepsCell(during)).toBe(true);
    const next = momentOf(run, 'best', 1.45);
    expect(drawnAir(next)).toMatchObject({ cell: 'gnb 2', upMbps: 8, downMbps: 80 });
    expect(keepsCell(next)).toBe(false);
    // All of it on the UE: nothing keeps the old cell.
    const plan = Int32Array.of(0, 0, 0, 0);
    const lanes = run.tasks.lanes.map((log) => ({ ...log, plan }));
    const local = momentOf({ ...run, tasks: { ...run.tasks, lanes } }, 'best', 1.1);
    expect(drawnAir(local).cell).toBe('gnb 2');
    expect(keepsCell(local)).toBe(false);
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
