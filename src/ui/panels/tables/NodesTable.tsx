import { useId, useMemo, useState } from 'react';
import { workloadChain } from '../../../core/model/workloadChain';
import { nodeKinds, type NetworkNode, type NodeId, type NodeKind } from '../../../core/network/types';
import { addNode } from '../../../core/scenario/edits';
import { limits } from '../../../core/scenario/limits';
import type { Scenario } from '../../../core/scenario/types';
import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { deviceGroups, valueOf, type DeviceGroup } from '../inspector/deviceChoices';
import { nodeKindTexts } from '../inspector/nodeKindTexts';
import { freeId } from './freeId';
import { NodeRow } from './NodeRow';
import styles from './Tables.module.css';

const columns = ['Name', 'Kind', 'Device', 'Speed (x)', 'Memory (MB)', 'Trusted', 'x (m)', 'y (m)', 'Source', 'Sink'];
/** How far right of the rightmost node a new one stands [m]. */
const newNodeGapM = 160;

export function NodesTable({ scenario }: { readonly scenario: Scenario }) {
  const selected = useApp((state) => state.view.selectedNodes);
  const edit = useApp((state) => state.edit);
  const select = useApp((state) => state.select);
  const [kind, setKind] = useState<NodeKind>('mec');
  const id = useId();
  const groupsOf = useDeviceGroups(scenario);
  const add = () => {
    const nodeId = freeId(
      'n',
      scenario.nodes.map((node) => node.id),
    ) as NodeId;
    const xM = Math.max(...scenario.nodes.map((node) => node.xM)) + newNodeGapM;
    edit((now) => addNode(now, { id: nodeId, kind, xM, yM: scenario.nodes[0]!.yM }));
    select([nodeId], []);
  };
  return (
    <section aria-labelledby={`${id}title`}>
      <div className={styles.head}>
        <h3 id={`${id}title`}>Nodes ({scenario.nodes.length})</h3>
        <div className={styles.add}>
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
          <Button icon="add" onClick={add} disabled={scenario.nodes.length >= limits.nodes}>
            Add node
          </Button>
        </div>
      </div>
      <div className={styles.scroll}>
        <table className={`${styles.table} ${styles.nodes}`} aria-labelledby={`${id}title`}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">Delete</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {scenario.nodes.map((node) => (
              <NodeRow
                key={node.id}
                node={node}
                isSource={node.id === scenario.sourceId}
                isSink={node.id === scenario.sinkId}
                selected={selected.includes(node.id)}
                deviceGroups={groupsOf(node)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Device menus, worked out once a kind (and once for each measurement in use). */
function useDeviceGroups(scenario: Scenario): (node: NetworkNode) => readonly DeviceGroup[] {
  const localProfiles = useApp((state) => state.localProfiles);
  const { workload, profiles } = scenario;
  return useMemo(() => {
    const cache = new Map<string, readonly DeviceGroup[]>();
    const { modelKey } = workloadChain(workload);
    return (node) => {
      const key = node.device?.kind === 'measured' ? `${node.kind} ${valueOf(node.device)}` : node.kind;
      const groups = cache.get(key) ?? deviceGroups({ workload, profiles }, node, localProfiles, modelKey);
      cache.set(key, groups);
      return groups;
    };
  }, [workload, profiles, localProfiles]);
}
