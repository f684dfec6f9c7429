import type { FigureResult, FigureText } from '../../../core/reproduce/types';
import { FigureChartPanel } from './charts/FigureChartPanel';
import { filePrefix } from './exportFigures';
import { FigureTable } from './FigureTable';
import { NumbersTable } from './NumbersTable';
import styles from './Figure.module.css';
import { provenanceText } from './reproduceWords';

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
          {chart.kind === 'table' ? (
            <FigureTable chart={chart} provenance={provenance} filePrefix={prefix} />
          ) : (
            <FigureChartPanel chart={chart} figure={text.id} provenance={provenance} filePrefix={prefix} />
          )}
        </div>
      ))}
      {result.numbers.length > 0 && (
        <div className={styles.chart}>
          <NumbersTable text={text} result={result} />
        </div>
      )}
    </>
  );
}
