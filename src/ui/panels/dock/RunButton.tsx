import { findCommand } from '../../../state/commands';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { Button } from '../../primitives/Button';

const command = findCommand('run-split');

/** Executes the plan that is drawn. */
export function RunButton() {
  const tools = useTools();
  const enabled = useApp(command.isEnabled);
  return (
    <Button look="quiet" icon="play" iconOnly disabled={!enabled} onClick={() => tools.run('run-split')}>
      {command.label}
    </Button>
  );
}
