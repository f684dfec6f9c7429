import { useState } from 'react';

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
  /** false: an empty text is not taken, the old one comes back. */
  readonly mayBeEmpty?: boolean;
  readonly placeholder?: string;
}

/** Text that is committed as one undo step. Escape reverts. */
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
}: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft === null) return;
    const text = draft.trim();
    setDraft(null);
    if (text !== value && (mayBeEmpty || text !== '')) onCommit(text);
  };
  const shared = {
    id,
    className,
    maxLength,
    placeholder,
    'aria-label': label,
    value: draft ?? value,
    onBlur: commit,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setDraft(event.target.value),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Enter' && rows === undefined) commit();
      if (event.key === 'Escape' && draft !== null) {
        event.preventDefault();
        event.stopPropagation();
        setDraft(null);
      }
    },
  };
  return rows === undefined ? (
    <input type="text" autoComplete="off" {...shared} />
  ) : (
    <textarea rows={rows} {...shared} />
  );
}
