/** Every action that needs no pointer position, once: toolbar, menu, shortcuts, palette and help all read this list. */
import type { CommandSpec } from './command';
import { editCommands } from './editCommands';
import { fileCommands } from './fileCommands';
import { networkCommands } from './networkCommands';
import { reproductionCommands } from './reproductionCommands';
import { simulationCommands } from './simulationCommands';
import { splitCommands } from './splitCommands';
import { helpCommands, profileCommands, viewCommands } from './viewCommands';

const specs = {
  ...fileCommands,
  ...editCommands,
  ...networkCommands,
  ...profileCommands,
  ...splitCommands,
  ...simulationCommands,
  ...reproductionCommands,
  ...viewCommands,
  ...helpCommands,
} as const;

export type CommandId = keyof typeof specs;

export interface Command extends CommandSpec {
  readonly id: CommandId;
}

const byId: Readonly<Record<CommandId, CommandSpec>> = specs;

/** In the order in which menus, palette and help show them. */
export const commands: readonly Command[] = (Object.keys(specs) as CommandId[]).map((id) => ({
  id,
  ...byId[id],
}));

export function findCommand(id: CommandId): Command {
  return { id, ...byId[id] };
}
