import { useId, useState } from 'react';
import { numberAsText, parseNumber, type NumberLimits } from './parseNumber';
import styles from './Field.module.css';

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
}

/** A number with a unit. Bad input stays in the field, with a sentence that names the limit; Escape reverts. */
export function NumberField({
  value,
  onCommit,
  id,
  label,
  placeholder,
  disabled = false,
  describedBy,
  ...limits
}: Props) {
  const errorId = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const commit = () => {
    if (draft === null) return;
    const parsed = parseNumber(draft, limits);
    if (!parsed.ok) {
      setError(parsed.error);
      return;
    }
    setDraft(null);
    setError(null);
    if (parsed.value !== value) onCommit(parsed.value);
  };
  const descriptions = [error === null ? '' : errorId, describedBy ?? '']
    .filter((part) => part !== '')
    .join(' ');
  return (
    <span className={styles.column}>
      <span className={styles.number}>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={label}
          aria-invalid={error !== null}
          aria-describedby={descriptions === '' ? undefined : descriptions}
          placeholder={placeholder}
          disabled={disabled}
          value={draft ?? numberAsText(value)}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
            if (event.key === 'Escape' && draft !== null) {
              // The field takes this Escape; a dialog around it stays open.
              event.preventDefault();
              event.stopPropagation();
              setDraft(null);
              setError(null);
            }
          }}
        />
        {limits.unit !== undefined && limits.unit !== '' && (
          <span className={styles.unit}>{limits.unit}</span>
        )}
      </span>
      {error !== null && (
        <span className={styles.error} id={errorId} role="alert">
          {error}
        </span>
      )}
    </span>
  );
}
