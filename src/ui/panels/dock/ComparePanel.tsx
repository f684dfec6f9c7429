import { useApp, useAppStore } from '../../../state/useStore';
import { ChartFrame } from '../../charts/ChartFrame';
import { CompareChart } from '../../charts/CompareChart';
import { NodeLegend } from '../../charts/NodeLegend';
import { Waiting } from './Waiting';
import { compareView, type ShownId } from './compareView';
import { useShown, type Shown } from './useShown';
import styles from './Dock.module.css';

/** Every strategy against the best split. Choosing a bar draws its plan on the canvas and in the timeline. */
export function ComparePanel() {
  const shown = useShown();
  return shown === null ? <Waiting /> : <Compare shown={shown} />;
}

function Compare({ shown }: { shown: Shown }) {
  const store = useAppStore();
  const shownPlan = useApp((state) => state.view.shownPlan);
  const measuredHere = useApp((state) => state.measuredHere);
  const { scenario, solution, colours, stale } = shown;
  const view = compareView(scenario, solution, colours, measuredHere);
  const chosen = shownPlan === 'own' && solution.own === null ? 'best' : shownPlan;
  const show = (id: string) => {
    const bar = view.bars.find((other) => other.id === id);
    if (bar !== undefined) store.getState().changeView({ shownPlan: id as ShownId });
  };
  return (
    <div className={styles.panel}>
      <ChartFrame
        title="Strategies, fastest first"
        summary={view.summary}
        table={view.table}
        fileName="compare"
        stale={stale}
        missing={view.bars.filter((bar) => !Number.isFinite(bar.totalS)).length}
      >
        {view.bars.length > 0 && (
          <>
            <CompareChart
              label="Strategies: choose the plan to show"
              bars={view.bars}
              shown={chosen}
              onShow={show}
              describe={view.describe}
            />
            <NodeLegend nodes={view.legend} />
          </>
        )}
      </ChartFrame>
      {view.infeasible.length > 0 && (
        <section aria-labelledby="not-possible">
          <h3 id="not-possible">Not possible here</h3>
          <ul className={styles.reasons}>
            {view.infeasible.map(({ id, name, reason }) => (
              <li key={id}>
                <strong>{name}:</strong> {reason.title} {reason.action}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
