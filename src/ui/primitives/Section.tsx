import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

interface Props {
  readonly title: string;
  /** Level of the heading: 2 directly under the page's, 3 inside a panel that has one. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** A titled part of a panel. */
export function Section({ title, level = 3, children }: Props) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Heading id={id} className={styles.head}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
