import type { TrainingOptions } from '../../../core/studies/trainingTypes';
import { ChartFrame } from '../../charts/ChartFrame';
import styles from './Extensions.module.css';
import { OptionField } from './OptionField';
import { PartsBars } from './PartsBars';
import { periodsView } from './periodsView';
import type { Training } from './trainingView';

interface Props {
  readonly answer: Training;
  /** Of the answer. */
  readonly iterations: number;
  readonly names: readonly string[];
  readonly stale: boolean;
}

/** Several periods: each split is also the place from which the next one starts. */
export function PeriodsSection({ answer, iterations, names, stale }: Props) {
  if (answer.periods === null) {
    return (
      <p className={styles.soft}>
        Several periods are not shown: the best splits would exceed a memory limit, which the minimum cut
        behind them cannot express, or the row is too long for it.
      </p>
    );
  }
  const view = periodsView(answer.periods, iterations, answer.previous, names);
  return (
    <ChartFrame
      title="Over several periods"
      summary={view.summary}
      table={view.table}
      fileName="training-periods"
      stale={stale}
    >
      <PartsBars label="Time of all periods by decision" bars={view.bars} describe={view.describe} />
    </ChartFrame>
  );
}

interface FieldsProps {
  readonly periods: TrainingOptions['periods'];
  readonly onChange: (periods: TrainingOptions['periods']) => void;
}

export function PeriodsFields({ periods, onChange }: FieldsProps) {
  return (
    <>
      <OptionField
        label="Periods"
        value={periods.count}
        whole
        min={1}
        max={12}
        onChange={(count) => onChange({ ...periods, count })}
      />
      <OptionField
        label="Their seed"
        value={periods.seed}
        whole
        min={0}
        max={4_294_967_295}
        onChange={(seed) => onChange({ ...periods, seed })}
      />
      <OptionField
        label="Slowest first link"
        value={periods.minFactor}
        min={0.001}
        max={periods.maxFactor}
        unit="× capacity"
        onChange={(minFactor) => onChange({ ...periods, minFactor })}
      />
      <OptionField
        label="Fastest first link"
        value={periods.maxFactor}
        min={periods.minFactor}
        max={1000}
        unit="× capacity"
        onChange={(maxFactor) => onChange({ ...periods, maxFactor })}
      />
    </>
  );
}
