import type { Scenario } from '../../../core/scenario/types';
import type { SimulationRun } from '../../../core/simulation/types';
import { runIdOf } from '../../../state/simulationTypes';
import { sameSimulationInput } from '../../../state/solverInput';
import { useApp } from '../../../state/useStore';

interface Props {
  readonly run: SimulationRun;
  /** Of the run. */
  readonly scenario: Scenario;
}

/** Whether the run is the one that the link was made of; nothing where there was no such link, or the document has changed. */
export function LinkedRunWords({ run, scenario }: Props) {
  const linked = useApp((state) => state.simulation.linked);
  if (linked === null || linked.run === null || !sameSimulationInput(linked.scenario, scenario)) return null;
  const isSame = linked.run === runIdOf(run);
  return (
    <span data-linked-run={isSame ? 'same' : 'other'}>
      {isSame ? (
        ': the same run as was shared'
      ) : (
        <>
          . <strong>Not the run that was shared</strong> ({linked.run}): that one was made with another
          version of this page, or the link was changed
        </>
      )}
    </span>
  );
}
