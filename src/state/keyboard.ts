/** From a key press to the command it means: the one place that reads shortcuts. */
import type { Command } from './commands';

/** The part of a KeyboardEvent that matters; tests pass plain objects. */
export interface KeyPress {
  readonly key: string;
  /** Physical key ("KeyZ"): layouts without Latin letters still find their shortcuts. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly defaultPrevented: boolean;
  readonly isComposing: boolean;
  readonly target: unknown;
}

/** The command of a key press; null when it means none here (typing, or somebody else handled it). */
export function commandOf(press: KeyPress, commands: readonly Command[], isMac: boolean): Command | null {
  if (press.defaultPrevented || press.isComposing) return null;
  const place = placeOf(press.target);
  const command = commands.find(({ keys }) => keys.some((shortcut) => matches(press, shortcut, isMac)));
  if (command === undefined) return null;
  if (place === 'text' && command.whileTyping !== 'always') {
    return command.whileTyping === 'at-rest' && isAtRest(press.target) ? command : null;
  }
  if (press.key === ' ' && !leavesSpace(press.target)) return null;
  // A slider or a list has the focus: Delete must not remove what is selected elsewhere.
  if (place === 'control' && (press.key === 'Delete' || press.key === 'Backspace')) return null;
  return command;
}

function matches(press: KeyPress, shortcut: string, isMac: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1)!;
  const command = isMac ? press.metaKey : press.ctrlKey;
  const otherCommand = isMac ? press.ctrlKey : press.metaKey;
  return (
    command === parts.includes('Ctrl') &&
    !otherCommand &&
    press.shiftKey === parts.includes('Shift') &&
    press.altKey === parts.includes('Alt') &&
    keyNameOf(press) === key.toLowerCase()
  );
}

function keyNameOf({ key, code }: KeyPress): string {
  if (key === ' ') return 'space';
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const isForeign = key.length === 1 && key.charCodeAt(0) > 127;
  return (isForeign && letter !== undefined ? letter : key).toLowerCase();
}

/** Input types that take keys but no text. */
const controlTypes: readonly string[] = [
  'range',
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'color',
  'file',
];

function placeOf(target: unknown): 'text' | 'control' | 'elsewhere' {
  if (typeof target !== 'object' || target === null) return 'elsewhere';
  if ('isContentEditable' in target && target.isContentEditable === true) return 'text';
  const tag = 'tagName' in target && typeof target.tagName === 'string' ? target.tagName.toLowerCase() : '';
  if (tag === 'textarea') return 'text';
  if (tag === 'select') return 'control';
  if (tag !== 'input') return 'elsewhere';
  const type = 'type' in target && typeof target.type === 'string' ? target.type : 'text';
  return controlTypes.includes(type) ? 'control' : 'text';
}

/** Whether what has the focus does nothing with Space itself: the page, a slider, a line between panels. */
function leavesSpace(target: unknown): boolean {
  if (typeof target !== 'object' || target === null) return true;
  if ('role' in target && (target.role === 'slider' || target.role === 'separator')) return true;
  const tag = 'tagName' in target && typeof target.tagName === 'string' ? target.tagName.toLowerCase() : '';
  if (tag === 'input') return 'type' in target && target.type === 'range';
  return ['', 'html', 'body', 'main'].includes(tag);
}

/** On a field whose text is the document's value: there is nothing of its own to undo in it. */
export const atRest = { 'data-at-rest': '' } as const;

function isAtRest(target: unknown): boolean {
  if (typeof target !== 'object' || target === null || !('dataset' in target)) return false;
  const { dataset } = target;
  return typeof dataset === 'object' && dataset !== null && 'atRest' in dataset;
}

const macSymbols: Readonly<Record<string, string>> = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥' };
const keyWords: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A shortcut as people read it: "Ctrl+Shift+Z", on a Mac "⌘⇧Z". */
export function describeKeys(shortcut: string, isMac: boolean): string {
  const parts = shortcut.split('+').map((part) => keyWords[part] ?? part);
  return isMac ? parts.map((part) => macSymbols[part] ?? part).join('') : parts.join('+');
}
