import { useState } from 'react';
import { formatSeconds } from '../../format';
import { Button } from '../../primitives/Button';
import { NumberField } from '../../primitives/NumberField';
import { firstExample, printedMessage, runExample, type CounterExample } from './counterExample';
import { exampleSentences } from './printedWords';
import styles from './Messages.module.css';

const rows = [
  { key: 'ueS', name: 'Layers 1, 2, 3 on the UE', label: (index: number) => `Layer ${index + 1} on the UE` },
  {
    key: 'serverS',
    name: 'Layers 1, 2, 3 on the server',
    label: (index: number) => `Layer ${index + 1} on the server`,
  },
  {
    key: 'hopS',
    name: 'Input, tensor 1, tensor 2 over the hop',
    label: (index: number) => (index === 0 ? 'The input over the hop' : `Tensor ${index} over the hop`),
  },
] as const;

/** Two nodes, three layers, nine numbers to change: what the only message says, and what comes of it. */
export function CounterExampleBox() {
  const [example, setExample] = useState(firstExample);
  const run = runExample(example);
  const change = (key: keyof CounterExample, index: number, ms: number | null) => {
    if (ms === null) return;
    const values = example[key].map((seconds, at) => (at === index ? ms / 1e3 : seconds));
    setExample({ ...example, [key]: values as [number, number, number] });
  };
  return (
    <div className={styles.example}>
      <div className={styles.exampleHead}>
        <h4>A small example to play with: a UE, a server, three layers</h4>
        <Button aria-disabled={example === firstExample} onClick={() => setExample(firstExample)}>
          Back to the first numbers
        </Button>
      </div>
      <div className={styles.exampleRows}>
        {rows.map(({ key, name, label }) => (
          <fieldset key={key} className={styles.exampleRow}>
            <legend>{name}</legend>
            {example[key].map((seconds, index) => (
              <NumberField
                key={index}
                label={label(index)}
                value={round(seconds * 1e3)}
                min={0}
                max={10_000}
                unit="ms"
                overlay
                onCommit={(ms) => change(key, index, ms)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <div role="status" className={styles.prose}>
        {exampleSentences(example, run).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div
        className={styles.scroller}
        tabIndex={0}
        role="region"
        aria-label="The server’s message, as printed and as it should be"
      >
        <table className={`${styles.table} ${styles.stacks}`}>
          <thead>
            <tr>
              <th scope="col">The server’s message</th>
              <th scope="col" data-number>
                as printed
              </th>
              <th scope="col" data-number>
                lacks the layer
              </th>
              <th scope="col" data-number>
                lacks the entry cost
              </th>
              <th scope="col" data-number>
                as it should be
              </th>
            </tr>
          </thead>
          <tbody>
            {printedMessage(example).map((entry) => (
              <tr key={entry.tensor} data-read={run.printed?.boundaries[0] === entry.tensor}>
                <th scope="row">{entry.tensor === 0 ? 'the input' : `tensor ${entry.tensor}`}</th>
                <td data-number data-label="as printed">
                  {formatSeconds(entry.printedS)}
                </td>
                <td data-number data-label="lacks the layer">
                  {entry.tensor === 0 ? '–' : formatSeconds(entry.layerS)}
                </td>
                <td data-number data-label="lacks the entry cost">
                  {entry.tensor === 0 ? '–' : formatSeconds(entry.entryS)}
                </td>
                <td data-number data-label="as it should be">
                  {formatSeconds(entry.rightS)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Milliseconds as typed: 0.1 + 0.2 shall not read 0.30000000000000004. */
function round(ms: number): number {
  return Number(ms.toPrecision(12));
}
