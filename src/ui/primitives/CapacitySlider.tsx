import { memo, useEffect, useId, useRef, useState } from 'react';
import type { LinkDirection, NetworkLink } from '../../core/network/types';
import { changeCapacity } from '../../core/scenario/edits';
import { limits } from '../../core/scenario/limits';
import { selectShown, useApp, useAppStore } from '../../state/useStore';
import { formatMbps } from '../format';
import styles from './CapacitySlider.module.css';
import { CapacityTicks } from './CapacityTicks';
import { createEditGesture } from './editGesture';
import { NumberField } from './NumberField';
import { parseCapacity } from './parseCapacity';
import { capacityAfterKey, capacityAt, capacityOf, positionOf, sliderRange } from './sliderScale';

interface Props {
  readonly link: NetworkLink;
  /** Which way it moves; 'both' where the directions move together. */
  readonly direction: LinkDirection | 'both';
  /** Smaller, for the canvas. */
  readonly compact?: boolean;
}

/** A link's capacity on a logarithmic track, with exact entry and ticks where the best plan changes. */
export const CapacitySlider = memo(function CapacitySlider({ link, direction, compact = false }: Props) {
  const store = useAppStore();
  const id = useId();
  const label = useApp((state) => {
    const name = (end: string) => selectShown(state).nodes.find((node) => node.id === end)?.name ?? '';
    const [from, to] = direction === 'bToA' ? [link.b, link.a] : [link.a, link.b];
    return `${name(from)} ${direction === 'both' ? '–' : '→'} ${name(to)}`;
  });
  // The document's own value keeps the track from being rescaled under the pointer.
  const committed = useApp((state) => {
    const own = state.scenario.links.find((other) => other.id === link.id);
    return capacityOf(own ?? link, direction);
  });
  const mbps = capacityOf(link, direction);
  const range = sliderRange(committed, mbps);
  const { show, press, finish } = useSliderGesture();

  const edit = (value: number) =>
    store.getState().edit((scenario) => changeCapacity(scenario, link.id, value, direction));
  const preview = (value: number) => show((scenario) => changeCapacity(scenario, link.id, value, direction));

  return (
    // React Flow must neither pan, zoom nor drag a node from here.
    <div className={`${styles.slider} ${compact ? styles.compact : ''} nodrag nopan nowheel`}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={id} title={label}>
          {label}
        </label>
        <span className={styles.entry} data-down={mbps === 0}>
          <NumberField
            value={mbps}
            min={limits.minCapacityMbps}
            max={limits.maxCapacityMbps}
            or={0}
            unit="Mbit/s"
            label={`Exact capacity of ${label} in Mbit/s, 0 = down`}
            title="0 = down. Other units may be typed: 2.5 Gbit/s, 250 kbit/s"
            parse={parseCapacity}
            {...(mbps === 0 ? { beside: 'down' } : {})}
            overlay={compact}
            onCommit={(value) => edit(value ?? mbps)}
          />
        </span>
      </div>
      <div className={styles.track} data-down={mbps === 0}>
        <input
          id={id}
          type="range"
          className={styles.range}
          aria-label={`Capacity of ${label}`}
          aria-valuetext={mbps === 0 ? 'down, 0 Mbit/s' : formatMbps(mbps)}
          min={0}
          max={range.positions}
          step={1}
          value={Math.round(positionOf(mbps, range))}
          onPointerDown={press}
          onChange={(event) => preview(capacityAt(event.target.valueAsNumber, range))}
          onKeyDown={(event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            const next = capacityAfterKey(event.key, mbps, range);
            if (next === null) return;
            event.preventDefault();
            preview(next);
          }}
          onBlur={finish}
        />
        <CapacityTicks link={link} direction={direction} range={range} onJump={edit} />
      </div>
    </div>
  );
});

const stepKeys: ReadonlySet<string> = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Home',
  'End',
]);

/** A drag lasts until the pointer is released, a burst of keys until they rest; Escape drops either. */
function useSliderGesture() {
  const store = useAppStore();
  const [gesture] = useState(() =>
    createEditGesture(
      () => store.getState(),
      () => window,
      (press) => stepKeys.has(press.key) && !press.ctrlKey && !press.metaKey && !press.altKey,
    ),
  );
  const pointer = useRef<'up' | 'pressed' | 'dragging'>('up');
  useEffect(() => {
    const release = () => {
      if (pointer.current === 'up') return;
      pointer.current = 'up';
      gesture.finish();
    };
    window.addEventListener('pointerup', release, true);
    window.addEventListener('pointercancel', release, true);
    return () => {
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
      gesture.finish();
    };
  }, [gesture]);
  return {
    press: () => {
      pointer.current = 'pressed';
    },
    show: (edit: Parameters<typeof gesture.show>[0]) => {
      // Escape was pressed in the middle of a drag: what is left of it does nothing.
      if (pointer.current === 'dragging' && !gesture.isActive()) return;
      if (pointer.current === 'pressed') pointer.current = 'dragging';
      gesture.show(edit, pointer.current === 'up' ? 'idle' : 'held');
    },
    finish: gesture.finish,
  };
}
