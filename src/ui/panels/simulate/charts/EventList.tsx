import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Scenario } from '../../../../core/scenario/types';
import type { SimulationEvent, SimulationRun } from '../../../../core/simulation/types';
import { useApp, useAppStore } from '../../../../state/useStore';
import { moveFocus } from '../../../charts/rovingFocus';
import { formatWhole } from '../../../format';
import { Button } from '../../../primitives/Button';
import { thousandths } from './columnFigures';
import { EventMoment } from './EventMoment';
import styles from './EventsPanel.module.css';
import { currentEvent, eventWords, longerStretch, stretchAround, type Stretch } from './eventsView';
import { createHandoverWords } from './handoverWords';
import type { RunNames } from './runNames';
import { useScrollToCurrent } from './useScrollToCurrent';

interface Props {
  readonly run: SimulationRun;
  readonly scenario: Scenario;
  readonly names: RunNames;
  readonly listed: readonly SimulationEvent[];
  readonly isStacked: boolean;
}

/** Rows at first, and more of them at a time. */
const stackedRows = { first: 12, more: 24 };
const tabRows = { first: 200, more: 100 };

/** The listed events round the moment; it stays in place until the moment leaves it. */
export function EventList({ run, scenario, names, listed, isStacked }: Props) {
  const store = useAppStore();
  const lane = useApp((state) => state.simulation.lane);
  const handoverWords = useMemo(() => createHandoverWords(run, scenario, lane), [run, scenario, lane]);
  const list = useRef<HTMLOListElement>(null);
  useScrollToCurrent(list);
  const [pressed, setPressed] = useState(-1);
  const [focused, setFocused] = useState(-1);
  // Only when the next event has come, not with every frame. Of events at one time the one that was pressed.
  const current = useApp(({ simulation: { atS } }) =>
    listed[pressed]?.atS === atS ? pressed : currentEvent(listed, atS),
  );
  const rows = isStacked ? stackedRows : tabRows;
  const [kept, setKept] = useState<(Stretch & { of: unknown; current: number }) | null>(null);
  const isKept =
    kept !== null &&
    kept.of === listed &&
    (kept.current === current || (current >= kept.from && current < kept.to));
  const shown = isKept ? kept : stretchAround(listed.length, current, rows.first);
  const keep = (stretch: Stretch) => setKept({ ...stretch, of: listed, current });
  const isShown = (index: number): boolean => index >= shown.from && index < shown.to;
  const tabStop = isShown(focused) ? focused : isShown(current) ? current : shown.from;
  const press = (index: number, event: SimulationEvent) => {
    keep(shown);
    setPressed(index);
    store.getState().seek(event.atS);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    moveFocus(event, list.current);
  };
  const longer = (by: 1 | -1) => keep(longerStretch(shown, listed.length, rows.more, by));
  return (
    <>
      {shown.from > 0 && (
        <Button look="quiet" onClick={() => longer(-1)}>
          Show earlier ones
        </Button>
      )}
      <ol ref={list} className={styles.list} start={shown.from + 1}>
        {listed.slice(shown.from, shown.to).map((event, k) => {
          const index = shown.from + k;
          return (
            <li key={index}>
              <button
                type="button"
                data-mark
                tabIndex={index === tabStop ? 0 : -1}
                className={styles.event}
                data-kind={event.kind}
                aria-current={index === current ? 'true' : undefined}
                onClick={() => press(index, event)}
                onFocus={() => setFocused(index)}
                onKeyDown={onKeyDown}
              >
                <span className={styles.time}>{`${thousandths(event.atS)} s`}</span>
                <span>
                  {eventWords(event, run, names)}
                  {handoverWords(event)}
                </span>
              </button>
              {isStacked && index === current && (
                <EventMoment run={run} scenario={scenario} lane={lane} atS={event.atS} />
              )}
            </li>
          );
        })}
      </ol>
      {(shown.from > 0 || shown.to < listed.length) && (
        <p className={styles.more}>
          {formatWhole(shown.from + 1)} to {formatWhole(shown.to)} of {formatWhole(listed.length)}
          {shown.to < listed.length && (
            <Button look="quiet" onClick={() => longer(1)}>
              Show more
            </Button>
          )}
        </p>
      )}
    </>
  );
}
