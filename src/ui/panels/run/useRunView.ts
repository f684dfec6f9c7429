import { useMemo } from 'react';
import { prepareSplit, type Prepared, type Unprepared } from '../../../state/splitPreparation';
import { selectAnswer, selectShownPlan } from '../../../state/selectors';
import { useApp } from '../../../state/useStore';

/** What a run of the shown plan would do; null before the first answer of the solver. */
export function usePrepared(): Prepared | Unprepared | null {
  const answer = useApp(selectAnswer);
  const plan = useApp(selectShownPlan);
  const localProfiles = useApp((state) => state.localProfiles);
  const measuredHere = useApp((state) => state.measuredHere);
  const options = useApp((state) => state.splitRun.options);
  return useMemo(() => {
    if (answer === null) return null;
    const splitRun = { options, run: { status: 'idle' } } as const;
    return prepareSplit({ localProfiles, measuredHere, splitRun }, answer, plan);
  }, [answer, plan, localProfiles, measuredHere, options]);
}
