/** Where the UE was, and what the air to its serving cell gave, when a task started: from the series that a run kept. */
import { wholeStepsIn } from './capacityTable';
import type { SimulationRun } from './types';

interface TaskStart {
  /** On the plan, between two kept places [m]. */
  readonly xM: number;
  readonly yM: number;
  /** NaN: there are no cells [dB]. */
  readonly snrDb: number;
  /** Of the cell that the task keeps, over the coherence time of its start [Mbit/s]; NaN: there is none. */
  readonly upMbps: number;
  readonly downMbps: number;
}

/** @returns for a task by index */
export function taskStarts(run: SimulationRun): (task: number) => TaskStart {
  const { arcs, capacityMbps, capacityStepS, cells, snrDb, stepS, tasks, xM, yM } = run;
  const accessOf = (direction: 'up' | 'down') =>
    cells.map((cell) => {
      const arc = arcs.findIndex(
        (one) => one.kind === 'access' && one.cell === cell && one.direction === direction,
      );
      return capacityMbps[arc];
    });
  const [up, down] = [accessOf('up'), accessOf('down')];
  return (task) => {
    const atS = tasks.startS[task]!;
    const step = Math.min(xM.length - 1, wholeStepsIn(atS, stepS));
    const next = Math.min(xM.length - 1, step + 1);
    const part = Math.min(1, Math.max(0, atS / stepS - step));
    const cell = tasks.cell[task]!;
    const holds = wholeStepsIn(atS, capacityStepS);
    const capacity = (series: Float32Array | undefined): number =>
      series?.[Math.min(series.length - 1, holds)] ?? NaN;
    return {
      xM: xM[step]! + part * (xM[next]! - xM[step]!),
      yM: yM[step]! + part * (yM[next]! - yM[step]!),
      snrDb: snrDb[step]!,
      upMbps: capacity(up[cell]),
      downMbps: capacity(down[cell]),
    };
  };
}
