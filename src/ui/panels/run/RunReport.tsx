import { useState, type Ref } from 'react';
import { blocksOf } from '../../../core/split/predictRun';
import { summariseCells } from '../../../core/split/splitStatistics';
import type { SplitReport } from '../../../state/splitRunTypes';
import { useApp } from '../../../state/useStore';
import { ChartFrame } from '../../charts/ChartFrame';
import { namesOf } from '../../errors/names';
import { nodeColours } from '../../nodeColours';
import { partsOf } from '../../../core/split/executionPlan';
import { checkWords } from './checkWords';
import { ErrorChart } from './ErrorChart';
import { isDrawn } from './errorChartLayout';
import { PartsChart } from './PartsChart';
import { cellRows, cellTable, errorPoints, partsTable } from './reportTables';
import { Note } from '../../primitives/Note';
import styles from './Run.module.css';
import {
  cellName,
  cellSummary,
  costsText,
  culpritText,
  driftText,
  provenanceText,
  summaryText,
  threadsText,
} from './runWords';

interface Props {
  readonly ref: Ref<HTMLDivElement>;
  readonly report: SplitReport;
  readonly isOld: boolean;
}

/** What was executed: one cell part by part, all cells against the prediction, and whether the results agree. */
export function RunReport({ ref, report, isOld }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const measuredHere = useApp((state) => state.measuredHere);
  const { cells, scenario, options } = report;
  const names = namesOf(scenario);
  const cell =
    cells.find(({ key }) => key === chosen) ?? cells.find(({ bandwidth }) => bandwidth === 1) ?? cells[0]!;
  const colours = nodeColours(partsOf(cell.plan).map(({ node }) => node));
  const rows = cellRows(cell, names, colours);
  const points = errorPoints(cells);
  const check = checkWords(report);
  const hasServer = cells.some(({ plan }) => partsOf(plan).some(({ node }) => node === options.edgeNode));
  const summary = summaryText(summariseCells(cells), hasServer);
  const profileS = blocksOf(report.profile, 0, report.profile.blocks.length);
  const scaled = options.speed === 'node';
  return (
    <div ref={ref} className={styles.report} data-run-report>
      {isOld && (
        <Note>The drawing has changed since: these figures belong to the plan as it was. Run it again.</Note>
      )}
      {check !== null && (
        <Note
          tone={check.verdict === 'wrong' ? 'error' : 'good'}
          role={check.verdict === 'wrong' ? 'alert' : undefined}
          data-run-check={check.verdict}
        >
          {check.text}
        </Note>
      )}
      <ChartFrame
        title={`Part by part${scaled ? ', scaled' : ''}: ${cellName(cell)}`}
        summary={[cellSummary(cell, options), culpritText(rows)].filter((text) => text !== null).join(' ')}
        table={partsTable(rows, scaled)}
        fileName="run-parts"
        stale={isOld}
        controls={
          cells.length > 1 && (
            <label className={styles.pick}>
              Cell
              <select value={cell.key} onChange={(event) => setChosen(event.target.value)}>
                {cells.map((other) => (
                  <option key={other.key} value={other.key}>
                    {cellName(other)}
                  </option>
                ))}
              </select>
            </label>
          )
        }
      >
        <PartsChart label={`Predicted and executed times, ${cellName(cell)}`} rows={rows} scaled={scaled} />
      </ChartFrame>
      <ChartFrame
        title="Prediction against execution"
        summary={summary}
        table={cellTable(cells, scaled)}
        fileName="run-cells"
        stale={isOld}
        missing={points.length - points.filter(isDrawn).length}
      >
        <ErrorChart
          label="Executed against predicted times"
          points={points}
          onChoose={setChosen}
          chosen={cell.key}
        />
      </ChartFrame>
      <div className={styles.words}>
        {[
          provenanceText(report, measuredHere),
          threadsText(report),
          driftText(report, profileS),
          costsText(report),
        ].map((text) =>
          text === null ? null : (
            <p key={text} className={styles.small}>
              {text}
            </p>
          ),
        )}
      </div>
    </div>
  );
}
