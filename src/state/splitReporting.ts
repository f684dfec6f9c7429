/** What is told of a run while it goes on. */
import type { SplitPhase, SplitReport, SplitRun } from './splitRunTypes';

export type Running = Extract<SplitRun, { status: 'running' }>;

export interface SplitReporting {
  readonly report: () => SplitReport;
  readonly change: (patch: Partial<SplitReport>) => void;
  /** @param fraction - 0..1 of the whole run */
  readonly at: (phase: SplitPhase, fraction: number) => void;
}

const everyS = 0.05;

/** Tells at most every 50 ms, and when a phase begins; the fraction never falls. */
export function createReporting(
  first: SplitReport,
  now: () => number,
  onRunning: (running: Running) => void,
): SplitReporting {
  let report = first;
  let furthest = 0;
  let toldS = -Infinity;
  let toldPhase: SplitPhase | null = null;
  return {
    report: () => report,
    change: (patch) => {
      report = { ...report, ...patch };
    },
    at: (phase, fraction) => {
      furthest = Math.max(furthest, Math.min(1, fraction));
      if (phase === toldPhase && now() - toldS < everyS) return;
      toldS = now();
      toldPhase = phase;
      onRunning({ status: 'running', progress: { phase, fraction: furthest }, report });
    },
  };
}
