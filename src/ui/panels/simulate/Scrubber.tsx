import { useMemo } from 'react';
import type { SimulationRun } from '../../../core/simulation/types';
import type { Scenario } from '../../../core/scenario/types';
import { useApp } from '../../../state/useStore';
import { namesOf } from '../../errors/names';
import { eventTicks } from './eventTicks';
import { momentOf } from './moment';
import { airWords, timeText } from './momentWords';
import { unlinkedCells } from './unlinkedCells';
import styles from './Simulate.module.css';

/** Arrow keys move by this part of the run. */
const steps = 1000;

/** The moment as a slider, with the run's events ticked over it. */
export function Scrubber({ run, scenario }: { readonly run: SimulationRun; readonly scenario: Scenario }) {
  const { atS, lane } = useApp((state) => state.simulation);
  const seek = useApp((state) => state.seek);
  const names = useMemo(() => namesOf(scenario), [scenario]);
  const unlinked = useMemo(() => unlinkedCells(scenario), [scenario]);
  const moment = momentOf(run, lane, atS);
  return (
    <div className={styles.scrubber}>
      <Ticks run={run} />
      <input
        type="range"
        aria-label="Moment"
        aria-valuetext={`${timeText(atS)} of ${timeText(run.durationS)}, ${airWords(moment, names, unlinked)}`}
        min={0}
        max={run.durationS}
        step={run.durationS / steps}
        value={atS}
        onChange={(event) => seek(Number(event.target.value))}
      />
    </div>
  );
}

const heights = { handover: 100, 'out-of-range': 100, 'limit-broken': 70, 'split-change': 40 } as const;

/** They are in the list of events too: here they only show where something happens. */
function Ticks({ run }: { readonly run: SimulationRun }) {
  const ticks = useMemo(() => eventTicks(run), [run]);
  return (
    <svg className={styles.ticks} viewBox="0 0 1 100" preserveAspectRatio="none" aria-hidden="true">
      {ticks.map(({ from, kind, to }) => (
        <rect
          key={`${kind}${from}`}
          data-kind={kind}
          x={from}
          y={100 - heights[kind]}
          width={Math.max(0.0015, to - from)}
          height={heights[kind]}
        />
      ))}
    </svg>
  );
}
