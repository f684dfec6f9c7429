import { useState } from 'react';
import type { LinkId, NodeId } from '../../../core/network/types';
import { connectNodes } from '../../../core/scenario/edits';
import { limits } from '../../../core/scenario/limits';
import type { Scenario } from '../../../core/scenario/types';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { namesOf } from '../../errors/names';
import { Button } from '../../primitives/Button';
import { ItemTable, type Column } from './ItemTable';
import { LinkRow } from './LinkRow';
import styles from './Tables.module.css';

const columns: readonly Column[] = [
  { title: 'From (a)' },
  { title: 'To (b)' },
  { title: 'a to b (Mbit/s)', rem: 8 },
  { title: 'b to a (Mbit/s)', rem: 8 },
  { title: 'Together', rem: 4.8 },
  { title: 'Propagation (ms)', rem: 6.8 },
  { title: 'Overhead (ms)', rem: 6 },
  { title: 'Medium', rem: 6.6 },
];

export function LinksTable({ scenario }: { readonly scenario: Scenario }) {
  const selected = useApp((state) => state.view.selectedLinks);
  const names = namesOf(scenario);
  return (
    <ItemTable
      title={`Links (${scenario.links.length})`}
      add={<AddLink scenario={scenario} />}
      columns={columns}
      className={styles.links}
    >
      {scenario.links.map((link) => (
        <LinkRow
          key={link.id}
          link={link}
          a={names.node(link.a)}
          b={names.node(link.b)}
          selected={selected.includes(link.id)}
        />
      ))}
    </ItemTable>
  );
}

function AddLink({ scenario }: { readonly scenario: Scenario }) {
  const edit = useApp((state) => state.edit);
  const select = useApp((state) => state.select);
  const { newId } = useTools();
  const [a, setA] = useState<string>(scenario.nodes[0]!.id);
  const [b, setB] = useState<string>(scenario.nodes[1]!.id);
  const exists = scenario.links.some(
    (link) => (link.a === a && link.b === b) || (link.a === b && link.b === a),
  );
  const options = scenario.nodes.map((node) => (
    <option key={node.id} value={node.id}>
      {node.name}
    </option>
  ));
  const add = () => {
    const linkId = newId() as LinkId;
    edit((now) => connectNodes(now, { id: linkId, a: a as NodeId, b: b as NodeId }));
    select([], [linkId]);
  };
  return (
    <>
      <select aria-label="First end of the new link" value={a} onChange={(event) => setA(event.target.value)}>
        {options}
      </select>
      <select
        aria-label="Second end of the new link"
        value={b}
        onChange={(event) => setB(event.target.value)}
      >
        {options}
      </select>
      <Button
        icon="add"
        onClick={add}
        disabled={a === b || exists || scenario.links.length >= limits.links}
        title={exists ? 'These two nodes are linked already' : undefined}
      >
        Add link
      </Button>
    </>
  );
}
