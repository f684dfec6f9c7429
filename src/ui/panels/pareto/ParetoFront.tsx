import { useState, type ReactNode } from 'react';
import type { NodeId } from '../../../core/network/types';
import type { MethodsAnswer } from '../../../core/studies/methodsTypes';
import { selectAnswer } from '../../../state/selectors';
import type { StudyResult } from '../../../state/types';
import { selectShown, useApp } from '../../../state/useStore';
import { ChartFrame } from '../../charts/ChartFrame';
import type { ScaleKind } from '../../charts/scales';
import { Button } from '../../primitives/Button';
import type { NodeColour } from '../../nodeColours';
import { solutionColours } from '../../solutionColours';
import { criterionTexts, limitOf, type OtherCriterion } from './criterionTexts';
import { EnergySources } from './EnergySources';
import { limitEditing } from './goalEdits';
import { GoalsTable } from './GoalsTable';
import { MethodReasons } from './MethodReasons';
import { ParetoChart } from './ParetoChart';
import { ParetoLegend } from './ParetoLegend';
import { paretoView, pointTitle, type ParetoAxes } from './paretoView';
import styles from './Pareto.module.css';
import { strategyPoints } from './strategyPoints';
import { useDrawnPoint } from './useDrawnPoint';
import { verdict } from './verdict';

interface Props {
  readonly result: StudyResult<'front'>;
  readonly methods: MethodsAnswer | null;
  readonly axes: ParetoAxes;
  readonly scale: ScaleKind;
  readonly picker: ReactNode;
  readonly stale: boolean;
  /** A third criterion that is not known was asked for, and the visitor wants to set it. */
  readonly onMissing: (third: OtherCriterion) => void;
}

const noColours: ReadonlyMap<NodeId, NodeColour> = new Map();

/** The chart with its sentence, and the table of goals and methods. */
export function ParetoFront({ result, methods, axes, scale, picker, stale, onMissing }: Props) {
  const goals = useApp((state) => selectShown(state).goals);
  const solution = useApp((state) => selectAnswer(state)?.solution ?? null);
  const dockHeight = useApp((state) => state.view.dockHeightPx);
  const [withStrategies, setWithStrategies] = useState(true);
  const { scenario, answer } = result;
  const third = axes.third !== null && answer.criteria.includes(axes.third) ? axes.third : null;
  const shownAxes = { y: axes.y, third };
  const colours = solution === null ? noColours : solutionColours(solution);
  const strategies = withStrategies ? strategyPoints(solution, methods, answer.points, axes.y) : [];
  const view = paretoView({ scenario, answer, strategies, colours }, shownAxes);
  const { chosen, choose } = useDrawnPoint(view, scenario, axes.y);
  const within = methods?.methods.find(({ method }) => method === 'within-limits')?.outcome;
  const proven = answer.complete && (within?.kind !== 'plan' || within.proven);
  const isOldEmpty = stale && answer.points.length === 0;
  const { name, phrase } = criterionTexts[axes.y];
  return (
    <div className={styles.panel}>
      <ChartFrame
        title={`Latency against ${phrase}`}
        summary={isOldEmpty ? `Before the change: ${view.summary}` : view.summary}
        lead={<p>{isOldEmpty ? 'A new answer is on its way.' : verdict(goals, answer, proven).join(' ')}</p>}
        table={view.table}
        fileName="pareto"
        stale={stale}
        missing={view.points.filter(({ y }) => !Number.isFinite(y)).length}
        controls={picker}
      >
        {answer.points.length > 0 && (
          <>
            <ParetoChart
              label={`Plans by latency and ${phrase}`}
              data={{
                points: view.points,
                marks: view.marks,
                limits: { x: limitOf(goals.limits, 'latency'), y: limitOf(goals.limits, axes.y) },
                scale: { x: scale, y: scale },
                formatX: criterionTexts.latency.format,
                formatY: criterionTexts[axes.y].format,
              }}
              axisNames={{ x: 'Latency', y: name }}
              limitNames={{ x: 'latency', y: phrase }}
              height={Math.max(300, dockHeight - 60)}
              chosen={chosen}
              onChoose={choose}
              describe={view.describe}
              editing={{ x: limitEditing('latency'), y: limitEditing(axes.y) }}
            />
            <ParetoLegend
              view={view}
              axes={shownAxes}
              withStrategies={withStrategies}
              onStrategies={setWithStrategies}
            />
          </>
        )}
        {chosen !== null && (
          <p role="status" className={styles.small}>
            On the canvas: {pointTitle(view.pointOf(chosen)!, axes.y)}. {view.describe(chosen).lines[0]}.
          </p>
        )}
      </ChartFrame>
      {axes.third !== null && third === null && !stale && (
        <p className={styles.small}>
          {criterionTexts[axes.third].name} is not known, so it is not shown.{' '}
          <Button look="quiet" onClick={() => onMissing(axes.third!)}>
            Set it
          </Button>
        </p>
      )}
      <GoalsTable
        goals={goals}
        answer={answer}
        chosen={chosen === null ? null : view.pointOf(chosen)!.measures}
      />
      <MethodReasons scenario={scenario} methods={methods} />
      <p className={styles.small}>
        Eq. 11 adds up latency in ms, energies in mJ, bytes in kB and leakage, each times its weight. Eq. 12
        adds 1 ÷ (limit − part) to what is minimised, for each limit on something else and every part of a
        plan (a hop and the blocks after it), so that a plan can break a limit that none of its parts breaks.
        Best within limits minimises what is marked and keeps every limit; it is exact unless the sentence
        above says estimated.
      </p>
      <EnergySources />
    </div>
  );
}
