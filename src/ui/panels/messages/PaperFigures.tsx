import type { PaperCount } from '../../../core/studies/rowTypes';
import { Section } from '../../primitives/Section';
import { agreesText, formulaText, oursText, printedText, quantityOf, verdicts } from './paperWords';
import styles from './Messages.module.css';

/** What the paper prints beside what its formulas give, and the layer count at which the two agree. */
export function PaperFigures({ counts }: { readonly counts: readonly PaperCount[] }) {
  return (
    <Section title="HiveMind’s own figures">
      <p className={styles.soft}>
        As printed in the paper, beside the exact value at its model’s layer count. Counting layers is a
        matter of taste (with or without normalisation and activation), so the last columns say which count
        would give the printed figure.
      </p>
      <div className={styles.scroller} tabIndex={0} role="region" aria-label="Printed and exact figures">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Model</th>
              <th scope="col" data-number>
                Printed
              </th>
              <th scope="col" data-number>
                Exactly
              </th>
              <th scope="col">Formula</th>
              <th scope="col">Printed figure at</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {counts.map((count, index) => (
              <tr key={index}>
                <th scope="row">{quantityOf(count)}</th>
                <td>
                  {count.model}, {count.nodes} nodes
                </td>
                <td data-number>{printedText(count)}</td>
                <td data-number>
                  {oursText(count)} at {count.layers}
                </td>
                <td>{formulaText(count)}</td>
                <td>{agreesText(count)}</td>
                <td data-verdict={count.verdict}>{verdicts[count.verdict]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
