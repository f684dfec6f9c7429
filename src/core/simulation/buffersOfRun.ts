import type { SimulationRun } from './types';

/** The memory of a run's arrays, each once: what goes to the page instead of being copied. */
export function buffersOfRun(run: SimulationRun): ArrayBuffer[] {
  const { tasks } = run;
  const columns = tasks.lanes.flatMap(({ latencyS, expectedS, ueEnergyJ, edgeEnergyJ, plan }) => [
    ...[latencyS, expectedS, ueEnergyJ, edgeEnergyJ],
    plan,
  ]);
  const arrays = [
    ...[run.xM, run.yM, run.cell, run.snrDb, ...run.activeUes, ...run.capacityMbps],
    ...[tasks.startS, tasks.cell, tasks.hindsightS, ...columns],
  ];
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}
