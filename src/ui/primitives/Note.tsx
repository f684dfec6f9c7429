import type { ComponentProps } from 'react';
import styles from './Note.module.css';

interface Props extends ComponentProps<'p'> {
  /** What it means, in colour; the words say it too. */
  readonly tone?: 'warning' | 'error' | 'good';
}

/** A paragraph that stands out: something to know, something that failed (`role="alert"`), something proved. */
export function Note({ tone = 'warning', ...rest }: Props) {
  return <p {...rest} className={styles.note} data-tone={tone} />;
}
