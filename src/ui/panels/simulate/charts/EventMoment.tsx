import { useMemo } from 'react';
import type { Scenario } from '../../../../core/scenario/types';
import type { LaneId, SimulationRun } from '../../../../core/simulation/types';
import { namesOf } from '../../../errors/names';
import { airFiles } from '../airTraceWords';
import { momentOf } from '../moment';
import { airWords, taskWords } from '../momentWords';
import { unlinkedCells } from '../unlinkedCells';
import { useTimesOfTask } from '../useTimesOfTask';
import styles from './EventsPanel.module.css';

interface Props {
  readonly run: SimulationRun;
  readonly scenario: Scenario;
  readonly lane: LaneId;
  readonly atS: number;
}

/** What holds at the moment of an event, below it: where the list is long, the words beside the scrubber are far away. */
export function EventMoment({ run, scenario, lane, atS }: Props) {
  const names = useMemo(() => namesOf(scenario), [scenario]);
  const unlinked = useMemo(() => unlinkedCells(scenario), [scenario]);
  const moment = momentOf(run, lane, atS);
  const { times, sentMbps } = useTimesOfTask(run, scenario, lane, moment.task?.index ?? -1);
  const files = useMemo(() => airFiles(scenario, moment.cell), [scenario, moment.cell]);
  return (
    <p className={styles.moment}>
      {taskWords(moment, run.tasks.startS.length, times)};{' '}
      {airWords(moment, names, unlinked, { files, sentMbps })}.
    </p>
  );
}
