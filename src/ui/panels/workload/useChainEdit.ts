import { useCallback } from 'react';
import { changeWorkload } from '../../../core/scenario/edits';
import type { CustomWorkload } from '../../../core/scenario/types';
import { useApp } from '../../../state/useStore';

export type ChainEdit = (change: (workload: CustomWorkload) => CustomWorkload) => void;

/** Edits the document's custom chain as one undo step; a stable function, so that rows need not be drawn again. */
export function useChainEdit(): ChainEdit {
  const edit = useApp((state) => state.edit);
  return useCallback<ChainEdit>(
    (change) =>
      edit((scenario) =>
        scenario.workload.kind === 'custom' ? changeWorkload(scenario, change(scenario.workload)) : scenario,
      ),
    [edit],
  );
}
