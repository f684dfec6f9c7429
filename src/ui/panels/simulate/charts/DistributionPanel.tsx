import { useMemo } from 'react';
import { useApp } from '../../../../state/useStore';
import { ChartFrame } from '../../../charts/ChartFrame';
import { useSize } from '../../../charts/useSize';
import { DistributionDrawing } from './DistributionDrawing';
import { distributionLayout } from './distributionLayout';
import { distributionSummary, distributionTable, distributionsOf } from './distributionView';
import { LaneLegend } from './LaneLegend';
import styles from './RunCharts.module.css';
import type { RunProps } from './runProps';
import { shownWindow } from './timeSeriesLayout';

/** How long tasks take, as cumulative curves and as boxes, in the stretch that is shown. */
export function DistributionPanel({ run, stale }: RunProps) {
  const lane = useApp((state) => state.simulation.lane);
  const chosen = useApp((state) => state.simulation.window);
  const window = useMemo(() => shownWindow(run, chosen), [run, chosen]);
  const distributions = useMemo(() => distributionsOf(run, window), [run, window]);
  const [ref, { width, textPx }] = useSize<HTMLDivElement>();
  const layout = useMemo(
    () => (width === 0 ? null : distributionLayout(distributions, lane, { width, textPx })),
    [distributions, lane, width, textPx],
  );
  return (
    <ChartFrame
      title="How long tasks take"
      summary={distributionSummary(distributions, lane, window)}
      table={distributionTable(distributions)}
      fileName="simulation-latencies"
      stale={stale}
    >
      <div ref={ref} className={styles.panel}>
        <LaneLegend run={run} lane={lane} />
        {layout !== null && <DistributionDrawing layout={layout} distributions={distributions} />}
      </div>
    </ChartFrame>
  );
}
