import { useApp, useAppStore } from '../../../../state/useStore';
import { ChartFrame } from '../../../charts/ChartFrame';
import { forecastText } from '../forecastWords';
import { laneTitle } from './laneLooks';
import type { RunProps } from './runProps';
import styles from './SummaryTable.module.css';
import { bestLanes, bestNote, runSummary, summaryColumns, summaryTable, summaryText } from './summaryView';
import { WideTable } from '../../../primitives/WideTable';

const leastSign = '▾';

/** A row a lane; the least of each column is marked. */
export function SummaryTable({ run, scenario, stale }: RunProps) {
  const store = useAppStore();
  const lane = useApp((state) => state.simulation.lane);
  const { summaries } = run;
  const notes = [forecastText(run, scenario), bestNote(run, scenario)].filter((note) => note !== null);
  const bests = summaryColumns.map((column) => bestLanes(summaries, column));
  return (
    <ChartFrame
      title="Strategies side by side"
      summary={runSummary(run)}
      table={summaryTable(summaries)}
      fileName="simulation-strategies"
      stale={stale}
      pictures={false}
      toTable={false}
    >
      <WideTable label="Figures of every strategy">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Strategy</th>
              {summaryColumns.map(({ key, name, formula }) => (
                <th key={key} scope="col" title={formula}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {summaries.map((summary) => (
              <tr key={summary.lane} data-shown={summary.lane === lane}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.lane}
                    aria-pressed={summary.lane === lane}
                    title="Show its splits on the plan and in the charts"
                    onClick={() => store.getState().changeSimulationView({ lane: summary.lane })}
                  >
                    {laneTitle(summary.lane)}
                  </button>
                </th>
                {summaryColumns.map((column, index) => {
                  const isKnown = typeof summary[column.key] === 'number';
                  const text = summaryText(summary, column);
                  const isBest = bests[index]!.has(summary.lane);
                  return (
                    <td key={column.key} data-best={isBest} data-known={isKnown} title={column.formula}>
                      {text}
                      {isBest && (
                        <>
                          <span aria-hidden="true" className={styles.mark}>
                            {leastSign}
                          </span>
                          <span className="visually-hidden">, least</span>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className={styles.note}>
        {leastSign} and bold: the least of a column; several where they are equal to the digits shown.
      </p>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </ChartFrame>
  );
}
