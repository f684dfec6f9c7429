import { useId, useState } from 'react';
import { countAll } from '../../../core/solvers/hivemind/counts';
import { formatBytes, formatNumber } from '../../format';
import { Button } from '../../primitives/Button';
import { Field } from '../../primitives/Field';
import { NumberField } from '../../primitives/NumberField';
import { Section } from '../../primitives/Section';
import { formatBig, formatDigits, ratioOf } from './bigNumbers';
import styles from './Messages.module.css';

interface Props {
  /** Of the scenario's row; null where it has none. */
  readonly layers: number | null;
  readonly nodes: number | null;
}

/** ResNet-50 as the paper counts it, where the scenario has no row of its own. */
const usual = { layers: 174, nodes: 5 };

/** How much is said with and without SCI, exactly, for any size. */
export function SizeSection({ layers, nodes }: Props) {
  const id = useId();
  const own = { layers: layers ?? usual.layers, nodes: nodes ?? usual.nodes };
  const [size, setSize] = useState(own);
  const isOwn = size.layers === own.layers && size.nodes === own.nodes;
  const counts = countAll(size.nodes, size.layers);
  const rows: readonly (readonly [string, bigint])[] = [
    ['Ways to split', counts.options],
    ['Vertices of the paper’s graph', counts.vertices],
    ['Edges of the paper’s graph', counts.edges],
    ['States of the lattice solved here', counts.latticeStates],
    ['Arcs of the lattice solved here', counts.latticeArcs],
  ];
  return (
    <Section title="How much is said">
      <div className={styles.fields}>
        <Field label="Layers L" htmlFor={`${id}l`}>
          <NumberField
            id={`${id}l`}
            value={size.layers}
            min={1}
            max={5000}
            whole
            onCommit={(value) => value !== null && setSize({ ...size, layers: value })}
          />
        </Field>
        <Field label="Nodes P" htmlFor={`${id}p`}>
          <NumberField
            id={`${id}p`}
            value={size.nodes}
            min={2}
            max={50}
            whole
            onCommit={(value) => value !== null && setSize({ ...size, nodes: value })}
          />
        </Field>
        <Button aria-disabled={isOwn} onClick={() => setSize(own)}>
          {layers === null ? 'Back to ResNet-50 on five nodes' : 'Back to this scenario'}
        </Button>
      </div>
      <p role="status">
        Without SCI every edge of the explicit graph is told: {formatBig(counts.naiveMessages)} messages,{' '}
        {formatBytes(Number(counts.naiveBytes))}. With it each node tells the one before it once:{' '}
        {formatDigits(counts.sciMessages)} {counts.sciMessages === 1n ? 'message' : 'messages'} of{' '}
        {formatDigits(counts.sciMessageBytes)} B, {formatBytes(Number(counts.sciBytes))} in all
        {counts.naiveBytes > counts.sciBytes
          ? `: ${formatNumber(ratioOf(counts.naiveBytes, counts.sciBytes))} times less.`
          : '.'}
      </p>
      <div className={styles.scroller} tabIndex={0} role="region" aria-label="Exact counts">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                {size.layers} layers, {size.nodes} nodes
              </th>
              <th scope="col" data-number>
                exactly
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-number title={formatDigits(value)}>
                  {formatBig(value)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
