import { useId, type ReactNode } from 'react';
import styles from './Extensions.module.css';

/** What is modelled and what is not, and where the paper leaves room. */
export function Notes({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.notes} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}
