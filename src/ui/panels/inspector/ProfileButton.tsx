import { isRunnable } from '../../../state/profilingSlice';
import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';

/** Leads to the place that measures this device: from the scenario, the UE and the opening page. */
export function ProfileButton({ primary = false }: { readonly primary?: boolean }) {
  const changeView = useApp((state) => state.changeView);
  const running = useApp((state) => state.profiling.status === 'running');
  // A custom chain is numbers only: there is nothing to run.
  const runs = useApp((state) => isRunnable(state.scenario.workload));
  if (!runs) return null;
  return (
    <div>
      <Button
        look={primary ? 'primary' : 'plain'}
        icon="device"
        onClick={() => changeView({ place: 'profile' })}
      >
        {running ? 'Measuring this device…' : 'Profile this device'}
      </Button>
    </div>
  );
}
