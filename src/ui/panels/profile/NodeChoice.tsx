import { useId } from 'react';
import type { NodeId } from '../../../core/network/types';
import { useApp } from '../../../state/useStore';

interface Props {
  readonly label: string;
  readonly value: NodeId;
  readonly onChoose: (node: NodeId) => void;
}

/** A menu of the network's nodes. */
export function NodeChoice({ label, value, onChoose }: Props) {
  const nodes = useApp((state) => state.scenario.nodes);
  const id = useId();
  return (
    <span>
      <label htmlFor={id}>{label} </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const node = nodes.find((other) => other.id === event.target.value);
          if (node !== undefined) onChoose(node.id);
        }}
      >
        {nodes.map((node) => (
          <option key={node.id} value={node.id}>
            {node.name}
          </option>
        ))}
      </select>
    </span>
  );
}
