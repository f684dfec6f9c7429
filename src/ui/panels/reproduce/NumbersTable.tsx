import type { ComparedNumber, FigureResult, FigureText } from '../../../core/reproduce/types';
import { ChartFrame } from '../../charts/ChartFrame';
import { figuresTable } from './charts/chartTables';
import { filePrefix } from './exportFigures';
import styles from './Tables.module.css';
import { madeHere, ourNumber, paperNumber, provenanceText } from './reproduceWords';

interface Props {
  readonly text: FigureText;
  readonly result: FigureResult;
}

/** The paper's numbers beside ours; where columns would be narrow a number's name has a line of its own. */
export function NumbersTable({ text, result }: Props) {
  const made = madeHere(text);
  return (
    <ChartFrame
      title="The paper’s numbers beside ours"
      summary={`${provenanceText(text, result.seed)} The paper’s are as it prints them.`}
      fileName={`${filePrefix(text.id, result)}-numbers`}
      pictures={false}
      toTable={false}
      table={figuresTable({
        columns: [{ name: 'number' }, { name: `${made} here` }, { name: 'unit' }, { name: 'paper' }],
        rows: result.numbers.map(({ name, ours, paper, unit }) => [name, ours, unit, paper ?? 'not given']),
      })}
    >
      <table className={styles.numbers}>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">{made === 'simulated' ? 'Simulated here' : 'Computed here'}</th>
            <th scope="col">Paper</th>
          </tr>
        </thead>
        <tbody>
          {result.numbers.map((number) => (
            <Row key={number.name} number={number} />
          ))}
        </tbody>
      </table>
    </ChartFrame>
  );
}

function Row({ number }: { readonly number: ComparedNumber }) {
  return (
    <tr>
      <th scope="row">{number.name}</th>
      <td>{ourNumber(number)}</td>
      <td data-none={number.paper === null}>{paperNumber(number)}</td>
    </tr>
  );
}
