import { useMemo } from 'react';
import type { NodeId } from '../../../../core/network/types';
import type { SimulationRun } from '../../../../core/simulation/types';
import { selectAnswer } from '../../../../state/selectors';
import { useApp } from '../../../../state/useStore';
import type { NodeColour } from '../../../nodeColours';
import { solutionColours } from '../../../solutionColours';
import { runColours } from './runColours';

const none: ReadonlyMap<NodeId, NodeColour> = new Map();

/** The hues of nodes as in every other place of the page; null: no run. */
export function useRunColours(run: SimulationRun | null): ReadonlyMap<NodeId, NodeColour> {
  const known = useApp((state) => {
    const answer = selectAnswer(state);
    return answer === null ? null : solutionColours(answer.solution);
  });
  return useMemo(() => (run === null ? none : runColours(run, known)), [run, known]);
}
