import { useId, type ReactNode } from 'react';
import styles from './Tables.module.css';

export interface Column {
  readonly title: string;
  /** Width [rem]; without one, a share of what is left. */
  readonly rem?: number;
}

interface Props {
  /** "Links (6)" */
  readonly title: string;
  /** What adds an item. */
  readonly add: ReactNode;
  readonly columns: readonly Column[];
  readonly className: string | undefined;
  /** The rows; each ends with a cell that deletes its item. */
  readonly children: ReactNode;
}

/** A table with an item a row, whose cells are its fields. */
export function ItemTable({ title, add, columns, className, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id}>{title}</h3>
        <div className={styles.add}>{add}</div>
      </div>
      <div className={styles.scroll}>
        <table className={`${styles.table} ${className}`} aria-labelledby={id}>
          {/* Fixed: what is typed, or an error about it, never moves a column. */}
          <colgroup>
            {columns.map(({ title: name, rem }) => (
              <col key={name} style={rem === undefined ? undefined : { width: `${rem}rem` }} />
            ))}
            <col className={styles.last} />
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ title: name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">Delete</span>
              </th>
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}
