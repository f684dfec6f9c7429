import { useMemo, useState } from 'react';
import { useApp, useAppStore } from '../../../../state/useStore';
import { ChartFrame } from '../../../charts/ChartFrame';
import { useSize } from '../../../charts/useSize';
import { useSliced } from '../../../charts/useSliced';
import { formatWhole } from '../../../format';
import { Button } from '../../../primitives/Button';
import { ArcPicker } from './ArcPicker';
import { ComputingNodes, LaneLegend } from './LaneLegend';
import styles from './RunCharts.module.css';
import { arcChoices, runNames } from './runNames';
import { CursorWords, TimeCursor } from './TimeCursor';
import { TimeSeriesDrawing } from './TimeSeriesDrawing';
import { shownWindow, timeSeriesLayout } from './timeSeriesLayout';
import type { ArcPick } from './timeSeriesTypes';
import { timeSummary, timeTable, windowText } from './timeWords';
import { useRunColours } from './useRunColours';
import { WindowBrush } from './WindowBrush';
import type { RunProps } from './runProps';

/** The run over time: rows over one axis, the moment as a cursor over all of them, and below the stretch that is shown. */
export function TimeSeriesPanel({ run, scenario, stale }: RunProps) {
  const store = useAppStore();
  const lane = useApp((state) => state.simulation.lane);
  const chosenWindow = useApp((state) => state.simulation.window);
  const colours = useRunColours(run, scenario);
  const [ref, { width, textPx }] = useSize<HTMLDivElement>();
  const { links } = scenario;
  const [picked, setPicked] = useState<{ readonly of: unknown; readonly arcs: readonly ArcPick[] } | null>(
    null,
  );
  const window = useMemo(() => shownWindow(run, chosenWindow), [run, chosenWindow]);
  const names = useMemo(() => runNames(run, scenario), [run, scenario]);
  const choices = useMemo(() => arcChoices(run), [run]);
  // Arcs of another network have other numbers.
  const arcs = useMemo(
    () => (picked !== null && picked.of === links ? picked.arcs : usualArcs(choices)),
    [picked, links, choices],
  );
  const draw = useMemo(
    () =>
      width === 0
        ? null
        : function* drawn() {
            const input = { lane, window, arcs, nodeName: names.node, arcName: names.arc };
            return { layout: yield* timeSeriesLayout(run, input, { width, textPx }), colours };
          },
    [run, lane, window, arcs, names, width, textPx, colours],
  );
  const drawing = useSliced(draw);
  const layout = drawing?.layout ?? null;
  const summary = useMemo(() => timeSummary(run, lane, window), [run, lane, window]);
  const setWindow = (next: readonly [number, number] | null) =>
    store.getState().changeSimulationView({ window: next });
  const endless = layout?.rows.find(({ key }) => key === 'latency')?.endlessCount ?? 0;
  return (
    <ChartFrame
      title="The run over time"
      summary={summary}
      table={() => timeTable(run, lane, window, arcs, names)}
      fileName="simulation-over-time"
      stale={stale}
      controls={
        chosenWindow !== null && (
          <Button look="quiet" title={`Shown: ${windowText(window)}`} onClick={() => setWindow(null)}>
            Show all of it
          </Button>
        )
      }
    >
      <div ref={ref} className={styles.panel}>
        <LaneLegend run={run} lane={lane} />
        {drawing !== null && layout !== null && (
          <>
            <div className={styles.stack}>
              <svg
                data-chart-part
                aria-hidden="true"
                width={layout.width}
                height={layout.height}
                className={styles.drawing}
              >
                <TimeSeriesDrawing layout={layout} colours={drawing.colours} />
              </svg>
              <TimeCursor
                run={run}
                lane={lane}
                window={layout.window}
                arcs={arcs}
                names={names}
                layout={layout}
              />
            </div>
            <WindowBrush
              run={run}
              lane={lane}
              window={chosenWindow === null ? null : window}
              left={layout.left}
              right={layout.right}
              onWindow={setWindow}
            />
          </>
        )}
        {endless > 0 && (
          <p className={styles.soft}>
            {endless === 1 ? '1 task has' : `${formatWhole(endless)} tasks have`} no plan or no end: marked at
            the top of the latency.
          </p>
        )}
        <CursorWords run={run} lane={lane} arcs={arcs} names={names} />
        <ComputingNodes run={run} lane={lane} window={window} colours={colours} nodeName={names.node} />
        <ArcPicker
          choices={choices}
          chosen={arcs}
          names={names}
          onChoose={(next) => setPicked({ of: links, arcs: next })}
        />
      </div>
    </ChartFrame>
  );
}

/** The air up, and the link that most plans use. */
function usualArcs(choices: readonly ArcPick[]): readonly ArcPick[] {
  const link = choices.find((pick) => typeof pick === 'number');
  return [
    ...(choices.includes('air-up') ? (['air-up'] as const) : []),
    ...(link === undefined ? [] : [link]),
  ];
}
