import { useId, useRef } from 'react';
import { changeScenario } from '../../core/scenario/edits';
import { limits } from '../../core/scenario/limits';
import type { CommandId } from '../../state/commands';
import type { Settings } from '../../state/types';
import { useApp } from '../../state/useStore';
import { Button } from '../primitives/Button';
import type { IconName } from '../primitives/Icon';
import { TextField } from '../primitives/TextField';
import { CommandButton } from './CommandButton';
import { Places } from './Places';
import styles from './TopBar.module.css';

const themeIcons: Readonly<Record<Settings['theme'], IconName>> = {
  system: 'system',
  light: 'light',
  dark: 'dark',
};
const themeTexts: Readonly<Record<Settings['theme'], string>> = {
  system: 'Theme: as the system',
  light: 'Theme: light',
  dark: 'Theme: dark',
};

interface Item {
  readonly id: CommandId;
  readonly icon: IconName;
  readonly text: string;
}
const fileItems: readonly Item[] = [
  { id: 'presets', icon: 'presets', text: 'Presets' },
  { id: 'open-file', icon: 'open', text: 'Open' },
  { id: 'save-file', icon: 'save', text: 'Save' },
  { id: 'share', icon: 'share', text: 'Share' },
];

/** Places, the scenario's name, and the commands that are always at hand; on a phone most of them are in a menu. */
export function TopBar() {
  const name = useApp((state) => state.scenario.name);
  const edit = useApp((state) => state.edit);
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>
        <Mark />
        <span>Splitscape</span>
      </span>
      <Places />
      <div className={styles.name}>
        <TextField
          label="Scenario name"
          value={name}
          maxLength={limits.nameLength}
          onCommit={(text) => edit((now) => changeScenario(now, { name: text }))}
        />
      </div>
      <div className={styles.group} role="group" aria-label="History">
        <CommandButton id="undo" icon="undo" />
        <span className={styles.wide}>
          <CommandButton id="redo" icon="redo" />
        </span>
      </div>
      <div className={`${styles.group} ${styles.roomy}`} role="group" aria-label="Scenario">
        {fileItems.map((item) => (
          <CommandButton key={item.id} {...item} labelled={item.id === 'share' || item.id === 'presets'} />
        ))}
      </div>
      <div className={`${styles.group} ${styles.roomy}`} role="group" aria-label="Page">
        <ViewItems labelled={false} />
      </div>
      <Menu />
    </header>
  );
}

function ViewItems({ labelled, onRun }: { readonly labelled: boolean; readonly onRun?: () => void }) {
  const theme = useApp((state) => state.settings.theme);
  const shared = onRun === undefined ? { labelled } : { labelled, onRun };
  return (
    <>
      <CommandButton id="commands" icon="commands" text="Find a command" {...shared} />
      <CommandButton id="next-theme" icon={themeIcons[theme]} text={themeTexts[theme]} labelled={labelled} />
      <CommandButton id="projector" icon="projector" text="Projector" labelled={labelled} />
      <CommandButton id="help" icon="help" text="Help" {...shared} />
    </>
  );
}

/** The rest of the bar where there is no room for it. */
function Menu() {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const close = () => menu.current?.hidePopover();
  return (
    <div className={styles.narrow}>
      <Button look="quiet" icon="menu" iconOnly popoverTarget={id}>
        Menu
      </Button>
      <div ref={menu} id={id} popover="auto" className={styles.menu} role="group" aria-label="Menu">
        <CommandButton id="redo" icon="redo" labelled onRun={close} />
        <hr />
        {fileItems.map((item) => (
          <CommandButton key={item.id} {...item} labelled onRun={close} />
        ))}
        <hr />
        <ViewItems labelled onRun={close} />
      </div>
    </div>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 22 16" width="1.7em" height="1.25em" aria-hidden="true" focusable="false">
      <rect x="0" y="0" width="5" height="16" rx="1.5" fill="var(--node-0)" />
      <rect x="7" y="0" width="5" height="16" rx="1.5" fill="var(--node-2)" />
      <rect x="17" y="0" width="5" height="16" rx="1.5" fill="var(--node-5)" />
      <path d="M14.5 0v16" stroke="var(--accent)" strokeWidth="1.5" strokeDasharray="3 2" />
    </svg>
  );
}
