import { isMethodId } from '../../../state/selectors';
import { useApp } from '../../../state/useStore';
import { ChartFrame } from '../../charts/ChartFrame';
import { TimelineChart } from '../../charts/TimelineChart';
import { namesOf } from '../../errors/names';
import { shownPlanName } from '../../explain/strategyNames';
import { Waiting } from './Waiting';
import { timelineView } from './timelineView';
import { useShown, type Shown } from './useShown';
import styles from './Dock.module.css';

/** One inference of the shown plan, in time. */
export function TimelinePanel() {
  const shown = useShown();
  return shown === null ? <Waiting /> : <Timeline shown={shown} />;
}

function Timeline({ shown }: { shown: Shown }) {
  const shownPlan = useApp((state) => state.view.shownPlan);
  const studied = useApp((state) => state.view.studied);
  const measuredHere = useApp((state) => state.measuredHere);
  const { scenario, solution, plan, colours, stale } = shown;
  if (plan === null) {
    return (
      <p className={styles.soft}>
        {isMethodId(shownPlan)
          ? 'Working out the chosen method.'
          : 'The chosen strategy does not work here: choose another one in Compare.'}
      </p>
    );
  }
  const view = timelineView(scenario, plan, colours, measuredHere);
  return (
    <div className={styles.panel}>
      <ChartFrame
        title={`One inference: ${shownPlanName(shownPlan, studied, solution, namesOf(scenario))}`}
        summary={view.summary}
        table={view.table}
        fileName="timeline"
        stale={stale}
        missing={view.bars.filter((bar) => !Number.isFinite(bar.startS + bar.seconds)).length}
      >
        <TimelineChart label="One inference from start to end" bars={view.bars} describe={view.describe} />
      </ChartFrame>
    </div>
  );
}
