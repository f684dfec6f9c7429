import { useId, type KeyboardEvent } from 'react';
import styles from './Operators.module.css';

interface Props {
  readonly text: string;
  readonly found: number;
  /** Which of them was shown last, from 0; -1 for none yet. */
  readonly at: number;
  readonly onText: (text: string) => void;
  /** Shows the next one (1) or the one before (-1). */
  readonly onJump: (step: 1 | -1) => void;
}

/** Finds operators by name, kind or block. Enter goes to the next one, Shift+Enter to the one before. */
export function GraphSearch({ text, found, at, onText, onJump }: Props) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || found === 0) return;
    event.preventDefault();
    onJump(event.shiftKey ? -1 : 1);
  };
  return (
    <div className={styles.option}>
      <label htmlFor={id} className="visually-hidden">
        Find
      </label>
      <input
        id={id}
        type="search"
        value={text}
        placeholder="Find an operator"
        title="By name, kind or block. Enter: next; Shift+Enter: previous"
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className={styles.count}>
        {text.trim() === '' ? '' : found === 0 ? 'none' : at < 0 ? `${found} found` : `${at + 1} of ${found}`}
      </span>
    </div>
  );
}
