import styles from './Progress.module.css';

interface Props {
  /** 0..1; null while unknown. */
  readonly value: number | null;
  /** Left out inside a label. */
  readonly label?: string;
}

export function Progress({ value, label }: Props) {
  return (
    <progress className={styles.progress} max={1} aria-label={label} {...(value === null ? {} : { value })} />
  );
}
