import { useMemo } from 'react';
import { predictorDescriptions } from '../../../../core/prediction/describePredictors';
import { predictorKinds, type PredictionSettings as Prediction } from '../../../../core/prediction/types';
import { Button } from '../../../primitives/Button';
import { forecastRemedy } from '../forecastRemedy';
import { horizonText } from '../forecastWords';
import styles from '../Simulate.module.css';
import { useShownRun } from '../useShownRun';
import { ChoiceSetting } from './ChoiceSetting';
import { NumberSetting } from './NumberSetting';
import { useSettings } from './useSettings';

const kinds = predictorKinds.map((kind) => [kind, predictorDescriptions[kind].name] as const);

/** What a strategy believes that capacities will be. With a prediction there is one strategy more: the best split on forecasts. */
export function PredictionSettings() {
  const [settings, changeAll] = useSettings();
  const last = useShownRun();
  const { prediction } = settings;
  const change = (patch: Partial<Prediction>) => changeAll({ prediction: patch });
  const isForecast = prediction.kind !== 'last';
  const horizon = useMemo(
    () => (isForecast ? horizonText(last, settings) : null),
    [isForecast, last, settings],
  );
  const isAtStart = settings.decision === 'at-start';
  const remedy = useMemo(() => forecastRemedy(last, settings), [last, settings]);
  const { does, source, uses } = predictorDescriptions[prediction.kind];
  return (
    <>
      <ChoiceSetting
        label="Forecast"
        value={prediction.kind}
        choices={kinds}
        help={`${does} ${source}${isForecast ? ' It decides in a lane of its own: the best split on forecasts.' : ''}`}
        origin="ours"
        onChange={(kind) => change({ kind })}
      />
      {uses
        .filter((name) => !(isAtStart && name === 'gapTasks'))
        .map((name) => (
          <NumberSetting
            key={name}
            name={name}
            value={prediction[name]}
            onCommit={(value) => change({ [name]: value })}
          />
        ))}
      {horizon !== null && <p className={styles.small}>{horizon}</p>}
      {remedy !== null && (
        <>
          <Button className={styles.longText} onClick={() => changeAll(remedy.patch)}>
            {remedy.label}
          </Button>
          <p className={styles.small}>{remedy.says}</p>
        </>
      )}
    </>
  );
}
