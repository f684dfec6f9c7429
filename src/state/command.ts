import type { Position } from '../core/network/positions';
import type { BrowserFacts, FileService, LocalStore } from '../services/types';
import type { AppState, DockTab } from './types';
import type { AppStore } from './useStore';

/** What only the canvas can do; it registers itself while it is on screen. */
export interface CanvasCommands {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** Shows the whole network. */
  readonly fit: () => void;
  /** Middle of what is in view [m]. */
  readonly centre: () => Position;
}

/** Everything a command may touch. */
export interface CommandContext {
  readonly store: AppStore;
  readonly files: FileService;
  readonly facts: BrowserFacts;
  readonly localStore: LocalStore;
  readonly newId: () => string;
  /** null while there is no canvas (another place, a narrow screen). */
  readonly canvas: CanvasCommands | null;
}

export const commandGroups = [
  'File',
  'Edit',
  'Network',
  'Profile',
  'Simulate',
  'Reproduce',
  'View',
  'Help',
] as const;
type CommandGroup = (typeof commandGroups)[number];

/** What a user can do, told once: the source of toolbar, menu, shortcuts, palette and help. */
export interface CommandSpec {
  readonly label: string;
  /** Shortcuts like "Ctrl+Shift+Z" (Command on a Mac); the first one is shown. */
  readonly keys: readonly string[];
  /** Where its shortcuts mean it, if not everywhere: another command may have the same ones elsewhere. */
  readonly keysIn?: (state: AppState) => boolean;
  readonly group: CommandGroup;
  /** What else people call it: the palette finds it by these words too. */
  readonly words?: string;
  readonly isEnabled: (state: AppState) => boolean;
  /** For toggles and choices: whether it is on. */
  readonly isOn?: (state: AppState) => boolean;
  /** The shortcut works in a text field too: always, or while the field says what the document says. */
  readonly whileTyping?: 'always' | 'at-rest';
  /** Where the shortcut works in a text field too: fields there take what was typed on the same keys. */
  readonly typingIn?: (state: AppState) => boolean;
  /** The browser's own action for these keys never happens here, not even while the command has nothing to do. */
  readonly replacesBrowser?: true;
  /** The tab of the dock that it opens: whoever ran it by name goes on from there. */
  readonly opensTab?: DockTab;
  readonly run: (context: CommandContext) => void | Promise<void>;
}

export const always = (): boolean => true;
