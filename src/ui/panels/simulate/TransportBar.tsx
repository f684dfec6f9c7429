import { memo, useId, useMemo, type ReactNode } from 'react';
import { handoverAt } from '../../../core/simulation/paidParts';
import { playSpeeds } from '../../../state/simulationTypes';
import { useApp } from '../../../state/useStore';
import { namesOf } from '../../errors/names';
import { formatNumber } from '../../format';
import { CommandButton } from '../../shell/CommandButton';
import { airFiles } from './airTraceWords';
import { laneTitle } from './charts/laneLooks';
import { momentOf } from './moment';
import { airWords, handoverWords, taskWords, timeText } from './momentWords';
import { Scrubber } from './Scrubber';
import styles from './Simulate.module.css';
import { useTimesOfTask } from './useTimesOfTask';
import { unlinkedCells } from './unlinkedCells';
import { useShownRun, type ShownRun } from './useShownRun';

/** Play, pause, steps, speed, the moment and whose splits are painted. Every button is a command with its shortcut. */
export const TransportBar = memo(function TransportBar() {
  const shown = useShownRun();
  const isPlaying = useApp((state) => state.simulation.isPlaying);
  return (
    <div className={styles.transport} role="group" aria-label="Time" data-old={shown?.isOld ?? false}>
      <div className={styles.buttons}>
        <CommandButton id="previous-event" icon="first" text="Event before" />
        <CommandButton id="previous-task" icon="left" text="Task before" />
        <CommandButton
          id="play-simulation"
          icon={isPlaying ? 'pause' : 'play'}
          look={shown === null || shown.isOld ? 'plain' : 'primary'}
          text={isPlaying ? 'Pause the run' : 'Play the run'}
        />
        <CommandButton id="next-task" icon="right" text="Next task" />
        <CommandButton id="next-event" icon="last" text="Next event" />
      </div>
      {shown !== null && (
        <>
          <Scrubber run={shown.run} scenario={shown.scenario} />
          <Readout shown={shown} />
          <div className={styles.choices}>
            <Speed />
            <Lane shown={shown} />
          </div>
        </>
      )}
    </div>
  );
});

function Readout({ shown }: { readonly shown: ShownRun }) {
  const { lane, atS } = useApp((state) => state.simulation);
  const { run, scenario } = shown;
  const names = useMemo(() => namesOf(scenario), [scenario]);
  const unlinked = useMemo(() => unlinkedCells(scenario), [scenario]);
  const moment = momentOf(run, lane, atS);
  const index = moment.task?.index ?? -1;
  const { times, sentMbps } = useTimesOfTask(run, scenario, lane, index);
  const files = useMemo(() => airFiles(scenario, moment.cell), [scenario, moment.cell]);
  const handover = handoverAt(run, scenario, moment.atS);
  return (
    <p
      className={styles.readout}
      data-moment
      onPointerEnter={({ currentTarget }) => {
        // On low screens it is one line, and cut where it is longer.
        currentTarget.title = currentTarget.textContent;
      }}
    >
      {handover !== null && <strong>{handoverWords(handover, names, files)}. </strong>}
      <strong>{timeText(moment.atS)}</strong> of {timeText(run.durationS)}.{' '}
      {taskWords(moment, run.tasks.startS.length, times)};{' '}
      {airWords(moment, names, unlinked, { files, sentMbps })}.
    </p>
  );
}

function Speed() {
  const speed = useApp((state) => state.simulation.speed);
  const change = useApp((state) => state.changeSimulationView);
  return (
    <Menu label="Playback">
      {(id) => (
        <select
          id={id}
          value={speed}
          onChange={(event) => {
            const chosen = playSpeeds.find((other) => other === Number(event.target.value));
            if (chosen !== undefined) change({ speed: chosen });
          }}
        >
          {playSpeeds.map((choice) => (
            <option key={choice} value={choice}>
              ×{formatNumber(choice)}
            </option>
          ))}
        </select>
      )}
    </Menu>
  );
}

function Lane({ shown }: { readonly shown: ShownRun }) {
  const lane = useApp((state) => state.simulation.lane);
  const change = useApp((state) => state.changeSimulationView);
  const lanes = shown.run.summaries.map((summary) => summary.lane);
  return (
    <Menu label="Strategy">
      {(id) => (
        <select
          id={id}
          value={lane}
          title="Whose splits are painted, and whose tasks the figures are of"
          onChange={(event) => {
            const chosen = lanes.find((other) => other === event.target.value);
            if (chosen !== undefined) change({ lane: chosen });
          }}
        >
          {lanes.map((choice) => (
            <option key={choice} value={choice}>
              {laneTitle(choice)}
            </option>
          ))}
        </select>
      )}
    </Menu>
  );
}

function Menu({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <span className={styles.menu}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </span>
  );
}
