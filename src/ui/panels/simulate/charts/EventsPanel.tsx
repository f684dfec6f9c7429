import { useMemo, useState } from 'react';
import { useApp, useAppStore } from '../../../../state/useStore';
import { ChartFrame } from '../../../charts/ChartFrame';
import { Button } from '../../../primitives/Button';
import styles from './EventsPanel.module.css';
import {
  currentEvent,
  eventKindNames,
  eventKinds,
  eventPage,
  eventsSummary,
  eventsTable,
  eventWords,
  pageLength,
  pageOfEvent,
  type EventKind,
} from './eventsView';
import { runNames } from './runNames';
import type { RunProps } from './runProps';

/** What happened, in order of time; a press goes there. */
export function EventsPanel({ run, scenario, stale }: RunProps) {
  const store = useAppStore();
  const [kinds, setKinds] = useState<ReadonlySet<EventKind>>(() => new Set(eventKinds));
  const names = useMemo(() => runNames(run, scenario), [run, scenario]);
  // Only when the next event has come, not with every frame.
  const current = useApp((state) => currentEvent(run.events, state.simulation.atS));
  const [turned, setTurned] = useState<number | null>(null);
  const view = eventPage(run.events, kinds, turned ?? pageOfEvent(run.events, kinds, current));
  const toggle = (kind: EventKind) => {
    const next = new Set(kinds);
    if (!next.delete(kind)) next.add(kind);
    setKinds(next);
    setTurned(null);
  };
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
        <legend className="visually-hidden">Kinds of events that are listed</legend>
        {eventKinds.map((kind) => (
          <label key={kind}>
            <input type="checkbox" checked={kinds.has(kind)} onChange={() => toggle(kind)} />
            {eventKindNames[kind]}
          </label>
        ))}
      </fieldset>
      {view.count === 0 ? (
        <p className={styles.soft}>{run.events.length === 0 ? 'No events.' : 'None of the chosen kinds.'}</p>
      ) : (
        <ol className={styles.list} start={view.page * pageLength + 1}>
          {view.rows.map(({ index, event }) => (
            <li key={index}>
              <button
                type="button"
                className={styles.event}
                data-kind={event.kind}
                aria-current={index === current ? 'true' : undefined}
                onClick={() => {
                  setTurned(null);
                  store.getState().seek(event.atS);
                }}
              >
                <span className={styles.time}>{`${event.atS.toFixed(3)} s`}</span>
                <span>{eventWords(event, run, names)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {view.pages > 1 && (
        <div className={styles.pages} role="group" aria-label="Pages of events">
          <Button look="quiet" disabled={view.page === 0} onClick={() => setTurned(view.page - 1)}>
            Earlier
          </Button>
          <span>
            Page {view.page + 1} of {view.pages}
          </span>
          <Button
            look="quiet"
            disabled={view.page === view.pages - 1}
            onClick={() => setTurned(view.page + 1)}
          >
            Later
          </Button>
        </div>
      )}
    </ChartFrame>
  );
}
