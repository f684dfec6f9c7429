import type { NodeId } from '../../../core/network/types';
import type { Plan } from '../../../core/solvers/types';
import { selectAnswer, selectShownPlan } from '../../../state/selectors';
import type { Answer } from '../../../state/types';
import { useApp } from '../../../state/useStore';
import { useStale } from '../../charts/useStale';
import type { NodeColour } from '../../nodeColours';
import { solutionColours } from '../../solutionColours';

export interface Shown extends Answer {
  /** The plan on the canvas; null where the chosen strategy does not work. */
  readonly plan: Plan | null;
  readonly colours: ReadonlyMap<NodeId, NodeColour>;
  readonly stale: boolean;
}

/** What every panel of the dock draws: the latest answer with the scenario it belongs to. null before the first. */
export function useShown(): Shown | null {
  const answer = useApp(selectAnswer);
  const plan = useApp(selectShownPlan);
  const stale = useStale();
  return answer === null ? null : { ...answer, plan, colours: solutionColours(answer.solution), stale };
}
