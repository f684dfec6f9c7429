/** What the interface may use besides the store: commands, shortcuts, files, facts about the browser. */
import type { ModelSample } from '../services/modelTypes';
import type { BrowserFacts, FileService, Services } from '../services/types';
import type { CanvasCommands, CommandContext } from './command';
import { commands, type Command, type CommandId, findCommand } from './commands';
import { openFiles, shareUrl } from './fileCommands';
import { commandOf, type KeyPress } from './keyboard';
import { withPlace, type LinkPlace } from './linkPlace';
import type { AppState } from './types';
import type { AppStore } from './useStore';

export interface Tools {
  /** Runs a command if it is enabled. */
  readonly run: (id: CommandId) => void;
  /** Runs the command of a key press; true when the browser's own action is to be prevented. */
  readonly handleKey: (press: KeyPress) => boolean;
  /** The canvas on screen; call the answer when it goes. */
  readonly registerCanvas: (canvas: CanvasCommands) => () => void;
  /** Opens dropped files: a scenario, a profile, or a model with its data. */
  readonly openFiles: (files: readonly File[]) => Promise<void>;
  /** The full address that opens the document as it is, at a place of the page if one is given. */
  readonly shareUrl: (place?: LinkPlace) => Promise<string>;
  /** Small pretrained models that come with the page. */
  readonly modelSamples: readonly ModelSample[];
  readonly files: FileService;
  readonly facts: BrowserFacts;
  /** Fresh id for a node or link. */
  readonly newId: () => string;
  /** ISO 8601 now. */
  readonly now: () => string;
}

export function createTools(
  store: AppStore,
  {
    files,
    facts,
    localStore,
    models,
    newId,
    now,
  }: Pick<Services, 'files' | 'facts' | 'localStore' | 'models' | 'newId' | 'now'>,
): Tools {
  let canvas: CanvasCommands | null = null;
  const context = (): CommandContext => ({ store, files, facts, localStore, newId, canvas });

  const run = (id: CommandId): void => {
    const command = findCommand(id);
    if (command.isEnabled(store.getState())) void command.run(context());
  };

  return {
    run,
    handleKey: (press) => {
      const command = commandOf(press, commandsMeant(store.getState()), facts.isMac);
      if (command === null) return false;
      // A dialog is modal: what lies behind it must not change.
      const isHere = store.getState().view.openDialog === 'none';
      if (!isHere || !command.isEnabled(store.getState())) return command.replacesBrowser === true;
      run(command.id);
      return true;
    },
    registerCanvas: (registered) => {
      canvas = registered;
      return () => {
        if (canvas === registered) canvas = null;
      };
    },
    openFiles: (dropped) => openFiles(dropped, files, store),
    modelSamples: models.samples,
    shareUrl: async (place) => {
      const url = await shareUrl({ store, facts });
      return place === undefined ? url : withPlace(url, place);
    },
    files,
    facts,
    newId,
    now,
  };
}

/** The commands that shortcuts mean in this state, with what they mean while somebody types. */
function commandsMeant(state: AppState): readonly Command[] {
  return commands
    .filter(({ keysIn }) => keysIn?.(state) ?? true)
    .map((command) => (command.typingIn?.(state) === true ? { ...command, whileTyping: 'always' } : command));
}
