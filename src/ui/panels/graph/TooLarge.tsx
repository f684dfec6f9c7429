import { toy } from '../../../core/scenario/presets/toy';
import type { Counts } from '../../../core/studies/rowTypes';
import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { formatBig, formatDigits } from '../messages/bigNumbers';
import { CopyLinkButton } from '../messages/CopyLinkButton';
import styles from './Graph.module.css';

/** The graph of a real model is the point of not building it: how large it is exactly, and one that can be drawn. */
export function TooLarge({ counts }: { readonly counts: Counts }) {
  const open = useApp((state) => state.open);
  const rows: readonly (readonly [string, string])[] = [
    ['Ways to split', counts.options],
    ['Vertices of the paper’s graph', counts.vertices],
    ['Edges of the paper’s graph', counts.edges],
    ['Vertices that a split can use, with relays, start and end', counts.relayVertices],
    ['Edges that a split can use, with relays, start and end', counts.relayEdges],
    ['States of the lattice solved here', counts.latticeStates],
    ['Arcs of the lattice solved here', counts.latticeArcs],
  ];
  return (
    <section className={styles.tooLarge} aria-label="The explicit graph is too large to draw">
      <h3>Too large to draw</h3>
      <p>
        What a split can use of the explicit graph of {counts.layers} blocks on {counts.nodes} nodes, with
        relay vertices, is {formatBig(BigInt(counts.relayVertices))} vertices and{' '}
        {formatBig(BigInt(counts.relayEdges))} edges; vertices on no way from the first block to the last are
        left out. The same split is found on a lattice of {formatBig(BigInt(counts.latticeStates))} states and{' '}
        {formatBig(BigInt(counts.latticeArcs))} arcs.
      </p>
      <table className={styles.table}>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td title={formatDigits(BigInt(value))}>{formatBig(BigInt(value))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>Three layers on three nodes show how it is built. Opening them is one step to undo.</p>
      <div className={styles.actions}>
        <Button onClick={() => open(toy.scenario)}>Open “{toy.name}”</Button>
        <CopyLinkButton place={{ tab: 'graph', step: null }}>Copy link to this tab</CopyLinkButton>
      </div>
    </section>
  );
}
