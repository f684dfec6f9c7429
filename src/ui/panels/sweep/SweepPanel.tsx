import { useState } from 'react';
import { workloadChain } from '../../../core/model/workloadChain';
import { standAt, standsAt } from '../../../core/studies/sweepEdit';
import type { SweepOptions } from '../../../core/studies/sweepTypes';
import type { StudyResult } from '../../../state/types';
import { selectAnswer } from '../../../state/selectors';
import { selectShown, useApp, useAppStore } from '../../../state/useStore';
import { ChartFrame } from '../../charts/ChartFrame';
import { describeWorkerFailure } from '../../errors/describe';
import { StudyTroubleNote } from '../../errors/StudyTroubleNote';
import { Button } from '../../primitives/Button';
import { solutionColours } from '../../solutionColours';
import { useStudy } from '../../useStudy';
import { useLate } from '../../charts/useLate';
import { RegionLegend } from './RegionLegend';
import { regionStripes } from './RegionPattern';
import { axisKey, defaultSweep, fittingSweep } from './sweepAxes';
import { SweepAxisFields } from './SweepAxisFields';
import { SweepLinesChart } from './SweepLinesChart';
import { SweepMapChart } from './SweepMapChart';
import {
  regionNamer,
  axisLabel,
  lowerFirst,
  canSet,
  noPlan,
  sweepNotes,
  sweepSummary,
  sweepTable,
  type Swept,
} from './sweepWords';
import styles from './Sweep.module.css';

/** One or two parameters over a range: where the best plan changes, and what every strategy takes meanwhile. */
export function SweepPanel() {
  const scenario = useApp(selectShown);
  const asked = useApp(({ studies: { sweep } }) =>
    sweep.status === 'idle' ? null : (sweep.last?.options ?? null),
  );
  // What was swept before the tab was left; null: what suits the document.
  const [chosen, setChosen] = useState<SweepOptions | null>(asked);
  const options = (chosen === null ? null : fittingSweep(scenario, chosen)) ?? defaultSweep(scenario);
  if (options === null)
    return <p className={styles.soft}>There is nothing to sweep yet: draw a link or give a node a device.</p>;
  const isMap = options.y !== null;
  return (
    <div className={styles.panel}>
      <div className={styles.fields}>
        <SweepAxisFields
          scenario={scenario}
          name="Sweep"
          axis={options.x}
          taken={options.y}
          isMap={isMap}
          isOptional={false}
          onChange={(x) => x !== null && setChosen({ ...options, x })}
        />
        <SweepAxisFields
          scenario={scenario}
          name="against"
          axis={options.y}
          taken={options.x}
          isMap
          isOptional
          onChange={(y) => setChosen(withSecond(options, y))}
        />
      </div>
      <Answered options={options} />
    </div>
  );
}

/** A map has fewer columns than a line has points. */
function withSecond({ x }: SweepOptions, y: SweepOptions['y']): SweepOptions {
  return { x: y === null ? x : { ...x, steps: Math.min(x.steps, 60) }, y };
}

function Answered({ options }: { readonly options: SweepOptions }) {
  const store = useAppStore();
  const state = useStudy('sweep', options);
  const late = useLate(state.status === 'running');
  const last = state.status === 'idle' ? null : state.last;
  return (
    <>
      {state.status === 'failed' && (
        <p role="alert" className={styles.failed}>
          {describeWorkerFailure(state.failure).title}{' '}
          <Button onClick={() => store.getState().study('sweep', options)}>Retry</Button>
        </p>
      )}
      {late && state.status === 'running' && state.progress !== null && (
        <progress className={styles.progress} value={state.progress} aria-label="Sweeping" />
      )}
      {last === null ? (
        <p className={styles.soft}>Sweeping the scenario.</p>
      ) : last.answer.kind === 'trouble' ? (
        <StudyTroubleNote scenario={last.scenario} trouble={last.answer.trouble} stale={late} />
      ) : (
        <Chart last={last} answer={last.answer} stale={late} />
      )}
    </>
  );
}

interface ChartProps {
  readonly last: StudyResult<'sweep'>;
  readonly answer: Swept;
  readonly stale: boolean;
}

function Chart({ last, answer, stale }: ChartProps) {
  const store = useAppStore();
  const shown = useApp(selectShown);
  const solution = useApp(selectAnswer)?.solution;
  const height = Math.max(240, useApp((state) => state.view.dockHeightPx) - 150);
  const { scenario, options } = last;
  const { x, y } = options;
  const blockCount = workloadChain(scenario.workload).blocks.length;
  const colours = solution === undefined ? new Map<never, never>() : solutionColours(solution);
  const stripes = answer.regions.map((region) => regionStripes(region, colours, blockCount));
  const regionName = regionNamer(scenario, answer);
  const shared = { height, stripes, regionName };
  const set = (xValue: number, yValue: number | null) =>
    store.getState().edit((document) => {
      const there = standAt(document, x.parameter, rounded(xValue));
      return y === null || yValue === null ? there : standAt(there, y.parameter, rounded(yValue));
    });
  const settable = canSet(shown, options);
  const xNow = standsAt(shown, x.parameter);
  const yNow = y === null ? null : standsAt(shown, y.parameter);
  const title = `Sweep: ${axisLabel(scenario, x.parameter)}${y === null ? '' : ` and ${lowerFirst(axisLabel(scenario, y.parameter))}`}`;
  return (
    <ChartFrame
      title={title}
      summary={sweepSummary(scenario, options, answer)}
      table={sweepTable(scenario, options, answer)}
      fileName="sweep"
      stale={stale}
    >
      {answer.kind === 'lines' ? (
        <SweepLinesChart
          {...shared}
          label={title}
          answer={answer}
          axis={x}
          now={within(xNow, answer.xs)}
          onSet={settable ? (value) => set(value, null) : null}
        />
      ) : (
        y !== null && (
          <SweepMapChart
            {...shared}
            key={axisKey(y.parameter)}
            label={title}
            answer={answer}
            axes={{ x, y }}
            now={nowOn(within(xNow, answer.xs), within(yNow, answer.ys))}
            onSet={settable ? set : null}
          />
        )
      )}
      <RegionLegend entries={legendOf(answer, stripes, regionName)} />
      <ul className={styles.notes}>
        {sweepNotes(scenario, options, answer).map((note) => (
          <li key={note}>{note}</li>
        ))}
        {settable && <li>Click a point, or press Enter on it, to move the scenario there.</li>}
      </ul>
    </ChartFrame>
  );
}

/** The values of a chart are unrounded; a document gets what a person would have typed. */
const rounded = (value: number): number => Number(value.toPrecision(4));

function within(value: number | null, values: readonly number[]): number | null {
  return value !== null && value >= values[0]! && value <= values.at(-1)! ? value : null;
}

const nowOn = (x: number | null, y: number | null) => (x === null || y === null ? null : { x, y });

/** Every plan on the chart by its number; none where there is none. */
function legendOf(
  answer: Swept,
  stripes: readonly ReturnType<typeof regionStripes>[],
  regionName: (index: number) => string,
) {
  const met = new Set<number>(
    [answer.region, answer.breakpoints]
      .flat(2)
      .flatMap((entry) => (typeof entry === 'number' ? [entry] : [entry.below, entry.above])),
  );
  return [...met]
    .sort((a, b) => (a < 0 ? 1 : b < 0 ? -1 : a - b))
    .map((region) => ({
      region,
      name: region < 0 ? noPlan : regionName(region),
      stripes: region < 0 ? null : stripes[region]!,
    }));
}
