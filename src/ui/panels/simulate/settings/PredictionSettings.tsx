import type { PredictionSettings as Prediction, PredictorKind } from '../../../../core/prediction/types';
import { ChoiceSetting } from './ChoiceSetting';
import { NumberSetting } from './NumberSetting';
import type { settingTexts } from './settingTexts';
import { useSettings } from './useSettings';

const kinds: readonly (readonly [PredictorKind, string])[] = [
  ['last', 'none: the last value'],
  ['ewma', 'weighted mean (EWMA)'],
  ['harmonic', 'harmonic mean'],
  ['rls', 'recursive least squares'],
  ['ar', 'autoregression'],
  ['perfect', 'perfect'],
  ['perfect-with-error', 'perfect with an error'],
];

type OwnField = Exclude<keyof Prediction, 'kind' | 'gapTasks'>;

/** What each kind can be told beside its horizon. */
const fieldsOf: Readonly<Record<PredictorKind, readonly (OwnField & keyof typeof settingTexts)[]>> = {
  last: [],
  ewma: ['ewmaWeight'],
  harmonic: ['window'],
  rls: ['window', 'forgetting'],
  ar: ['window'],
  perfect: [],
  'perfect-with-error': ['errorSd'],
};

/** What a strategy believes that capacities will be. With a prediction there is one strategy more: the best split on forecasts. */
export function PredictionSettings() {
  const [{ prediction }, changeAll] = useSettings();
  const change = (patch: Partial<Prediction>) => changeAll({ prediction: patch });
  return (
    <>
      <ChoiceSetting
        label="Forecast"
        value={prediction.kind}
        choices={kinds}
        help="With one there is a lane more: the best split on forecasts."
        origin="ours"
        onChange={(kind) => change({ kind })}
      />
      {fieldsOf[prediction.kind].map((name) => (
        <NumberSetting
          key={name}
          name={name}
          value={prediction[name]}
          onCommit={(value) => change({ [name]: value })}
        />
      ))}
      {prediction.kind !== 'last' && (
        <NumberSetting
          name="gapTasks"
          value={prediction.gapTasks}
          onCommit={(gapTasks) => change({ gapTasks })}
        />
      )}
    </>
  );
}
