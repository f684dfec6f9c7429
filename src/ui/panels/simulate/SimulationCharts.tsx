import { memo, useId, useRef, type KeyboardEvent } from 'react';
import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { DistributionPanel } from './charts/DistributionPanel';
import { EventsPanel } from './charts/EventsPanel';
import { SummaryTable } from './charts/SummaryTable';
import { TimeSeriesPanel } from './charts/TimeSeriesPanel';
import styles from './Simulate.module.css';
import { useDrawnRun } from './useShownRun';

const views = [
  { chart: 'time', name: 'Over time', View: TimeSeriesPanel },
  { chart: 'distribution', name: 'Distribution', View: DistributionPanel },
  { chart: 'events', name: 'Events', View: EventsPanel },
  { chart: 'strategies', name: 'Strategies', View: SummaryTable },
] as const;

interface Props {
  readonly tabbed: boolean;
  /** Whether they have the place of the network too. */
  readonly isEnlarged?: boolean;
  /** Left out: they cannot have it. */
  readonly onEnlarge?: (isEnlarged: boolean) => void;
}

/** What a run gave, a view at a time; on a phone one below the other. */
export const SimulationCharts = memo(function SimulationCharts({
  tabbed,
  isEnlarged = false,
  onEnlarge,
}: Props) {
  const shown = useDrawnRun();
  const isRunning = useApp((state) => state.simulation.simulating.status === 'running');
  const chosen = useApp((state) => views.findIndex(({ chart }) => chart === state.simulation.chart));
  const change = useApp((state) => state.changeSimulationView);
  const id = useId();
  if (shown === null) {
    return (
      <p className={styles.empty}>
        {isRunning
          ? 'The charts follow when the run is done.'
          : 'After a run: latency and splits over time, how they are distributed, what happened, and every strategy in figures.'}
      </p>
    );
  }
  const props = { run: shown.run, scenario: shown.scenario, stale: shown.isOld || isRunning };
  if (!tabbed) {
    return (
      <div className={styles.chartStack}>
        <h2 className="visually-hidden">Charts and tables</h2>
        {views.map(({ name, View }) => (
          <View key={name} {...props} isStacked />
        ))}
      </div>
    );
  }
  const { View } = views[chosen]!;
  return (
    <>
      <h2 className="visually-hidden">Charts and tables</h2>
      <div className={styles.tabBar}>
        <Tabs id={id} chosen={chosen} onChoose={(index) => change({ chart: views[index]!.chart })} />
        {onEnlarge !== undefined && (
          <Button
            look="quiet"
            icon={isEnlarged ? 'reduce' : 'enlarge'}
            iconOnly
            aria-pressed={isEnlarged}
            onClick={() => onEnlarge(!isEnlarged)}
          >
            {isEnlarged ? 'Back to the network' : 'Enlarge the charts over the network'}
          </Button>
        )}
      </div>
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${chosen}`} className={styles.chartPanel}>
        <View {...props} />
      </div>
    </>
  );
});

interface TabsProps {
  readonly id: string;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

function Tabs({ id, chosen, onChoose }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const last = views.length - 1;
    const targets: Partial<Record<string, number>> = {
      ArrowLeft: chosen === 0 ? last : chosen - 1,
      ArrowRight: chosen === last ? 0 : chosen + 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    // With a modifier they go through the run.
    if (target === undefined || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChoose(target);
    list.current?.querySelectorAll('button')[target]?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label="Charts and tables"
      className={styles.tabs}
      onKeyDown={onKeyDown}
    >
      {views.map(({ name }, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${id}${index}`}
          aria-selected={index === chosen}
          aria-controls={index === chosen ? `${id}panel` : undefined}
          tabIndex={index === chosen ? 0 : -1}
          className={styles.tab}
          onClick={() => onChoose(index)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
