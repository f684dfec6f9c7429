/** "Run this split": the options, the run that is on, and what came of it. What runs it is loaded when it is first asked for. */
import { busyWith } from './busy';
import type { SliceContext } from './slice';
import type { SplitReport, SplitRun, SplitRunActions, SplitRunOptions, SplitRunState } from './splitRunTypes';

const initialOptions: SplitRunOptions = {
  repetitions: 10,
  bandwidths: [0.5, 1, 2],
  scaledLinks: 'all',
  cuts: 'shown',
  speed: 'here',
  profileId: null,
  edgeNode: null,
};

export function createSplitRun({
  set,
  get,
  services,
}: SliceContext): SplitRunActions & { readonly splitRun: SplitRunState } {
  let controller: AbortController | null = null;
  let latest: AbortController | null = null;
  const show = (run: SplitRun): void => set({ splitRun: { ...get().splitRun, run } });
  return {
    splitRun: { options: initialOptions, run: { status: 'idle' } },
    changeSplitOptions: (patch) => {
      const { options, run } = get().splitRun;
      set({ splitRun: { run, options: { ...options, ...patch } } });
    },
    runSplit: async () => {
      if (controller !== null || busyWith(get()) !== null) return;
      const mine = new AbortController();
      controller = mine;
      latest = mine;
      show({ status: 'running', progress: { phase: 'cutting', fraction: 0 }, report: null });
      let ended: SplitRun;
      try {
        const { runShownSplit } = await import('./splitRunner');
        ended = await runShownSplit(mine.signal, { get, services }, (running) => {
          if (!mine.signal.aborted) show(running);
        });
      } catch (error) {
        // Code that does not load, memory that is not there: without this it would run for ever.
        const message = error instanceof Error ? error.message : String(error);
        const report = reportOf(get().splitRun.run);
        ended = { status: 'failed', failure: { kind: 'worker-failed', message }, report };
      }
      // After Cancel the state says so already; what the run had measured until then comes with its end, unless another one is on.
      if (latest !== mine) return;
      controller = null;
      show(mine.signal.aborted ? { status: 'cancelled', report: reportOf(ended) } : ended);
    },
    cancelSplit: () => {
      const { run } = get().splitRun;
      if (controller === null || run.status !== 'running') return;
      controller.abort();
      controller = null;
      show({ status: 'cancelled', report: run.report });
    },
  };
}

const reportOf = (run: SplitRun): SplitReport | null => (run.status === 'idle' ? null : run.report);
