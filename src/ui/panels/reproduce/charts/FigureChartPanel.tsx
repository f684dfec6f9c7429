import { useMemo, type ReactNode } from 'react';
import { fileSlug } from '../../../../core/fileSlug';
import type { FigureChart, FigureId } from '../../../../core/reproduce/types';
import { ChartFrame } from '../../../charts/ChartFrame';
import { useSize } from '../../../charts/useSize';
import { BarsDrawing } from './BarsDrawing';
import { barsLayout } from './barsLayout';
import { BoxesDrawing } from './BoxesDrawing';
import { boxesLayout } from './boxesLayout';
import { chartTableOf, missingIn } from './chartTables';
import { chartSummary } from './chartWords';
import { CurvesDrawing } from './CurvesDrawing';
import { curvesOf } from './curves';
import { curvesLayout } from './curvesLayout';
import styles from './FigureCharts.module.css';
import type { Together } from './together';

/** A table is no drawing: `FigureTable`. */
type DrawnChart = Exclude<FigureChart, { kind: 'table' }>;

interface Props {
  readonly chart: DrawnChart;
  readonly figure: FigureId;
  /** "Simulated here from seed 1." */
  readonly provenance: string;
  /** Of the figure and what it was run with: the file's name begins so. */
  readonly filePrefix: string;
}

/** A chart of a figure, in the form that the paper's has. */
export function FigureChartPanel({ chart, figure, provenance, filePrefix }: Props) {
  const [ref, { width, textPx }] = useSize<HTMLDivElement>();
  const size = useMemo(() => ({ width, textPx }), [width, textPx]);
  const isMeasured = width > 0;
  const { view, isLog, together } = useMemo(
    () => (isMeasured ? viewOf(chart, size) : unseen),
    [chart, isMeasured, size],
  );
  const sentence = useMemo(() => chartSummary(chart, { isLog, together }), [chart, isLog, together]);
  return (
    <ChartFrame
      title={chart.title}
      lead={<p className={styles.provenance}>{provenance}</p>}
      summary={sentence}
      table={() => chartTableOf(chart)}
      fileName={`${filePrefix}-${fileSlug(chart.title, chart.kind)}`}
      missing={missingIn(chart)}
      caption={`Figure ${figure}. ${provenance.replace('here', 'by Splitscape')}`}
    >
      <div ref={ref} className={styles.panel} data-chart-kind={chart.kind}>
        {view}
      </div>
    </ChartFrame>
  );
}

interface Size {
  readonly width: number;
  readonly textPx: number;
}

interface Seen {
  readonly view: ReactNode;
  /** Values stand in decades. */
  readonly isLog: boolean;
  readonly together: readonly Together[];
}

const unseen: Seen = { view: null, isLog: false, together: [] };

function viewOf(chart: DrawnChart, size: Size): Seen {
  switch (chart.kind) {
    case 'lines':
    case 'cdf': {
      const data = curvesOf(chart);
      const layout = curvesLayout(data, size);
      return {
        view: <CurvesDrawing title={chart.title} data={data} layout={layout} />,
        isLog: layout.scales.y === 'log' || (chart.kind === 'cdf' && layout.scales.x === 'log'),
        together: layout.together,
      };
    }
    case 'bars': {
      const layout = barsLayout(chart, size);
      return {
        ...unseen,
        view: <BarsDrawing chart={chart} layout={layout} />,
        isLog: layout.scale === 'log',
      };
    }
    case 'boxes': {
      const layout = boxesLayout(chart, size);
      return {
        ...unseen,
        view: <BoxesDrawing chart={chart} layout={layout} />,
        isLog: layout.scale === 'log',
      };
    }
  }
}
