import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

interface Props {
  readonly title: string;
  /** Level of the heading: 2 directly under the page's, 3 inside a panel that has one. */
  readonly level?: 2 | 3;
  /** Only the title shows until it is asked for: for small screens. */
  readonly folded?: boolean;
  /** Of the whole part. */
  readonly partId?: string;
  readonly children: ReactNode;
}

/** A titled part of a panel. */
export function Section({ title, level = 3, folded = false, partId, children }: Props) {
  const id = useId();
  const Heading = `h${level}` as const;
  const heading = (
    <Heading id={id} className={styles.head}>
      {title}
    </Heading>
  );
  if (!folded) {
    return (
      <section id={partId} className={styles.section} aria-labelledby={id}>
        {heading}
        {children}
      </section>
    );
  }
  return (
    <details id={partId} className={styles.section}>
      <summary className={styles.fold}>{heading}</summary>
      <section className={styles.folded} aria-labelledby={id}>
        {children}
      </section>
    </details>
  );
}
