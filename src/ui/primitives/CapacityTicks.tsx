import { useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { NetworkLink } from '../../core/network/types';
import { workloadChain } from '../../core/model/workloadChain';
import { ticksOf } from '../../state/ticks';
import type { SliderDirection } from '../../state/ticksTarget';
import { selectShown, useApp, useAppStore } from '../../state/useStore';
import { namesOf, type Names } from '../errors/names';
import { useSize } from '../charts/useSize';
import { bestWord } from '../explain/bestWord';
import { formatNumber } from '../format';
import styles from './CapacitySlider.module.css';
import {
  placeTickNumbers,
  placeTickTargets,
  tickMarks,
  type SliderRange,
  type TickMark,
} from './sliderScale';
import { tickText } from './tickText';

/** Of a number under the track, in heights of its text: width of a figure, air beside it, farthest from its tick. */
const figureEm = 0.62;
const gapEm = 0.5;
const farthestEm = 1.6;

interface Props {
  readonly link: NetworkLink;
  readonly direction: SliderDirection;
  readonly range: SliderRange;
  readonly onJump: (mbps: number) => void;
}

/** Marks under the track at the exact capacities where the best plan changes; a click goes there. */
export function CapacityTicks({ link, direction, range, onJump }: Props) {
  const store = useAppStore();
  const breakpoints = useApp((state) => ticksOf(state.ticks, link.id, direction));
  const marks = tickMarks(
    (breakpoints ?? []).map((breakpoint) => breakpoint.capacityMbps),
    range,
  );
  const [group, { width, textPx }] = useSize<HTMLDivElement>();
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
  const blockCount = useApp((state) => workloadChain(selectShown(state).workload).blocks.length);
  if (marks.length === 0) return <div ref={group} className={styles.ticks} />;
  const numbers = marks.map((mark) => formatNumber(mark.capacityMbps));
  const shifts = placeTickNumbers(
    marks.map(({ fraction }) => fraction * width),
    numbers.map((text) => (text.length * figureEm + gapEm) * textPx),
    farthestEm * textPx,
  );
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
        const text = tickText(breakpoints![mark.index]!, names, blockCount);
        return (
          <button
            key={place}
            type="button"
            className={styles.tick}
            style={targetStyle(marks, place, width)}
            aria-label={text}
            tabIndex={place === reachable ? 0 : -1}
            onFocus={() => setStop(place)}
            // Five figures are as exact as anybody can read.
            onClick={() => onJump(Number(mark.capacityMbps.toPrecision(5)))}
          >
            {/* In the unit of the field above, so without one. */}
            {width > 0 && shifts[place] !== null && (
              <span className={styles.number} style={{ marginLeft: shifts[place]! }}>
                {numbers[place]}
              </span>
            )}
            <span className={styles.tip} data-side={mark.fraction > 0.5 ? 'left' : 'right'}>
              {text}
            </span>
          </button>
        );
      })}
    </div>
  );
}

/** A target up to half-way to the next ones; where they are pushed apart the mark stays at its capacity. */
function targetStyle(marks: readonly TickMark[], place: number, width: number): CSSProperties {
  const ticksPx = marks.map(({ fraction }) => fraction * width);
  const middles = placeTickTargets(ticksPx, width);
  const shift = width === 0 ? 0 : middles[place]! - ticksPx[place]!;
  const room = (other: number | undefined) =>
    other === undefined || width === 0 ? '100px' : `${Math.abs(other - middles[place]!) / 2}px`;
  return {
    left: `calc(${marks[place]!.fraction * 100}% + ${shift}px)`,
    '--mark': `${-shift}px`,
    '--room-left': room(middles[place - 1]),
    '--room-right': room(middles[place + 1]),
  } as CSSProperties;
}

function wayOf({ a, b }: NetworkLink, direction: SliderDirection, names: Names): string {
  if (direction === 'both') return '';
  const [from, to] = direction === 'aToB' ? [a, b] : [b, a];
  return ` from ${names.node(from)} to ${names.node(to)}`;
}
