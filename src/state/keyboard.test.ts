import { describe, expect, it } from 'vitest';
import { commands, type CommandId } from './commands';
import { createAppStore } from './createAppStore';
import { commandOf, describeKeys, type KeyPress } from './keyboard';
import { createFakeServices } from './testing/fakeServices';
import { press } from './testing/keyPress';
import { places } from './types';

const idOf = (more: Partial<KeyPress>, isMac = false): CommandId | null =>
  commandOf(press('', more), commands, isMac)?.id ?? null;
const input = (type: string) => ({ tagName: 'INPUT', type });

describe('shortcuts', () => {
  it('belong to one command each, whatever place is shown', () => {
    const store = createAppStore(createFakeServices().services);
    for (const place of places) {
      store.getState().changeView({ place });
      const meant = commands.filter(({ keysIn }) => keysIn?.(store.getState()) ?? true);
      const keys = meant.flatMap((command) => command.keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('need a modifier or a named key: single characters would catch speech and slips', () => {
    for (const key of commands.flatMap((command) => command.keys)) {
      expect(key.includes('Ctrl+') || key.length > 1).toBe(true);
    }
  });

  it('are found with exactly their modifiers', () => {
    expect(idOf({ key: 'z', ctrlKey: true })).toBe('undo');
    expect(idOf({ key: 'Z', ctrlKey: true, shiftKey: true })).toBe('redo');
    expect(idOf({ key: 'y', ctrlKey: true })).toBe('redo');
    expect(idOf({ key: 'z' })).toBeNull();
    expect(idOf({ key: 'z', ctrlKey: true, altKey: true })).toBeNull();
    expect(idOf({ key: 'F2' })).toBe('rename');
  });

  it('use Command on a Mac, and leave Control to the system there', () => {
    expect(idOf({ key: 'z', metaKey: true }, true)).toBe('undo');
    expect(idOf({ key: 'z', ctrlKey: true }, true)).toBeNull();
    expect(idOf({ key: 'z', metaKey: true }, false)).toBeNull();
  });

  it('are found on layouts without Latin letters by the place of the key', () => {
    expect(idOf({ key: 'я', code: 'KeyZ', ctrlKey: true })).toBe('undo');
    // On a German layout the key at Y's place says z: the letter counts.
    expect(idOf({ key: 'z', code: 'KeyY', ctrlKey: true })).toBe('undo');
  });

  it.each([
    ['a text field', input('text')],
    ['a number field', input('number')],
    ['a text area', { tagName: 'TEXTAREA' }],
    ['editable text', { tagName: 'DIV', isContentEditable: true }],
  ])('leave typing in %s alone, but for saving and finding commands', (_what, target) => {
    expect(idOf({ key: 'z', ctrlKey: true, target })).toBeNull();
    expect(idOf({ key: 'Backspace', target })).toBeNull();
    expect(idOf({ key: 'k', ctrlKey: true, target })).toBe('commands');
    expect(idOf({ key: 's', ctrlKey: true, target })).toBe('save-file');
  });

  it('undo in the document while a field says what the document says, and leave its own text to a field being edited', () => {
    const field = { ...input('text'), dataset: { atRest: '' } };
    expect(idOf({ key: 'z', ctrlKey: true, target: field })).toBe('undo');
    expect(idOf({ key: 'y', ctrlKey: true, target: field })).toBe('redo');
    expect(idOf({ key: 'Backspace', target: field })).toBeNull();
    expect(idOf({ key: 'z', ctrlKey: true, target: { ...field, dataset: {} } })).toBeNull();
  });

  it.each([
    ['a slider', input('range')],
    ['a list', { tagName: 'SELECT' }],
  ])('work on %s, except that Delete removes nothing there', (_what, target) => {
    expect(idOf({ key: 'z', ctrlKey: true, target })).toBe('undo');
    expect(idOf({ key: 'Escape', target })).toBe('escape');
    expect(idOf({ key: 'Delete', target })).toBeNull();
    expect(idOf({ key: 'Delete', target: { tagName: 'DIV' } })).toBe('delete');
  });

  it('leave a key alone that was handled or is part of composing a character', () => {
    expect(idOf({ key: 'z', ctrlKey: true, defaultPrevented: true })).toBeNull();
    expect(idOf({ key: 'z', ctrlKey: true, isComposing: true })).toBeNull();
  });

  it('are written as people read them', () => {
    expect(describeKeys('Ctrl+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(describeKeys('Ctrl+Shift+Z', true)).toBe('⌘⇧Z');
    expect(describeKeys('Escape', false)).toBe('Esc');
  });
});
