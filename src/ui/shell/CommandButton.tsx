import { describeKeys } from '../../state/keyboard';
import { findCommand, type CommandId } from '../../state/commands';
import { useApp } from '../../state/useStore';
import { useTools } from '../../state/useTools';
import { Button } from '../primitives/Button';
import type { IconName } from '../primitives/Icon';

interface Props {
  readonly id: CommandId;
  readonly icon: IconName;
  readonly look?: 'quiet' | 'plain' | 'primary';
  /** The label is drawn beside the icon. */
  readonly labelled?: boolean;
  /** A shorter text than the command's own label. */
  readonly text?: string;
  readonly onRun?: () => void;
}

/** A button for a command: label, shortcut, state and action all come from the command. */
export function CommandButton({ id, icon, look = 'quiet', labelled = false, text, onRun }: Props) {
  const tools = useTools();
  const command = findCommand(id);
  const enabled = useApp((state) => command.isEnabled(state));
  const on = useApp((state) => command.isOn?.(state));
  const label = text ?? command.label.replace('…', '');
  const keys = command.keys[0] === undefined ? '' : ` (${describeKeys(command.keys[0], tools.facts.isMac)})`;
  return (
    <Button
      look={look}
      icon={icon}
      iconOnly={!labelled}
      title={`${command.label.replace('…', '')}${keys}`}
      disabled={!enabled}
      aria-pressed={on}
      onClick={() => {
        tools.run(id);
        onRun?.();
      }}
    >
      {label}
    </Button>
  );
}
