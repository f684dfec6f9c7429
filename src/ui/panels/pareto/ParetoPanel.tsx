import { useState } from 'react';
import type { StudyResult } from '../../../state/types';
import { selectShown, useApp, useAppStore } from '../../../state/useStore';
import type { ScaleKind } from '../../charts/scales';
import { describeWorkerFailure } from '../../errors/describe';
import { Button } from '../../primitives/Button';
import { useStudy } from '../../useStudy';
import { AxisPicker } from './AxisPicker';
import { MissingCriterion } from './MissingCriterion';
import { clearestAxis } from './paretoAxis';
import { ParetoFront } from './ParetoFront';
import type { ParetoAxes } from './paretoView';
import styles from './Pareto.module.css';
import { useLate } from '../../charts/useLate';

/** Every plan that nothing beats, limits to drag over them, and what the methods answer. */
export function ParetoPanel() {
  const store = useAppStore();
  const minimise = useApp((state) => selectShown(state).goals.minimise);
  // null: what the document minimises.
  const [chosenAxes, setAxes] = useState<ParetoAxes | null>(null);
  const [chosenScale, setScale] = useState<ScaleKind | null>(null);
  const axes = chosenAxes ?? { y: minimise === 'latency' ? 'ue-energy' : minimise, third: null };
  const options = {
    criteria: ['latency', axes.y, ...(axes.third === null ? [] : [axes.third])],
  } as const;
  const front = useStudy('front', options);
  const methods = useStudy('methods', {});
  const isLate = useLate(front.status === 'running');
  const last = front.status === 'idle' ? null : front.last;
  const scale = chosenScale ?? clearestScale(last);
  const picker = (
    <AxisPicker
      axes={axes}
      onChange={setAxes}
      isLog={scale === 'log'}
      onLog={(isLog) => setScale(isLog ? 'log' : 'linear')}
    />
  );
  if (front.status === 'failed') {
    const { title, action } = describeWorkerFailure(front.failure);
    return (
      <div className={styles.panel} role="alert">
        <p>
          <strong>{title}</strong> {action}
        </p>
        <div>
          <Button onClick={() => store.getState().study('front', options)}>Try again</Button>
        </div>
      </div>
    );
  }
  if (last === null || !last.options.criteria.includes(axes.y)) {
    return <p className={styles.soft}>Working out every plan that no other plan beats.</p>;
  }
  const why = last.answer.unavailable[axes.y];
  if (why !== undefined) {
    return (
      <div className={styles.panel}>
        <div className={styles.tools}>{picker}</div>
        <MissingCriterion criterion={axes.y} why={why} />
      </div>
    );
  }
  return (
    <ParetoFront
      result={last}
      methods={methods.status === 'idle' ? null : (methods.last?.answer ?? null)}
      axes={axes}
      scale={scale}
      picker={picker}
      stale={isLate}
      onMissing={(third) => setAxes({ y: third, third: null })}
    />
  );
}

function clearestScale(last: StudyResult<'front'> | null): ScaleKind {
  const points = last?.answer.points ?? [];
  const kinds = [0, 1].map((index) => clearestAxis(points.map(({ values }) => values[index] ?? Number.NaN)));
  return kinds.includes('log') ? 'log' : 'linear';
}
