/** The log of tasks while it is written. */
import { floats, integers, shorts } from './columns';
import type { LaneId, TaskLog } from './types';

/** One task in one lane: what `LaneLog` holds in columns. */
interface LaneEntry {
  readonly latencyS: number;
  readonly expectedS: number;
  readonly ueEnergyJ: number;
  readonly edgeEnergyJ: number;
  readonly plan: number;
}

export interface TaskLogWriter {
  task(startS: number, cell: number, hindsightS: number): void;
  /** Of the task just begun; every lane once. */
  lane(index: number, entry: LaneEntry): void;
  finish(): TaskLog;
}

export function createTaskLog(lanes: readonly LaneId[]): TaskLogWriter {
  const starts = floats();
  const cells = shorts();
  const hindsights = floats();
  const columns = lanes.map(() => ({
    latencyS: floats(),
    expectedS: floats(),
    ueEnergyJ: floats(),
    edgeEnergyJ: floats(),
    plan: integers(),
  }));
  return {
    task: (startS, cell, hindsightS) => {
      starts.push(startS);
      cells.push(cell);
      hindsights.push(hindsightS);
    },
    lane: (index, entry) => {
      const lane = columns[index]!;
      lane.latencyS.push(entry.latencyS);
      lane.expectedS.push(entry.expectedS);
      lane.ueEnergyJ.push(entry.ueEnergyJ);
      lane.edgeEnergyJ.push(entry.edgeEnergyJ);
      lane.plan.push(entry.plan);
    },
    finish: () => ({
      startS: starts.toArray(),
      cell: cells.toArray(),
      hindsightS: hindsights.toArray(),
      lanes: columns.map((lane, index) => ({
        lane: lanes[index]!,
        latencyS: lane.latencyS.toArray(),
        expectedS: lane.expectedS.toArray(),
        ueEnergyJ: lane.ueEnergyJ.toArray(),
        edgeEnergyJ: lane.edgeEnergyJ.toArray(),
        plan: lane.plan.toArray(),
      })),
    }),
  };
}
