import { useMemo, useState } from 'react';
import { nodeKinds, type NetworkNode, type NodeKind } from '../../../core/network/types';
import { limits } from '../../../core/scenario/limits';
import type { Scenario } from '../../../core/scenario/types';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { Button } from '../../primitives/Button';
import { deviceGroups, valueOf, type DeviceGroup } from '../inspector/deviceChoices';
import { isNamesake } from '../inspector/namesakes';
import { nodeKindTexts } from '../inspector/nodeKindTexts';
import { ItemTable, type Column } from './ItemTable';
import { NodeRow } from './NodeRow';
import styles from './Tables.module.css';

const columns: readonly Column[] = [
  { title: 'Name', rem: 9 },
  { title: 'Source', rem: 3.7 },
  { title: 'Sink', rem: 2.8 },
  { title: 'Kind', rem: 7 },
  { title: 'Device' },
  { title: 'Speed (x)', rem: 4 },
  { title: 'Memory (MB)', rem: 5.6 },
  { title: 'Trusted', rem: 4 },
  { title: 'x (m)', rem: 3.9 },
  { title: 'y (m)', rem: 3.9 },
];

export function NodesTable({ scenario }: { readonly scenario: Scenario }) {
  const selected = useApp((state) => state.view.selectedNodes);
  const groupsOf = useDeviceGroups(scenario);
  return (
    <ItemTable
      title={`Nodes (${scenario.nodes.length})`}
      add={<AddNode full={scenario.nodes.length >= limits.nodes} />}
      columns={columns}
      className={styles.nodes}
    >
      {scenario.nodes.map((node) => (
        <NodeRow
          key={node.id}
          node={node}
          isSource={node.id === scenario.sourceId}
          isSink={node.id === scenario.sinkId}
          isNamesake={isNamesake(scenario.nodes, node)}
          selected={selected.includes(node.id)}
          deviceGroups={groupsOf(node)}
        />
      ))}
    </ItemTable>
  );
}

function AddNode({ full }: { readonly full: boolean }) {
  const tools = useTools();
  const [kind, setKind] = useState<NodeKind>('mec');
  return (
    <>
      <select
        aria-label="Kind of the new node"
        value={kind}
        onChange={(event) => setKind(event.target.value as NodeKind)}
      >
        {nodeKinds.map((option) => (
          <option key={option} value={option}>
            {nodeKindTexts[option].name}
          </option>
        ))}
      </select>
      <Button icon="add" onClick={() => tools.run(`add-${kind}`)} disabled={full}>
        Add node
      </Button>
    </>
  );
}

/** Device menus, worked out once a kind (and once for each measurement in use), not once a node. */
function useDeviceGroups(scenario: Scenario): (node: NetworkNode) => readonly DeviceGroup[] {
  const localProfiles = useApp((state) => state.localProfiles);
  const measuredHere = useApp((state) => state.measuredHere);
  const { workload, profiles, nodes } = scenario;
  const keys = [...new Set(nodes.map(menuKey))].join('\n');
  const menus = useMemo(
    () =>
      new Map(
        keys.split('\n').map((key) => {
          const [kind, ...inUse] = key.split(' ');
          return [
            key,
            deviceGroups({ workload, profiles }, kind as NodeKind, inUse.join(' '), {
              localProfiles,
              measuredHere,
            }),
          ];
        }),
      ),
    [workload, profiles, localProfiles, measuredHere, keys],
  );
  return (node) => menus.get(menuKey(node)) ?? [];
}

/** Nodes with the same key have the same menu. */
function menuKey({ kind, device }: NetworkNode): string {
  return device?.kind === 'measured' ? `${kind} ${valueOf(device)}` : kind;
}
