import { useState } from 'react';
import type { MethodsAnswer } from '../../../core/studies/methodsTypes';
import { samePlaces } from '../../../state/solverInput';
import type { StudyState } from '../../../state/types';
import { useApp, useAppStore } from '../../../state/useStore';
import { ChartFrame } from '../../charts/ChartFrame';
import { CompareChart } from '../../charts/CompareChart';
import { NodeLegend } from '../../charts/NodeLegend';
import { describeWorkerFailure } from '../../errors/describe';
import { groupOf, wayGroups, type WayGroup, type WayId } from '../../explain/methodTexts';
import { Button } from '../../primitives/Button';
import { useStudy } from '../../useStudy';
import { Waiting } from './Waiting';
import { WayPicker } from './WayPicker';
import { compareView, type CompareView, type ShownId } from './compareView';
import { useShown, type Shown } from './useShown';
import { methodsOf, unknownNotes, wayRows } from './wayRows';
import styles from './Dock.module.css';

/** Every way to split against the best one. Choosing one draws its plan on the canvas and in the timeline. */
export function ComparePanel() {
  const shown = useShown();
  return shown === null ? <Waiting /> : <Compare shown={shown} />;
}

type GroupId = WayGroup['id'];

function Compare({ shown }: { shown: Shown }) {
  const store = useAppStore();
  const shownPlan = useApp((state) => state.view.shownPlan);
  const measuredHere = useApp((state) => state.measuredHere);
  const study = useStudy('methods', {});
  const [chosen, setGroups] = useState<ReadonlySet<GroupId>>(new Set(['one-frame']));
  const { scenario, solution, colours, stale } = shown;
  const methods = answerFor(shown, study);
  const drawn = shownPlan === 'own' && solution.own === null ? 'best' : shownPlan;
  // What is drawn is always among the bars.
  const groups = drawn === 'own' || drawn === 'studied' ? chosen : new Set([...chosen, groupOf(drawn)]);
  const view = compareView(scenario, solution, colours, measuredHere, methodsOf(methods, groups));
  const show = (id: ShownId | WayId) => store.getState().changeView({ shownPlan: id });
  return (
    <div className={styles.panel}>
      <ChartFrame
        title="Strategies, fastest first"
        summary={view.summary}
        table={view.table}
        fileName="compare"
        stale={stale}
        missing={view.bars.filter((bar) => !Number.isFinite(bar.totalS)).length}
        controls={<GroupButtons chosen={groups} onChange={setGroups} />}
      >
        {view.bars.length > 0 && (
          <>
            <CompareChart
              label="Strategies: choose the plan to show"
              bars={view.bars}
              shown={drawn}
              onShow={(id) => {
                if (view.bars.some((bar) => bar.id === id)) show(id as ShownId);
              }}
              describe={view.describe}
            />
            <NodeLegend nodes={view.legend} />
          </>
        )}
      </ChartFrame>
      <Impossible entries={view.infeasible} />
      {study.status === 'failed' && (
        <p role="alert">
          {describeWorkerFailure(study.failure).title}{' '}
          <Button onClick={() => store.getState().study('methods', {})}>Retry</Button>
        </p>
      )}
      <WayPicker
        groups={wayRows(scenario, solution, methods)}
        shown={drawn}
        onShow={show}
        notes={methods === null ? [] : unknownNotes(scenario, methods)}
      />
    </div>
  );
}

/** The methods' answer, if it is of the network on screen. */
function answerFor({ scenario }: Shown, study: StudyState<'methods'>): MethodsAnswer | null {
  const last = study.status === 'idle' ? null : study.last;
  return last !== null && samePlaces(last.scenario, scenario) ? last.answer : null;
}

interface GroupProps {
  readonly chosen: ReadonlySet<GroupId>;
  readonly onChange: (groups: ReadonlySet<GroupId>) => void;
}

/** Which methods stand beside the strategies. */
function GroupButtons({ chosen, onChange }: GroupProps) {
  const toggled = (id: GroupId): ReadonlySet<GroupId> => {
    const groups = new Set(chosen);
    if (!groups.delete(id)) groups.add(id);
    return groups;
  };
  return (
    <span role="group" aria-label="Methods beside the strategies" className={styles.groups}>
      {wayGroups
        .filter(({ id }) => id !== 'one-frame')
        .map(({ id, title }) => (
          <Button key={id} look="quiet" aria-pressed={chosen.has(id)} onClick={() => onChange(toggled(id))}>
            {title}
          </Button>
        ))}
    </span>
  );
}

function Impossible({ entries }: { readonly entries: CompareView['infeasible'] }) {
  return entries.length === 0 ? null : (
    <section aria-labelledby="not-possible">
      <h3 id="not-possible">Not possible here</h3>
      <ul className={styles.reasons}>
        {entries.map(({ id, name, reason }) => (
          <li key={id}>
            <strong>{name}:</strong> {reason.title} {reason.action}
          </li>
        ))}
      </ul>
    </section>
  );
}
