import { useMemo } from 'react';
import type { NodeId } from '../../../../core/network/types';
import type { Scenario } from '../../../../core/scenario/types';
import type { SimulationRun } from '../../../../core/simulation/types';
import { selectAnswer } from '../../../../state/selectors';
import { useApp } from '../../../../state/useStore';
import type { NodeColour } from '../../../nodeColours';
import { keptColours } from './runColours';

const none: ReadonlyMap<NodeId, NodeColour> = new Map();

/** The hues of nodes as they were in every other place of the page when the run came; null: no run. */
export function useRunColours(
  run: SimulationRun | null,
  scenario: Scenario | null,
): ReadonlyMap<NodeId, NodeColour> {
  const answer = useApp(selectAnswer);
  return useMemo(
    () => (run === null || scenario === null ? none : keptColours(run, scenario, answer)),
    [run, scenario, answer],
  );
}
