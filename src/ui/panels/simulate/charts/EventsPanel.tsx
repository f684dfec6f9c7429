import { useMemo } from 'react';
import { eventKinds, type EventKind } from '../../../../state/simulationTypes';
import { useApp } from '../../../../state/useStore';
import { ChartFrame } from '../../../charts/ChartFrame';
import { EventList } from './EventList';
import styles from './EventsPanel.module.css';
import { eventKindNames, eventsSummary, eventsTable, listedEvents } from './eventsView';
import { runNames } from './runNames';
import type { RunProps } from './runProps';

/** What happened, in order of time; a press goes there. */
export function EventsPanel({ run, scenario, stale, isStacked = false }: RunProps) {
  const kinds = useApp((state) => state.simulation.listedKinds);
  const change = useApp((state) => state.changeSimulationView);
  const names = useMemo(() => runNames(run, scenario), [run, scenario]);
  const listed = useMemo(() => listedEvents(run.events, kinds), [run, kinds]);
  const toggle = (kind: EventKind) =>
    change({
      listedKinds: eventKinds.filter((other) => kinds.includes(other) !== (other === kind)),
    });
  return (
    <ChartFrame
      title="What happened"
      summary={eventsSummary(run)}
      table={() => eventsTable(run, names)}
      fileName="simulation-events"
      stale={stale}
      pictures={false}
    >
      <fieldset className={styles.kinds}>
        <legend className="visually-hidden">
          Kinds of events that are listed, and that Next event and Event before go to
        </legend>
        {eventKinds.map((kind) => (
          <label key={kind}>
            <input type="checkbox" checked={kinds.includes(kind)} onChange={() => toggle(kind)} />
            {eventKindNames[kind]}
          </label>
        ))}
      </fieldset>
      {listed.length === 0 ? (
        <p className={styles.soft}>{run.events.length === 0 ? 'No events.' : 'None of the chosen kinds.'}</p>
      ) : (
        <EventList run={run} scenario={scenario} names={names} listed={listed} isStacked={isStacked} />
      )}
    </ChartFrame>
  );
}
