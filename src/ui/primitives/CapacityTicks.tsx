import { useRef, useState, type KeyboardEvent } from 'react';
import type { NetworkLink } from '../../core/network/types';
import type { Breakpoint } from '../../core/solvers/types';
import { ticksOf } from '../../state/ticks';
import type { SliderDirection } from '../../state/ticksTarget';
import { selectShown, useApp, useAppStore } from '../../state/useStore';
import { namesOf, type Names } from '../errors/names';
import { bestWord } from '../explain/bestWord';
import { formatMbps, formatNumber } from '../format';
import styles from './CapacitySlider.module.css';
import { tickMarks, type SliderRange } from './sliderScale';

interface Props {
  readonly link: NetworkLink;
  readonly direction: SliderDirection;
  readonly range: SliderRange;
  readonly onJump: (mbps: number) => void;
  readonly compact: boolean;
}

/** Marks under the track at the exact capacities where the best plan changes; a click goes there. */
export function CapacityTicks({ link, direction, range, onJump, compact }: Props) {
  const store = useAppStore();
  const breakpoints = useApp((state) => ticksOf(state.ticks, link.id, direction));
  const marks = tickMarks(
    (breakpoints ?? []).map((breakpoint) => breakpoint.capacityMbps),
    range,
    compact ? 0.2 : 0.15,
  );
  const group = useRef<HTMLDivElement>(null);
  // One stop of the Tab key for all ticks; arrow keys walk along them.
  const [stop, setStop] = useState(0);
  const reachable = Math.min(stop, marks.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = Math.min(marks.length - 1, Math.max(0, reachable + step));
    setStop(next);
    group.current?.querySelectorAll('button')[next]?.focus();
  };
  if (marks.length === 0) return <div className={styles.ticks} />;
  const names = namesOf(selectShown(store.getState()));
  const allProven = breakpoints!.every(({ proven }) => proven);
  return (
    <div
      ref={group}
      role="group"
      aria-label={`Capacities at which the ${bestWord(allProven, 'plan')} changes${wayOf(link, direction, names)}`}
      className={styles.ticks}
      onKeyDown={onKeyDown}
    >
      {marks.map((mark, place) => {
        const text = tickText(breakpoints![mark.index]!, names);
        return (
          <button
            key={place}
            type="button"
            className={styles.tick}
            style={{ left: `${mark.fraction * 100}%` }}
            aria-label={text}
            tabIndex={place === reachable ? 0 : -1}
            onFocus={() => setStop(place)}
            // Five figures are as exact as anybody can read.
            onClick={() => onJump(Number(mark.capacityMbps.toPrecision(5)))}
          >
            {mark.labelled && <span className={styles.number}>{shortMbps(mark.capacityMbps)}</span>}
            <span className={styles.tip} data-side={mark.fraction > 0.5 ? 'left' : 'right'}>
              {text}
            </span>
          </button>
        );
      })}
    </div>
  );
}

/** "below 12.3 Mbit/s: runs on Phone + MEC host; above: on Phone" */
function tickText({ capacityMbps, proven, below, above }: Breakpoint, names: Names): string {
  const text = `below ${formatMbps(capacityMbps)}: ${runsOn(below, names)}; above: ${runsOn(above, names)}`;
  return proven ? text : `estimated: ${text}`;
}

function runsOn(nodes: Breakpoint['below'], names: Names): string {
  return nodes.length === 0 ? 'no plan' : `runs on ${nodes.map((node) => names.node(node)).join(' + ')}`;
}

/** The number under a tick, in Mbit/s unless a letter says otherwise. */
function shortMbps(mbps: number): string {
  if (mbps >= 1e6) return `${formatNumber(mbps / 1e6)} T`;
  if (mbps >= 1e3) return `${formatNumber(mbps / 1e3)} G`;
  return mbps >= 1 ? formatNumber(mbps) : `${formatNumber(mbps * 1e3)} k`;
}

function wayOf({ a, b }: NetworkLink, direction: SliderDirection, names: Names): string {
  if (direction === 'both') return '';
  const [from, to] = direction === 'aToB' ? [a, b] : [b, a];
  return ` from ${names.node(from)} to ${names.node(to)}`;
}
