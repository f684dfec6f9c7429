import { selectShownReason } from '../../../state/selectors';
import { useApp } from '../../../state/useStore';
import { ChartFrame } from '../../charts/ChartFrame';
import { TimelineChart } from '../../charts/TimelineChart';
import { namesOf } from '../../errors/names';
import { shownPlanName } from '../../explain/strategyNames';
import { Waiting } from './Waiting';
import { noTimeline, timelineView } from './timelineView';
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
  const reason = useApp(selectShownReason);
  const { scenario, solution, plan, colours, stale } = shown;
  const names = namesOf(scenario);
  if (plan === null) {
    const name = shownPlanName(shownPlan, studied, solution, names);
    return <p className={styles.soft}>{noTimeline(name, reason, names)}</p>;
  }
  const view = timelineView(scenario, plan, colours, measuredHere);
  return (
    <div className={styles.panel}>
      <ChartFrame
        title={`One inference: ${shownPlanName(shownPlan, studied, solution, names)}`}
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
