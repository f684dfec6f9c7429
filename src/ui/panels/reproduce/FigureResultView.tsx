import type { FigureResult, FigureText } from '../../../core/reproduce/types';
import { ChartFrame } from '../../charts/ChartFrame';
import { FigureChartPanel } from './charts/FigureChartPanel';
import { filePrefix } from './exportFigures';
import styles from './Reproduce.module.css';
import { madeHere, provenanceText } from './reproduceWords';

interface Props {
  readonly text: FigureText;
  readonly result: FigureResult;
}

/** The charts in the form of the paper's, and the paper's numbers beside ours. */
export function FigureResultView({ text, result }: Props) {
  const provenance = provenanceText(text, result.seed);
  const prefix = filePrefix(text.id, result);
  return (
    <>
      {result.charts.map((chart) => (
        <div key={chart.title} className={styles.chart}>
          <FigureChartPanel chart={chart} figure={text.id} provenance={provenance} filePrefix={prefix} />
        </div>
      ))}
      {result.numbers.length > 0 && (
        <div className={styles.chart}>
          <ChartFrame
            title="The paper’s numbers beside ours"
            summary={`${provenance} The paper’s are as it prints them.`}
            fileName={`${prefix}-numbers`}
            pictures={false}
            table={{
              columns: [
                { name: 'number' },
                { name: `${madeHere(text)} here` },
                { name: 'unit' },
                { name: 'paper' },
              ],
              rows: result.numbers.map(({ name, ours, paper, unit }) => [
                name,
                ours,
                unit,
                paper ?? 'not given',
              ]),
            }}
          />
        </div>
      )}
    </>
  );
}
