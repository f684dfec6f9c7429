import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { atRest } from '../../state/keyboard';
import { numberAsText, parseNumber, type NumberLimits } from './parseNumber';
import { restingNumber } from './restingNumber';
import styles from './Field.module.css';
import { useTypedText } from './useTypedText';

interface Props extends NumberLimits {
  readonly value: number | null;
  /** Called once, on Enter or when the field is left, with a value inside the limits that differs from `value`. */
  readonly onCommit: (value: number | null) => void;
  readonly id?: string;
  /** Where no visible label points at the id. */
  readonly label?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly describedBy?: string;
  readonly title?: string;
  /** Reads what was typed, where it is more than a number in the field's unit. */
  readonly parse?: typeof parseNumber;
  /** In place of the unit beside the field: what the value means. */
  readonly beside?: string;
  /** Where there is no room, an error lies over what follows instead of moving it. */
  readonly overlay?: boolean;
}

interface Draft {
  readonly text: string;
  /** The value it was to replace: once that has changed, a draft nobody is typing is out of date. */
  readonly over: number | null;
  readonly error: string | null;
}

/**
 * A number with a unit, rounded until it is edited. Bad input stays in the field, with a sentence that names the limit;
 * Escape reverts. Undo belongs to the typing while there is some, else to the document.
 */
export function NumberField({
  value,
  onCommit,
  id,
  label,
  placeholder,
  disabled = false,
  describedBy,
  title,
  parse = parseNumber,
  beside,
  overlay = false,
  ...limits
}: Props) {
  const errorId = useId();
  const unit = beside ?? limits.unit ?? '';
  const [focused, setFocused] = useState(false);
  const [kept, setDraft] = useState<Draft | null>(null);
  const { key, attach, note, renew } = useTypedText();
  const draft = kept !== null && (focused || kept.over === value) ? kept : null;
  const error = draft?.error ?? null;
  const exact = numberAsText(value);
  const resting = restingNumber(value);
  const drop = () => {
    setDraft(null);
    renew();
  };
  /** Whether the document says what the field says. */
  const commit = (): boolean => {
    if (draft === null) {
      renew();
      return true;
    }
    const parsed = parse(draft.text, limits);
    if (!parsed.ok) {
      setDraft({ ...draft, error: parsed.error });
      return false;
    }
    drop();
    if (parsed.value !== value) onCommit(parsed.value);
    return true;
  };
  const descriptions = [error === null ? '' : errorId, describedBy ?? '']
    .filter((part) => part !== '')
    .join(' ');
  return (
    <span className={styles.column}>
      <span className={styles.number}>
        <input
          key={key}
          ref={attach}
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={label}
          aria-invalid={error !== null}
          aria-describedby={descriptions === '' ? undefined : descriptions}
          placeholder={placeholder}
          disabled={disabled}
          title={title ?? (resting === exact ? undefined : exact)}
          {...(draft === null ? atRest : {})}
          value={draft?.text ?? (focused ? exact : resting)}
          onChange={(event) => {
            const text = event.target.value;
            note();
            // Back at the document's value nothing is being edited, and undo is the document's again.
            setDraft(text === exact ? null : { text, over: value, error });
          }}
          onFocus={(event) => {
            const input = event.currentTarget;
            flushSync(() => setFocused(true));
            // The exact text has taken the place of the rounded one, and with it went what Tab had selected.
            if (draft === null && resting !== exact) input.select();
          }}
          onBlur={() => {
            setFocused(false);
            commit();
          }}
          onKeyDown={(event) => {
            // With Ctrl a run follows, but not on a value that was refused.
            if (event.key === 'Enter' && !commit()) event.preventDefault();
            if (event.key === 'Escape' && draft !== null) {
              // The field takes this Escape; a dialog around it stays open.
              event.preventDefault();
              event.stopPropagation();
              drop();
            }
          }}
        />
        {unit !== '' && <span className={styles.unit}>{unit}</span>}
      </span>
      {error !== null && (
        <span className={`${styles.error} ${overlay ? styles.over : ''}`} id={errorId} role="alert">
          {error}
        </span>
      )}
    </span>
  );
}
