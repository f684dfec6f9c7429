import { fileSlug } from '../../../core/fileSlug';
import { figureText } from '../../../core/reproduce/figureWords';
import type { Axis, FigureChart } from '../../../core/reproduce/types';
import { ChartFrame } from '../../charts/ChartFrame';
import { WideTable } from '../../primitives/WideTable';
import { chartTableOf } from './charts/chartTables';
import styles from './Tables.module.css';

interface Props {
  readonly chart: Extract<FigureChart, { kind: 'table' }>;
  /** "Simulated here from seed 1." */
  readonly provenance: string;
  readonly filePrefix: string;
}

/** A table among a figure's charts: heads wrap, and where it is wider than its place it says so. */
export function FigureTable({ chart, provenance, filePrefix }: Props) {
  const { columns, rows, title } = chart;
  return (
    <ChartFrame
      title={title}
      summary={provenance}
      table={() => chartTableOf(chart)}
      fileName={`${filePrefix}-${fileSlug(title, chart.kind)}`}
      pictures={false}
      toTable={false}
    >
      <WideTable label={`${title}, as a table`}>
        <table className={styles.methods}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  {headText(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, index) => (
              <tr key={index}>
                {cells.map((cell, column) =>
                  column === 0 ? (
                    <th key={column} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={column}>{cellText(cell)}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </ChartFrame>
  );
}

function headText({ name, unit }: Axis): string {
  return unit === '' ? name : `${name} (${unit})`;
}

function cellText(cell: string | number | null): string {
  if (cell === null) return 'none';
  return typeof cell === 'number' ? figureText(cell) : cell;
}
