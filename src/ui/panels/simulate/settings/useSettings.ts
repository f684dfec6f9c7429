import { changeSimulation, type SimulationPatch } from '../../../../core/scenario/simulationEdits';
import { simulationOf, type SimulationSettings } from '../../../../core/simulation/settings';
import { useApp } from '../../../../state/useStore';

/** The settings as the document has them, and one undo step for a change. */
export function useSettings(): readonly [SimulationSettings, (patch: SimulationPatch) => void] {
  const settings = useApp((state) => simulationOf(state.scenario));
  const edit = useApp((state) => state.edit);
  return [settings, (patch) => edit((scenario) => changeSimulation(scenario, patch))];
}
