import { cellText, type ChartTable } from './chartTable';
import styles from './ChartTableView.module.css';

interface Props {
  readonly label: string;
  readonly table: ChartTable;
  /** As high as it is: it stands in place of a drawing. */
  readonly isWhole?: boolean;
}

/** The chart's numbers. The region scrolls, so the keyboard must be able to reach it. */
export function ChartTableView({ label, table, isWhole = false }: Props) {
  return (
    <div
      className={styles.scroller}
      data-whole={isWhole}
      role="region"
      aria-label={`${label}, as a table`}
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={index} scope="col" data-number={typeof table.rows[0]?.[index] === 'number'}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} data-number={typeof cell === 'number'}>
                  {table.text === undefined ? cellText(cell) : table.text(cell, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
