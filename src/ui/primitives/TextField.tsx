import { useId, useState } from 'react';
import { atRest } from '../../state/keyboard';
import { formatNumber } from '../format';
import styles from './Field.module.css';
import { useTypedText } from './useTypedText';

interface Props {
  readonly value: string;
  /** Called once, on Enter (one line) or when the field is left, with text that differs from `value`. */
  readonly onCommit: (value: string) => void;
  readonly maxLength: number;
  readonly id?: string;
  readonly label?: string;
  readonly className?: string | undefined;
  /** More than one line: Enter makes a new line. */
  readonly rows?: number;
  /** false: an empty text is not taken; the old one comes back, and the field says so. */
  readonly mayBeEmpty?: boolean;
  readonly placeholder?: string;
  /** Something about the text that is allowed but worth knowing: "Another node has this name." */
  readonly remark?: string | undefined;
}

/** Text that is committed as one undo step. Escape reverts. Undo belongs to the typing while there is some, else to the document. */
export function TextField({
  value,
  onCommit,
  maxLength,
  id,
  label,
  className,
  rows,
  mayBeEmpty = false,
  placeholder,
  remark,
}: Props) {
  const messageId = useId();
  const [draft, setDraft] = useState<string | null>(null);
  /** The text that came back because the new one was empty. */
  const [restored, setRestored] = useState<string | null>(null);
  const { key, attach, note, renew } = useTypedText();
  const error =
    restored === value && draft === null
      ? `Enter 1 to ${formatNumber(maxLength, 6)} characters. The old text is back.`
      : null;
  const message = error ?? remark;
  const drop = () => {
    setDraft(null);
    renew();
  };
  const commit = () => {
    drop();
    if (draft === null) return;
    const text = draft.trim();
    const isTaken = mayBeEmpty || text !== '';
    setRestored(isTaken ? null : value);
    if (isTaken && text !== value) onCommit(text);
  };
  const shared = {
    ref: attach,
    id,
    className,
    maxLength,
    placeholder,
    'aria-label': label,
    'aria-describedby': message === undefined ? undefined : messageId,
    ...(draft === null ? atRest : {}),
    value: draft ?? value,
    onBlur: commit,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const text = event.target.value;
      note();
      // Back at the document's text nothing is being edited, and undo is the document's again.
      setDraft(text === value ? null : text);
    },
    onKeyDown: (event: React.KeyboardEvent) => {
      const takesLines = rows !== undefined && !event.ctrlKey && !event.metaKey;
      if (event.key === 'Enter' && !takesLines) commit();
      if (event.key === 'Escape' && draft !== null) {
        event.preventDefault();
        event.stopPropagation();
        drop();
      }
    },
  };
  return (
    <span className={styles.column}>
      {rows === undefined ? (
        <input key={key} type="text" autoComplete="off" {...shared} />
      ) : (
        <textarea key={key} rows={rows} {...shared} />
      )}
      {message !== undefined && (
        <span
          className={error === null ? styles.remark : styles.error}
          id={messageId}
          role={error === null ? undefined : 'alert'}
        >
          {message}
        </span>
      )}
    </span>
  );
}
