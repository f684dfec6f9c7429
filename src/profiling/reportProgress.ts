/** The measuring loop's updates as progress for the page: one bar that never falls, at most every 50 ms. */
import { runningCentres } from '../core/profile/summariseRuns';
import { median } from '../core/statistics';
import type { ProfilePhase, ProfileProgress } from '../protocol/profilerApi';
import type { Engine } from './engine';
import type { MeasureUpdate } from './measure';

/** Where each phase starts on the whole bar. */
const phaseStart: Readonly<Record<ProfilePhase, number>> = {
  'loading-runtime': 0,
  'building-model': 0.1,
  'creating-session': 0.13,
  'first-run': 0.16,
  'warming-up': 0.18,
  measuring: 0.3,
};
/** Where warm-up ends: what is left until measuring is for opening the first profiled session. */
const warmUpEnd = 0.25;
/** Warm-up usually takes this many runs. */
const expectedWarmUpRuns = 10;
/** Progress at most this often [s]. */
const intervalS = 0.05;

export interface Reporter {
  readonly phase: (phase: ProfilePhase) => void;
  readonly update: (update: MeasureUpdate) => void;
}

export function createReporter(
  engine: Pick<Engine, 'now' | 'clockS'>,
  onProgress: (progress: ProfileProgress) => void,
): Reporter {
  let fraction = 0;
  let lastS = -Infinity;
  let lastPhase: ProfilePhase | null = null;
  /** What was measured so far stays on screen while another session is made. */
  let measured: Partial<ProfileProgress> = {};
  /** Progress is built only when it is due: medians of many blocks are not free. */
  const send = (phase: ProfilePhase, at: number, details: () => Partial<ProfileProgress>): void => {
    fraction = Math.max(fraction, at);
    const now = engine.now();
    if (now - lastS < intervalS && fraction < 1 && phase === lastPhase) return;
    lastS = now;
    lastPhase = phase;
    onProgress({
      phase,
      fraction,
      runs: 0,
      halfWidth: null,
      blockMediansS: [],
      endToEndMedianS: null,
      ...details(),
    });
  };
  return {
    phase: (phase) => send(phase, phaseStart[phase], () => ({})),
    update: (update) => {
      const start = phaseStart[update.phase];
      if (update.phase === 'warming-up') {
        const share = Math.min(1, update.runs / expectedWarmUpRuns);
        send(update.phase, start + (warmUpEnd - start) * share, () => ({}));
      } else if (update.phase !== 'measuring') send(update.phase, start, () => measured);
      else {
        send(update.phase, start + (1 - start) * update.fraction, () => {
          measured = {
            runs: update.runs,
            halfWidth: update.halfWidth,
            blockMediansS: runningCentres(update.blockRuns, engine.clockS),
            endToEndMedianS: update.runs === 0 ? null : median(update.endToEndS),
          };
          return measured;
        });
      }
    },
  };
}
