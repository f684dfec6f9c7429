import { useMemo } from 'react';
import type { NodeId } from '../../../../core/network/types';
import type { LaneId, SimulationRun } from '../../../../core/simulation/types';
import { useAppStore } from '../../../../state/useStore';
import { Swatch } from '../../../charts/Swatch';
import { colourValue, type NodeColour } from '../../../nodeColours';
import { dashCount, hindsightTitle, laneTitle, type LineLook } from './laneLooks';
import styles from './RunCharts.module.css';
import type { Window } from './timeSeriesTypes';
import { usedNodes } from './usedNodes';

interface Props {
  readonly run: SimulationRun;
  readonly lane: LaneId;
}

/** Which dash is which lane; a press chooses the lane whose splits are painted. */
export function LaneLegend({ run, lane }: Props) {
  const store = useAppStore();
  return (
    <ul className={styles.legend} aria-label="Strategies">
      {run.tasks.lanes.map((log, dash) => (
        <li key={log.lane}>
          <button
            type="button"
            className={styles.lane}
            aria-pressed={log.lane === lane}
            title="Show its splits on the plan and in the charts"
            onClick={() => store.getState().changeSimulationView({ lane: log.lane })}
          >
            <LineSample look={log.lane === lane ? 'main' : 'other'} dash={dash} />
            {laneTitle(log.lane)}
          </button>
        </li>
      ))}
      <li className={styles.sample}>
        <LineSample look="bound" dash={0} />
        {hindsightTitle}, on top of the others
      </li>
    </ul>
  );
}

/** Two periods of the longest dash. */
const samplePx = 48;

function LineSample({ look, dash }: { readonly look: LineLook; readonly dash: number }) {
  return (
    <svg width={samplePx} height="10" className={styles.lineSample} aria-hidden="true">
      <path
        d={`M2 5H${samplePx - 2}`}
        className={styles.line}
        data-look={look}
        data-dash={dash % dashCount}
      />
    </svg>
  );
}

interface NodesProps extends Props {
  readonly window: Window;
  readonly colours: ReadonlyMap<NodeId, NodeColour>;
  readonly nodeName: (node: NodeId) => string;
}

/** Nodes that run blocks of the lane in the window that is shown. */
export function ComputingNodes({ run, lane, window, colours, nodeName }: NodesProps) {
  const used = useMemo(() => usedNodes(run, lane, window), [run, lane, window]);
  return (
    <ul className={styles.legend} aria-label="Computing nodes">
      {used.map((node) => (
        <li key={node} className={styles.sample}>
          <Swatch fill={colourValue(colours.get(node) ?? 'other')} />
          {nodeName(node)}
        </li>
      ))}
    </ul>
  );
}
