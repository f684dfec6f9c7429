import { createAutoregression } from './autoregression';
import { createEwma } from './ewma';
import { createHarmonicMean } from './harmonicMean';
import { createLastValue } from './lastValue';
import { createPerfect } from './perfect';
import { createPerfectWithError } from './perfectWithError';
import { createRecursiveLeastSquares } from './recursiveLeastSquares';
import type { PredictionSettings, Predictor, PredictorContext } from './types';

/** The predictor of one link. Settings beyond their range are taken at the end of it. */
export function createPredictor(settings: PredictionSettings, context: PredictorContext): Predictor {
  switch (settings.kind) {
    case 'last':
      return createLastValue();
    case 'ewma':
      return createEwma(settings.ewmaWeight);
    case 'harmonic':
      return createHarmonicMean(settings.window);
    case 'rls':
      return createRecursiveLeastSquares(settings.window, settings.forgetting);
    case 'ar':
      return createAutoregression(settings.window);
    case 'perfect':
      return createPerfect(context.truthAt);
    case 'perfect-with-error':
      return createPerfectWithError(context.truthAt, settings.errorSd, context.seed);
  }
}
