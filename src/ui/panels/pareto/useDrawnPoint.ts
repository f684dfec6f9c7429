import { useEffect } from 'react';
import type { Scenario } from '../../../core/scenario/types';
import type { ShownPlan, StudiedPlan } from '../../../state/types';
import { useApp, useAppStore } from '../../../state/useStore';
import { criterionTexts, type OtherCriterion } from './criterionTexts';
import type { Candidate, ParetoView } from './paretoView';

interface DrawnPoint {
  /** The point whose plan is on the canvas; null where none of them is. */
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
}

/** Which point is drawn on the canvas, and drawing another one. `scenario`: what the points were found for. */
export function useDrawnPoint(view: ParetoView, scenario: Scenario, y: OtherCriterion): DrawnPoint {
  const store = useAppStore();
  const shownPlan = useApp((state) => state.view.shownPlan);
  const studied = useApp((state) => state.view.studied);
  const chosen = chosenPoint(view, shownPlan, studied);
  const point = chosen === null ? undefined : view.pointOf(chosen);
  // A drawn plan that is still on the front when the document has changed is drawn with its new times.
  useEffect(() => {
    if (shownPlan !== 'studied' || point === undefined || point.plan.totalS === studied?.plan.totalS) return;
    store.getState().changeView({ studied: studiedPlan(point, scenario, y) });
  }, [store, shownPlan, studied, point, scenario, y]);
  return {
    chosen,
    choose: (id) => {
      const next = view.pointOf(id);
      if (next === undefined) return;
      const patch =
        next.strategy === null
          ? { shownPlan: 'studied' as const, studied: studiedPlan(next, scenario, y) }
          : { shownPlan: next.strategy };
      store.getState().changeView(patch);
    },
  };
}

/** "Pareto point with 87.9 mJ UE energy"; its latency stands beside it where it is shown. */
function studiedPlan({ plan, measures }: Candidate, scenario: Scenario, y: OtherCriterion): StudiedPlan {
  const { valueOf, format, phrase } = criterionTexts[y];
  return { title: `Pareto point with ${format(valueOf(measures) ?? Number.NaN)} ${phrase}`, plan, scenario };
}

function chosenPoint(view: ParetoView, shown: ShownPlan, studied: StudiedPlan | null): string | null {
  if (shown === 'studied') return studied === null ? null : view.idOf(studied.plan);
  return view.pointOf(shown)?.id ?? null;
}
