import type { PaperCount } from '../../../core/studies/rowTypes';
import { Section } from '../../primitives/Section';
import { agreesText, formulaText, oursText, printedText, quantityOf, verdictText } from './paperWords';
import styles from './Messages.module.css';

/** What the paper prints beside what its formulas give, and the layer count at which the two agree. */
export function PaperFigures({ counts }: { readonly counts: readonly PaperCount[] }) {
  return (
    <Section title="HiveMind’s own figures">
      <p className={styles.soft}>
        As printed in the paper, beside what an exact count of its graph gives at its model’s layer count L.
        Counting layers is a matter of taste (with or without normalisation and activation), so the last
        columns try the formula behind each figure, rough as some are: at which L does it give what is
        printed?
      </p>
      <div className={styles.scroller} tabIndex={0} role="region" aria-label="Printed and exact figures">
        <table className={`${styles.table} ${styles.stacks}`}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Model</th>
              <th scope="col" data-number>
                Printed
              </th>
              <th scope="col" data-number>
                Counted exactly
              </th>
              <th scope="col">Formula behind it</th>
              <th scope="col">gives it at</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {counts.map((count, index) => (
              <tr key={index}>
                <th scope="row">{quantityOf(count)}</th>
                <td data-label="Model">
                  {count.model}, {count.nodes} nodes
                </td>
                <td data-number data-label="Printed">
                  {printedText(count)}
                </td>
                <td data-number data-label="Counted exactly">
                  {oursText(count)} (L = {count.layers})
                </td>
                <td data-label="Formula behind it">{formulaText(count)}</td>
                <td data-label="gives it at">{agreesText(count)}</td>
                <td data-label="Verdict" data-verdict={count.verdict}>
                  {verdictText(count)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
