import type { NodeId } from '../../../../core/network/types';
import type { LaneId, SimulationRun } from '../../../../core/simulation/types';
import { useAppStore } from '../../../../state/useStore';
import { Swatch } from '../../../charts/Swatch';
import { colourValue, type NodeColour } from '../../../nodeColours';
import { hindsightTitle, laneTitle } from './laneLooks';
import styles from './RunCharts.module.css';

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
        <LineSample look="thin" dash={0} />
        {hindsightTitle}
      </li>
    </ul>
  );
}

function LineSample({ look, dash }: { readonly look: 'main' | 'thin' | 'other'; readonly dash: number }) {
  return (
    <svg width="20" height="10" aria-hidden="true">
      <line x1="0" x2="20" y1="5" y2="5" className={styles.line} data-look={look} data-dash={dash % 7} />
    </svg>
  );
}

interface NodesProps {
  readonly run: SimulationRun;
  readonly colours: ReadonlyMap<NodeId, NodeColour>;
  readonly nodeName: (node: NodeId) => string;
}

/** Nodes that run blocks in any split of the run. */
export function ComputingNodes({ run, colours, nodeName }: NodesProps) {
  const used = [...new Set(run.plans.flatMap(({ nodes }) => nodes))];
  const order = [...colours.keys()];
  return (
    <ul className={styles.legend} aria-label="Computing nodes">
      {used
        .sort((a, b) => order.indexOf(a) - order.indexOf(b))
        .map((node) => (
          <li key={node} className={styles.sample}>
            <Swatch fill={colourValue(colours.get(node) ?? 'other')} />
            {nodeName(node)}
          </li>
        ))}
    </ul>
  );
}
