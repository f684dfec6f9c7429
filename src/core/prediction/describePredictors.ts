/** The predictors in words, for the settings and the glossary. */
import type { PredictionSettings, PredictorKind } from './types';

export interface PredictorDescription {
  readonly name: string;
  /** One sentence: what it does. */
  readonly does: string;
  /** Which of the settings change its forecasts. */
  readonly uses: readonly Exclude<keyof PredictionSettings, 'kind'>[];
  readonly source: string;
}

export const predictorDescriptions: Readonly<Record<PredictorKind, PredictorDescription>> = {
  last: {
    name: 'None: the last value',
    does: 'Assumes that every link keeps the capacity it had when it was last heard of: deciding without prediction.',
    uses: [],
    source: 'Persistence, the baseline of every forecast; hard to beat one second ahead on public 5G traces.',
  },
  ewma: {
    name: 'Moving average (EWMA)',
    does: 'Averages all values seen, the newest with the weight set and each older one with less.',
    uses: ['ewmaWeight', 'gapTasks'],
    source: 'Exponential smoothing (Brown, 1959), the way TCP smooths its round-trip time (RFC 6298).',
  },
  harmonic: {
    name: 'Harmonic mean',
    does: 'Takes the harmonic mean of the last values, which a single peak hardly moves; values below 0.05 Mbit/s count as 0.05.',
    uses: ['window', 'gapTasks'],
    source: 'FESTIVE (Jiang et al., CoNEXT 2012), a baseline of Mei et al. (PAM 2019).',
  },
  rls: {
    name: 'Recursive least squares',
    does: 'Learns with every value how the next one follows from the last ones (20 at most) and a constant, forgetting the past slowly.',
    uses: ['window', 'forgetting', 'gapTasks'],
    source: 'Haykin, Adaptive Filter Theory; a baseline of Mei et al. (PAM 2019).',
  },
  ar: {
    name: 'Autoregression, AR(p)',
    does: 'Fits an autoregression of the last values (20 at most) around the mean of the last 200, anew every 8 values, and follows it ahead.',
    uses: ['window', 'gapTasks'],
    source: 'Box and Jenkins, Time Series Analysis; fitted by Yule-Walker and Levinson-Durbin (1960).',
  },
  perfect: {
    name: 'Perfect',
    does: 'Looks the future up in the simulation: what no predictor can do, the most that prediction could bring.',
    uses: ['gapTasks'],
    source: 'The model of HiveMind (VII-C.3) without its error: the bound to compare the others with.',
  },
  'perfect-with-error': {
    name: 'Perfect with error',
    does: 'Looks the future up and adds a normal error of the relative size set, cut off where the capacity would not be above 0.',
    uses: ['errorSd', 'gapTasks'],
    source:
      'HiveMind, VII-C.3; it reckons with LinkForecast (Yue et al., IEEE TMC 2018), within 10 % for 91 % of the time on LTE.',
  },
};
