import { useEffect, useId, useRef, useState } from 'react';
import { commands, type Command } from '../../../state/commands';
import { describeKeys } from '../../../state/keyboard';
import { useApp, useAppStore } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { Dialog } from '../../primitives/Dialog';
import { dockTabId } from '../dock/dockTabId';
import styles from './Dialogs.module.css';
import { filterCommands } from './filterCommands';

/** Every command by name: type, arrow, Enter. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const tools = useTools();
  const store = useAppStore();
  const changeView = useApp((state) => state.changeView);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [state] = useState(() => store.getState());
  // After the dialog has opened and put the focus on its first control.
  useEffect(() => input.current?.focus(), []);
  const found = filterCommands(
    commands.filter((command) => command.id !== 'commands'),
    query,
  );
  const run = (command: Command) => {
    if (!command.isEnabled(state)) return;
    // Closed first: the command may open a dialog of its own, and the focus must be back where it was.
    changeView({ openDialog: 'none' });
    tools.run(command.id);
    // Once the closed dialog has given the focus back to where it was, and the tab is on the page.
    const { opensTab } = command;
    if (opensTab !== undefined)
      requestAnimationFrame(() => document.getElementById(dockTabId(opensTab))?.focus());
  };
  const move = (to: number) => {
    const next = Math.min(found.length - 1, Math.max(0, to));
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <Dialog title="Find a command" size="top" onClose={onClose}>
      <input
        type="text"
        role="combobox"
        className={styles.query}
        aria-label="Find a command"
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-activedescendant={found.length === 0 ? undefined : `${id}${active}`}
        ref={input}
        autoComplete="off"
        placeholder="Type what you want to do"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') move(active + 1);
          else if (event.key === 'ArrowUp') move(active - 1);
          else if (event.key === 'Enter' && found[active] !== undefined) run(found[active]);
          else return;
          event.preventDefault();
        }}
      />
      <ul ref={list} id={`${id}list`} role="listbox" aria-label="Commands" className={styles.commands}>
        {found.map((command, i) => (
          <li
            key={command.id}
            id={`${id}${i}`}
            role="option"
            aria-selected={i === active}
            aria-disabled={!command.isEnabled(state)}
            className={styles.command}
            onPointerMove={() => setActive(i)}
            onClick={() => run(command)}
          >
            <span>
              {command.label}
              {command.isOn?.(state) === true && <span className={styles.small}> (on)</span>}
            </span>
            <span className={styles.small}>
              {command.keys[0] === undefined
                ? command.group
                : describeKeys(command.keys[0], tools.facts.isMac)}
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className={found.length === 0 ? undefined : 'visually-hidden'}>
        {found.length === 0
          ? 'No command has this name.'
          : `${found.length} ${found.length === 1 ? 'command' : 'commands'}`}
      </p>
    </Dialog>
  );
}
