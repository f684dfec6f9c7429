/** The costs of running in parts in the very minutes of a run. */
import { median } from '../statistics';
import type { CopyCosts } from './types';

/** One turn of the unsplit model in the rhythm of a plan: something small over the link, then a run. */
export interface WholeRun {
  /** As its host says [s]. */
  readonly runS: number;
  /** Handing it its inputs and taking its results, without what each byte of them costs [s]. */
  readonly messageS: number;
  /** Handing the smallest tensor to the link's worker and back; null where the plan has no link [s]. */
  readonly shippingS: number | null;
}

/**
 * Pace and fixed costs by the unsplit model, run just before the executions and in turn with them: machines change their
 * pace, and how soon they wake a worker, within a minute. Of the plan's own executions the costs know nothing.
 *
 * @param calibrated - before the run; what each byte costs is kept
 * @param profileS - what the measurement says of the unsplit model [s]; null where none of this device predicts: pace 1
 */
export function currentCosts(
  calibrated: Omit<CopyCosts, 'pace'>,
  whole: readonly WholeRun[],
  profileS: number | null,
): CopyCosts {
  const { message, shipping } = calibrated;
  const shippingS = whole.flatMap((run) => run.shippingS ?? []);
  return {
    ...calibrated,
    message: { ...message, fixedS: median(whole.map((run) => run.messageS)) },
    shipping: { ...shipping, fixedS: shippingS.length === 0 ? shipping.fixedS : median(shippingS) },
    pace: profileS === null ? 1 : median(whole.map(({ runS }) => runS)) / profileS,
  };
}
